"""Build a dossier: examine it, lay out its documents, write them in one go or not at all."""

import datetime
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.writing import write_atomically
from generator.model.dossier import Dossier
from generator.model.unit import Stage
from generator.pipeline.acceptance import accept, weigh
from generator.pipeline.documents import PlannedFile, plan_documents
from generator.pipeline.examine import Examined, examine
from generator.pipeline.library import Library
from generator.rebuild.manifest import (
    MANIFEST_FILE,
    Written,
    WrittenDocument,
    digest,
    manifest_text,
    read_inputs,
    written_digests,
)

if TYPE_CHECKING:
    from generator.word.render import Manner

NEW_VERSION = "（新版{}）"


@dataclass(frozen=True, slots=True)
class Order:
    """How a dossier is to be built."""

    outputs: Path | None = None
    stage: Stage | None = None
    is_draft: bool = False
    is_clean: bool = False


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


def build(folder: Path, library: Library, order: Order = Order()) -> Built:  # noqa: B008 - frozen
    """Build all documents of a dossier. With an error nothing is written, except as a draft."""
    examined = examine(folder, library, is_draft=order.is_draft, stage=order.stage)
    dossier = examined.dossier
    if dossier is None or examined.book is None or not (examined.is_fit or order.is_draft):
        return Built(examined, (), examined.problems)
    plan = plan_documents(examined, library)
    problems = _joined(examined, tuple(weigh(plan.problems, library.workspace.entry.severity)))
    if any(p.stops for p in problems) and not order.is_draft:
        return Built(examined, (), problems)
    rendered, faults = _render(plan.files, dossier, library, order)
    problems = (*problems, *faults)
    if faults:
        return Built(examined, (), problems)
    target = order.outputs if order.outputs is not None else library.workspace.outputs(folder)
    written, faults = _write(rendered, target, examined)
    return Built(examined, written, (*problems, *faults))


def _joined(examined: Examined, more: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Let the dossier's acceptances meet what laying out found, too."""
    if examined.dossier is None or not more:
        return examined.problems
    return (*examined.problems, *(p for p in accept(more, examined.dossier) if p.code != "I22"))


def _render(
    files: tuple[PlannedFile, ...], dossier: Dossier, library: Library, order: Order
) -> tuple[list[Written], list[Problem]]:
    """Fill every template before anything is written."""
    written: list[Written] = []
    problems: list[Problem] = []
    manner = _manner(dossier, library, order)
    for file in files:
        result, faults = _render_file(file, library, manner)
        problems += faults
        if result is not None:
            written.append(result)
    return written, problems


def _manner(dossier: Dossier, library: Library, order: Order) -> "Manner":
    from generator.word.render import Manner  # noqa: PLC0415 - Word libraries are slow to load

    unit = dossier.unit
    day = unit.unit.date or datetime.date(unit.year, 12, 31)
    style = library.workspace.entry.style
    return Manner(unit.unit.name, day, order.is_draft, order.is_clean, style)


def _render_file(
    file: PlannedFile, library: Library, manner: "Manner"
) -> tuple[Written | None, tuple[Problem, ...]]:
    from generator.word.render import BoundPart  # noqa: PLC0415 - Word libraries are slow to load

    parts = [BoundPart(p.template, shown_path(p.template), p.blocks) for p in file.parts]
    result = library.renderer.render(parts, manner)
    if result.data is None:
        return None, result.problems
    is_draft = manner.is_draft and not manner.is_clean
    name = file.name.removesuffix(".docx") + ("（草稿）.docx" if is_draft else ".docx")
    documents = tuple(
        WrittenDocument(
            part.blocks,
            tuple((a.name, a.key, a.figure) for a in result.anchors.get(part.blocks.id, ())),
        )
        for part in file.parts
    )
    return Written(name, result.data, result.text, documents), result.problems


def _write(
    files: list[Written], target: Path, examined: Examined
) -> tuple[tuple[Path, ...], list[Problem]]:
    """Write each file whole, then the manifest that names them."""
    ours = written_digests(target)
    paths: list[Path] = []
    problems: list[Problem] = []
    recorded: list[Written] = []
    for file in files:
        path, warning = _free_path(target / file.file, file, ours)
        if warning is not None:
            problems.append(warning)
        if fault := write_atomically(path, file.data):
            problems.append(fault)
        else:
            paths.append(path)
            recorded.append(replace(file, file=path.name))
    if examined.dossier is not None and examined.book is not None and paths:
        inputs = [examined.dossier.source.path, *(s.source.path for s in examined.dossier.subjects)]
        if examined.scheme is not None:
            inputs.append(examined.scheme.source.path)
        text = manifest_text(read_inputs(inputs, examined.dossier.path), recorded, examined.book)
        if fault := write_atomically(target / MANIFEST_FILE, text.encode()):
            problems.append(fault)
    return tuple(paths), problems


def _free_path(path: Path, file: Written, ours: dict[str, str]) -> tuple[Path, Problem | None]:
    """Leave a file that somebody changed alone: the new version is written beside it."""
    if _is_ours(path, file, ours):
        return path, None
    names = (
        f"{path.stem}{NEW_VERSION.format(n or '')}{path.suffix}" for n in chain((0,), count(2))
    )
    beside = next(p for n in names if _is_ours(p := path.with_name(n), file, ours))
    message = "这份文件在上次生成之后改动过，没有覆盖"
    hint = f"新版写在 {beside.name}；核对后自行合并，或移走改动过的那份再生成"
    return beside, Problem("O03", Severity.WARNING, message, Place(shown_path(path)), hint)


def _is_ours(path: Path, file: Written, ours: dict[str, str]) -> bool:
    """Tell whether a path is free, or holds what we wrote ourselves."""
    try:
        found = digest(path.read_bytes())
    except FileNotFoundError:
        return True
    except OSError:
        return not path.exists()
    return found in (ours.get(path.name), digest(file.data))
