"""Cells that say a part of the money with its name: 其中：基本支出：1185.2, or wait for its amount."""

from collections.abc import Iterator, Mapping

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.form_subject import form_subject
from generator.read.funds_parts import HEADS
from generator.read.label_book import LabelBook
from generator.tables.field_keys import OF_WHICH
from generator.tables.tag_keys import split_tag, written
from generator.use.adopt.cell_parts import solid
from generator.use.adopt.looking import Looked


def split_of(looked: Looked, cell: ReadCell) -> str:
    """Return what prints such a cell whole; nothing for any other."""
    subject = form_subject(looked.draft)
    for use in looked.uses.get(cell.place, ()) if subject is not None else ():
        tag = split_tag(use.keys)
        parts = subject.get(use.keys[:2]) if subject is not None and tag else None
        if not parts:
            continue
        at = use.keys[2]
        name, amount = (str(parts[at].get(key, "")) for key in ("name", "amount"))
        if solid(cell.text) == f"{'' if at else OF_WHICH}{name}：{amount}":
            return tag
    return ""


def open_splits(table: ReadTable, book: LabelBook) -> Mapping[DocumentPlace, str]:
    """Return what prints the names without amounts below 按收入性质分 and 按支出性质分.

    A form keeps its names; where a unit has a part, that stands in their place.
    """
    return {
        cell.place: f"{{% if {tag} %}}{written(tag)}{{% else %}}{cell.text.strip()}{{% endif %}}"
        for row in range(len(table.grid))
        for head in table.cells(row)
        if head.row == row and book.role(head.text) in HEADS
        for number, cell in enumerate(_below(table, head))
        if (tag := split_tag(("funds", book.role(head.text), number, "amount")))
    }


def _below(table: ReadTable, head: ReadCell) -> Iterator[ReadCell]:
    """Give the labels right below a head that are as wide as it is and say no amount."""
    for row in range(head.row + head.height, len(table.grid)):
        cell = table.at(row, head.column)
        is_below = cell is not None and (cell.row, cell.column, cell.end) == (
            row,
            head.column,
            head.end,
        )
        if cell is None or not is_below or not cell.text.strip().endswith(("：", ":")):
            return
        yield cell
