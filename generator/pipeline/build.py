"""Build a dossier: examine it, lay out its documents, write them in one go or not at all."""

import datetime
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.writing import write_atomically
from generator.model.dossier import Dossier
from generator.pipeline.acceptance import accept, weigh
from generator.pipeline.documents import PlannedDocument, plan_documents
from generator.pipeline.examine import Examined, examine
from generator.pipeline.library import Library
from generator.rebuild.manifest import (
    MANIFEST_FILE,
    Written,
    digest,
    manifest_text,
    read_inputs,
    written_digests,
)

NEW_VERSION = "（新版{}）"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and everything that was found."""

    examined: Examined
    written: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def is_stopped(self) -> bool:
        """Tell whether problems kept the build from writing."""
        return not self.written and any(problem.stops for problem in self.problems)


def build(
    folder: Path, library: Library, outputs: Path | None = None, *, is_draft: bool = False
) -> Built:
    """Build all documents of a dossier. With an error nothing is written, except as a draft."""
    examined = examine(folder, library, is_draft=is_draft)
    dossier = examined.dossier
    if dossier is None or examined.book is None or (not examined.is_fit and not is_draft):
        return Built(examined, (), examined.problems)
    plan = plan_documents(examined, library)
    problems = _joined(examined, tuple(weigh(plan.problems, library.workspace.entry.severity)))
    if any(p.stops for p in problems) and not is_draft:
        return Built(examined, (), problems)
    rendered, faults = _render(plan.documents, dossier, is_draft=is_draft)
    problems = (*problems, *faults)
    if faults:
        return Built(examined, (), problems)
    target = outputs if outputs is not None else library.workspace.outputs(folder)
    written, faults = _write(rendered, target, examined)
    return Built(examined, written, (*problems, *faults))


def _joined(examined: Examined, more: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Let the dossier's acceptances meet what laying out found, too."""
    if examined.dossier is None or not more:
        return examined.problems
    return (*examined.problems, *(p for p in accept(more, examined.dossier) if p.code != "I22"))


def _render(
    documents: tuple[PlannedDocument, ...], dossier: Dossier, *, is_draft: bool
) -> tuple[list[Written], list[Problem]]:
    """Fill every template before anything is written."""
    from generator.word.render import render_document  # noqa: PLC0415 - Word libraries are slow to load

    written: list[Written] = []
    problems: list[Problem] = []
    day = dossier.unit.unit.date or datetime.date(dossier.unit.year, 12, 31)
    for document in documents:
        name = document.name.removesuffix(".docx") + ("（草稿）.docx" if is_draft else ".docx")
        shown = shown_path(document.template)
        result = render_document(
            document.template,
            shown,
            document.blocks,
            dossier.unit.unit.name,
            day,
            is_draft=is_draft,
        )
        problems += result.problems
        if result.data is not None:
            written.append(Written(document.id, name, result.data, document.blocks))
    return written, problems


def _write(
    documents: list[Written], target: Path, examined: Examined
) -> tuple[tuple[Path, ...], list[Problem]]:
    """Write each file whole, then the manifest that names them."""
    ours = written_digests(target)
    paths: list[Path] = []
    problems: list[Problem] = []
    recorded: list[Written] = []
    for document in documents:
        path, warning = _free_path(target / document.file, document, ours)
        if warning is not None:
            problems.append(warning)
        if fault := write_atomically(path, document.data):
            problems.append(fault)
        else:
            paths.append(path)
            recorded.append(replace(document, file=path.name))
    if examined.dossier is not None and examined.book is not None and paths:
        files = [examined.dossier.source.path, *(s.source.path for s in examined.dossier.subjects)]
        if examined.scheme is not None:
            files.append(examined.scheme.source.path)
        text = manifest_text(read_inputs(files, examined.dossier.path), recorded, examined.book)
        if fault := write_atomically(target / MANIFEST_FILE, text.encode()):
            problems.append(fault)
    return tuple(paths), problems


def _free_path(path: Path, document: Written, ours: dict[str, str]) -> tuple[Path, Problem | None]:
    """Leave a file that somebody changed alone: the new version is written beside it."""
    if _is_ours(path, document, ours):
        return path, None
    names = (
        f"{path.stem}{NEW_VERSION.format(n or '')}{path.suffix}" for n in chain((0,), count(2))
    )
    beside = next(p for n in names if _is_ours(p := path.with_name(n), document, ours))
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = f"新版写在 {beside.name}；核对后自行合并，或移走改动过的那份再生成"
    return beside, Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)


def _is_ours(path: Path, document: Written, ours: dict[str, str]) -> bool:
    """Tell whether a path is free, or holds what we wrote ourselves."""
    try:
        found = digest(path.read_bytes())
    except FileNotFoundError:
        return True
    except OSError:
        return not path.exists()
    return found in (ours.get(path.name), digest(document.data))
