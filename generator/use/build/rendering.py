"""Fill the templates of planned files: every file complete in memory before one is written."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.model.dossier import Dossier
from generator.model.order import Order
from generator.roundtrip.manifest import Written, WrittenDocument
from generator.use.build.planned_documents import PlannedFile
from generator.use.check.examine import Examined
from generator.use.library import Library

if TYPE_CHECKING:
    from generator.word.columns.fitter import Missed
    from generator.word.word_render import BoundPart, Manner, RenderedDocument

DRAFT = "（草稿）"
STATED = "（按填报数）"


class Rendering(NamedTuple):
    """The files, and what was found on the way."""

    files: tuple[Written, ...]
    problems: tuple[Problem, ...]


def render_files(
    files: Sequence[PlannedFile], examined: Examined, library: Library, order: Order
) -> Rendering:
    """Fill every template."""
    dossier = examined.dossier
    if dossier is None:
        return Rendering((), ())
    manner = _manner(dossier, library, order)
    renderer = library.renderer
    bound = [_bound(file, examined, library) for file in files]
    filled = [renderer.fill(parts, manner) for parts in bound]
    problems: list[Problem] = []
    for number in (n for n, parts in enumerate(bound) if _has_contents(parts)):
        pages, faults = _numbered(number, files[number], bound, manner, library, order)
        problems += faults
        if pages:
            filled[number] = renderer.fill(bound[number], manner, pages)
    # Tables of one template share their widths, so all are filled before the first is written.
    made = [renderer.finish(own) for own in renderer.arrange(filled)]
    for file, result in zip(files, made, strict=True):
        problems += (*result.problems, *(_missed(file, missed) for missed in result.missed))
    written = (
        _written(file, own, order) for file, own in zip(files, made, strict=True) if own.data
    )
    return Rendering(tuple(written), tuple(problems))


def _manner(dossier: Dossier, library: Library, order: Order) -> "Manner":
    from generator.word.word_render import Manner  # noqa: PLC0415 - Word libraries are slow to load

    unit = dossier.unit
    day = unit.unit.date or datetime.date(unit.year, 12, 31)
    style = library.workspace.entry.style
    # What is held against a printed form has its rows and merged cells, and no page ends of ours.
    is_fixed = order.is_stated or library.workspace.entry.layout == "fixed"
    return Manner(unit.unit.name, day, order.is_draft, order.is_clean, style, is_fixed)


def _bound(file: PlannedFile, examined: Examined, library: Library) -> "list[BoundPart]":
    from generator.word.word_printing import Means  # noqa: PLC0415 - Word libraries are slow to load
    from generator.word.word_render import BoundPart  # noqa: PLC0415 - see above

    means = Means(library.units, examined.book or {})
    return [
        BoundPart(
            p.template,
            shown_path(p.template),
            p.blocks,
            means,
            is_own=library.has_own_widths(p.template),
            smallest=round(2 * (p.printing.smallest_size or 0)),
            repeats_labels=p.printing.repeated_labels,
        )
        for p in file.parts
    ]


def _has_contents(parts: "Sequence[BoundPart]") -> bool:
    return any(part.blocks.contents for part in parts)


def _numbered(
    number: int,
    file: PlannedFile,
    bound: "Sequence[Sequence[BoundPart]]",
    manner: "Manner",
    library: Library,
    order: Order,
) -> tuple[dict[str, str], Iterable[Problem]]:
    """Return the pages of the lines of a table of contents: from the file as it will look, with anchors."""
    if not order.wants_pages:
        return {}, (_undated_contents(file),)
    renderer, anchored = library.renderer, manner._replace(is_clean=False)
    filled = [renderer.fill(parts, anchored) for parts in bound]
    document = renderer.finish(renderer.arrange(filled)[number])
    return _pages(document, bound[number], file)


def _pages(
    document: "RenderedDocument", parts: "Sequence[BoundPart]", file: PlannedFile
) -> tuple[dict[str, str], list[Problem]]:
    """Ask LibreOffice on which pages the lines of the contents lead."""
    from generator.word.bookmark_pages import page_numbers  # noqa: PLC0415 - see above
    from generator.word.office import find_office  # noqa: PLC0415 - only for page numbers

    if document.data is None:
        return {}, []
    office = find_office()
    if isinstance(office, Problem):
        return {}, [office._replace(severity=Severity.WARNING), _undated_contents(file)]
    wanted = {entry.key for part in parts for entry in part.blocks.contents}
    names = {
        anchor.name: anchor.key
        for part in parts
        for anchor in document.anchors.get(part.blocks.id, ())
        if anchor.key in wanted
    }
    found = page_numbers(document.data, list(names), office, shown=file.name)
    if isinstance(found, Problem):
        return {}, [found._replace(severity=Severity.WARNING), _undated_contents(file)]
    pages: dict[str, str] = {}
    for name, page in found.items():
        pages.setdefault(names[name], page)
    note = office.font_note(document.data, file.name)
    return pages, [note] if note is not None else []


def _undated_contents(file: PlannedFile) -> Problem:
    hint = "打开文件时更新目录（右键“更新域”），或加 --toc 由 LibreOffice 算出页码"
    return Problem("O13", Severity.NOTE, "目录还没有页码", Place(file.name), hint)


def _missed(file: PlannedFile, missed: "Missed") -> Problem:
    message = f"表有 {missed.pages} 页，末页只有 {missed.over:.0f} 磅（{missed.share:.0%}）"
    hint = f"删去 {missed.over:.0f} 磅（大约 {missed.lines} 行）就少一页"
    return Problem("O27", Severity.NOTE, message, Place(file.name), hint)


def _written(file: PlannedFile, result: "RenderedDocument", order: Order) -> Written:
    mark = STATED if order.is_stated else ""
    mark += DRAFT if order.is_draft and not order.is_clean else ""
    documents = tuple(
        WrittenDocument(
            part.blocks,
            tuple(result.anchors.get(part.blocks.id, ())),
        )
        for part in file.parts
    )
    name = f"{file.name.removesuffix('.docx')}{mark}.docx"
    return Written(name, result.data or b"", documents, result.stamp)
