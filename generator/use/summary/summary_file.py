"""Write a summary; the ending of the file name decides what it becomes."""

import datetime
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from generator.base.problem import Place, Problem, Severity
from generator.base.writing import write_atomically
from generator.summary.whole import Summary
from generator.use.library import Library

TEMPLATE = "summary.docx"
Maker = Callable[[Summary, Library], tuple[bytes | None, tuple[Problem, ...]]]


def write_summary(summary: Summary, target: Path, library: Library) -> tuple[Problem, ...]:
    """Write the file whole, or not at all."""
    data, problems = MAKERS[target.suffix.lower()](summary, library)
    if data is None:
        return problems
    fault = write_atomically(target, data)
    return problems if fault is None else (*problems, fault)


def _workbook(summary: Summary, library: Library) -> tuple[bytes | None, tuple[Problem, ...]]:
    from generator.excel.workbook import summary_workbook  # noqa: PLC0415 - only for .xlsx

    del library
    return summary_workbook(summary), ()


def _document(summary: Summary, library: Library) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Fill the template of the annex, without bookmarks: no build will ask for them again."""
    from generator.summary.annex import annex  # noqa: PLC0415 - only for .docx
    from generator.word.word_render import BoundPart, Manner  # noqa: PLC0415 - see above

    template = library.template(TEMPLATE)
    if template is None:
        hint = "请把模板放进 templates/docx/"
        problem = Problem(
            "T03", Severity.ERROR, f"没有 Word 模板“{TEMPLATE}”", Place(), hint, TEMPLATE
        )
        return None, (problem,)
    year = max((dossier.year or 0 for dossier in summary.dossiers), default=0)
    day = datetime.date(year, 12, 31) if year else datetime.date(1980, 1, 1)
    manner = Manner("", day, is_clean=True, style=library.workspace.entry.style)
    rendered = library.renderer.render([BoundPart(template, TEMPLATE, annex(summary))], manner)
    return rendered.data, rendered.problems


def _json(summary: Summary, library: Library) -> tuple[bytes | None, tuple[Problem, ...]]:
    from generator.summary.as_data import summary_data  # noqa: PLC0415 - only for .json

    del library
    text = json.dumps(summary_data(summary), ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "replace"), ()


def _csv(summary: Summary, library: Library) -> tuple[bytes | None, tuple[Problem, ...]]:
    from generator.summary.as_csv import summary_csv  # noqa: PLC0415 - only for .csv

    del library
    return summary_csv(summary), ()


MAKERS: Mapping[str, Maker] = MappingProxyType(
    {".xlsx": _workbook, ".docx": _document, ".json": _json, ".csv": _csv}
)
