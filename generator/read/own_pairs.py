"""Fields that a form declares: a label with its value beside, below or behind a colon."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.own_form import OwnField
from generator.read.label_book import LabelBook
from generator.read.own_book import OwnBook
from generator.read.own_found import Found, Taken
from generator.read.own_options import options_beside
from generator.read.printed_values import labelled_parts, squeezed

_NAMES = frozenset(("name", "level3"))


class TakenCells(NamedTuple):
    """What was taken, the cells that are no longer there, and what is left of others."""

    taken: Taken
    cells: tuple[ReadCell, ...]
    rests: tuple[tuple[ReadCell, str], ...] = ()


class LineTaken(NamedTuple):
    """The fields of a line, and the words that are left."""

    values: tuple[Found, ...]
    rest: str
    asked: tuple[str, ...]


def take_pairs(table: ReadTable, own: OwnBook, book: LabelBook) -> TakenCells:
    """Take the labels of a table that are declared, with their values."""
    values: list[Found] = []
    labels: list[ReadCell] = []
    asked: list[str] = []
    cells: list[ReadCell] = []
    rests: list[tuple[ReadCell, str]] = []
    named = indicator_names(table, book)
    for row in range(len(table.grid)):
        for cell in table.cells(row):
            if cell.row != row or cell in cells or cell.place in named:
                continue
            field = own.field(cell.text)
            if field is None:
                line = take_line(cell, own)
                if line.asked:
                    asked += line.asked
                    values += line.values
                    rests.append((cell, line.rest))
                continue
            value = _value_of(table, cell, own, book)
            labels.append(cell)
            asked.append(f"fields.{field.name}")
            cells.append(cell)
            if value is not None and field.words:
                spread = options_beside(table, value, field, book)
                cells += spread.cells
                value = spread.said
            if value is not None:
                cells.append(value)
                values.append(Found(("fields", field.name), field, value, cell.text))
    places = tuple(cell.place for cell in labels)
    return TakenCells(
        Taken(tuple(values), labels=places, asked=tuple(asked)), tuple(cells), tuple(rests)
    )


def indicator_names(table: ReadTable, book: LabelBook) -> frozenset[DocumentPlace]:
    """Return the cells that name indicators: what is called as a field is, is none below their header."""
    found: set[DocumentPlace] = set()
    for row in range(len(table.grid)):
        heads = [c for c in table.cells(row) if c.row == row and c.text.strip()]
        roles = [book.columns.role(head.text) for head in heads]
        if "target" in roles:
            named = (h for h, role in zip(heads, roles, strict=True) if role in _NAMES)
            found |= {cell.place for head in named for cell in cells_below(table, head)}
    return frozenset(found)


def cells_below(table: ReadTable, head: ReadCell) -> list[ReadCell]:
    """Return the cells below a heading that are no wider, as far down as there are any."""
    cells: list[ReadCell] = []
    for row in range(head.row + head.height, len(table.grid)):
        cell = table.at(row, head.column)
        if cell is None or cell.column != head.column or cell.end > head.end:
            break
        if cell.row == row and cell.text.strip():
            cells.append(cell)
    return cells


def _value_of(table: ReadTable, label: ReadCell, own: OwnBook, book: LabelBook) -> ReadCell | None:
    """Return the cell to the right of a label; where that is a label or the edge, the one below."""
    beside = table.at(label.row, label.end)
    if beside is not None and beside.row <= label.row and not _is_label(beside, own, book):
        return beside
    below = table.at(label.row + label.height, label.column)
    is_below = below is not None and below.column == label.column and below.end >= label.end
    if below is None or not is_below or _is_label(below, own, book):
        return None
    return below


def _is_label(cell: ReadCell, own: OwnBook, book: LabelBook) -> bool:
    return own.is_label(cell.text) or bool(book.role(cell.text))


def take_line(cell: ReadCell, own: OwnBook) -> LineTaken:
    """Take the declared fields of a cell or paragraph whose parts have labels: 填表人：某某　　电话：……."""
    if ":" not in cell.text and "：" not in cell.text:
        return LineTaken((), cell.text, ())
    parts = [part for line in cell.text.split("\n") for part in labelled_parts(line)]
    found: list[Found] = []
    rest: list[str] = []
    asked: list[str] = []
    for part in parts:
        head, colon, said = part.replace("：", ":").partition(":")
        field = own.field(head) if colon else None
        if field is None:
            rest.append(part)
        else:
            asked.append(f"fields.{field.name}")
            said = part[len(head) + 1 :]
            found += _found(field, said, head, cell)
    return LineTaken(tuple(found), "\n".join(rest), tuple(asked))


def _found(field: OwnField, said: str, heading: str, cell: ReadCell) -> Iterator[Found]:
    if squeezed(said):
        inside = cell._replace(text=said.strip())
        yield Found(("fields", field.name), field, inside, heading)
