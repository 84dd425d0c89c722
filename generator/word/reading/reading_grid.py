"""Tables as grids: spans and vertical merges resolved, nested tables handed back.

A label that a page end cut, and that says again what it is, is one with the label above it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.base.archive import UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.layout.pack import type_setting
from generator.model.foreign_document import ReadCell, ReadTable
from generator.word.reading.markup import (
    Element,
    child,
    content,
    descend,
    is_word,
    local,
    value,
    w,
    whole,
)

MOST_COLUMNS = 200
MOST_FIELDS = 2_000_000
_INSIDE = "内的"
_WIDE = str.maketrans("()︵︶", "（）（）")
_TAIL = ("）", ")", "︶")  # few cells end so: only these are looked at closely
DEEPEST = 8  # tables in tables, text boxes in text boxes

ReadText = Callable[[Element], str]
Nested = list[tuple[Element, DocumentPlace]]


@dataclass
class _Draft:
    """A cell while its height is not known yet."""

    cell: ReadCell
    height: int = 1


def read_grid(
    table: Element, place: DocumentPlace, read_text: ReadText
) -> tuple[ReadTable, Nested]:
    """Lay a table out as a grid; a cell that continues a merge is the one above."""
    nested: Nested = []
    rows: list[list[_Draft]] = []
    fields = 0
    for number, row in enumerate(rows_of(table)):
        drafts: list[_Draft] = []
        above = rows[-1] if rows else []
        if before := whole(value(row, "trPr/gridBefore")):
            drafts.append(_empty(place, number, 0, before))
        is_gone = descend(row, "trPr/del") is not None
        for cell in [] if is_gone else cells_of(row):
            column = drafts[-1].cell.end if drafts else 0
            properties = child(cell, "tcPr")
            width = min(max(1, whole(value(properties, "gridSpan"), 1)), MOST_COLUMNS)
            if column + width > MOST_COLUMNS:
                raise UnsafePackageError("表格的列太多", f"最多 {MOST_COLUMNS} 列")
            over = _covering(above, column) if _continues(properties) else None
            if over is not None and over.cell.column == column:
                over.height = number - over.cell.row + 1
                drafts.append(over)
                continue
            at = place._replace(row=number + 1, column=column + 1)
            text, inner = _text(cell, at, read_text)
            over = _covering(above, column) if text.endswith(_TAIL) else None
            if over is not None and _goes_on(over.cell, column, width, text):
                over.height = number - over.cell.row + 1
                drafts.append(over)
                continue
            nested += inner
            drafts.append(_Draft(ReadCell(text, at, number, column, 1, width)))
        rows.append([d for d in drafts if d.cell.width])
        fields += sum(d.cell.width for d in rows[-1])
        if fields > MOST_FIELDS:
            raise UnsafePackageError("表格太大", f"最多 {MOST_FIELDS:,} 格")
    return ReadTable(_grid(rows), place), nested


def _grid(rows: list[list[_Draft]]) -> tuple[tuple[ReadCell, ...], ...]:
    done: dict[int, ReadCell] = {}

    def final(draft: _Draft) -> ReadCell:
        if id(draft) not in done:
            done[id(draft)] = (
                draft.cell._replace(height=draft.height) if draft.height > 1 else draft.cell
            )
        return done[id(draft)]

    return tuple(
        tuple(cell for draft in row for cell in [final(draft)] * draft.cell.width) for row in rows
    )


def is_nested(place: DocumentPlace) -> bool:
    """Tell a table that stands in a cell of another."""
    return place.part.endswith(_INSIDE)


def nested_place(at: DocumentPlace, number: int) -> DocumentPlace:
    """Return the place of a table inside a cell."""
    outer = f"表 {at.table}第 {at.row} 行第 {at.column} 列{_INSIDE}"
    return DocumentPlace(f"{at.part}{outer}", table=number)


def rows_of(table: Element) -> list[Element]:
    """Return the rows, also those in content controls."""
    return _unwrapped(table, "tr")


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row, also those in content controls."""
    return _unwrapped(row, "tc")


def column_of_cells(row: Element) -> Iterator[tuple[int, Element]]:
    """Give the cells of a row with the grid column in which each begins, from 0."""
    column = whole(value(row, "trPr/gridBefore"))
    for cell in cells_of(row):
        yield column, cell
        width = min(max(1, whole(value(child(cell, "tcPr"), "gridSpan"), 1)), MOST_COLUMNS)
        column += width


def _unwrapped(parent: Element, wanted: str) -> list[Element]:
    found: list[Element] = []
    work = list(reversed(parent))
    while work:
        element = work.pop()
        name = local(element)
        if name == wanted and is_word(element):
            found.append(element)
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            work += reversed(element)
    return found


def _continues(properties: Element | None) -> bool:
    found = descend(properties, "vMerge")
    return found is not None and found.get(w("val"), "continue") == "continue"


def _goes_on(above: ReadCell, column: int, width: int, text: str) -> bool:
    """Tell whether a cell says no more than that the one above it goes on."""
    said = "".join(text.split()).translate(_WIDE)
    name = said.removesuffix(type_setting().rows.continued)
    is_below = (above.column, above.width) == (column, width)
    return is_below and name != said and name == "".join(above.text.split()).translate(_WIDE)


def _covering(row: list[_Draft], column: int) -> _Draft | None:
    return next((d for d in row if d.cell.column <= column < d.cell.end), None)


def _empty(place: DocumentPlace, row: int, column: int, width: int) -> _Draft:
    at = place._replace(row=row + 1, column=column + 1)
    return _Draft(ReadCell("", at, row, column, 1, min(max(0, width), MOST_COLUMNS)))


def _text(cell: Element, place: DocumentPlace, read_text: ReadText) -> tuple[str, Nested]:
    paragraphs: list[str] = []
    nested: Nested = []
    for element, _ in content(cell):
        if local(element) == "p":
            paragraphs.append(read_text(element))
        else:
            nested.append((element, place))
    return "\n".join(paragraphs), nested
