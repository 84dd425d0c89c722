"""The labels of a cell in its table: the words to its left, and those over its column."""

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.label_book import LabelBook
from generator.tables.tag_keys import FIELDS
from generator.use.adopt.looking import Map

_JOIN = "·"


def label_of(table: ReadTable, cell: ReadCell, book: LabelBook) -> str:
    """Return the nearest words to the left of a cell that may be a label."""
    for column in range(cell.column - 1, -1, -1):
        left = table.at(cell.row, column)
        if left is not None and left is not cell and looks_like_label(left.text, book):
            return left.text
    return ""


def header_of(table: ReadTable, cell: ReadCell, book: LabelBook) -> str:
    """Return the nearest words above a cell that may be the heading of its column."""
    for row in range(cell.row - 1, -1, -1):
        above = table.at(row, cell.column)
        if above is None or above.width > cell.width + 1:
            return ""
        if above.column == cell.column and looks_like_label(above.text, book):
            return above.text
    return ""


def labels_field(table: ReadTable, label: ReadCell, uses: Map) -> bool:
    """Tell a cell by which a reader called the field that stands beside it."""
    beside = table.at(label.row, label.end)
    said = "".join(label.text.split()).strip("：:")
    return beside is not None and any(
        use.keys == (FIELDS, said) for use in uses.get(beside.place, ())
    )


def name_of(table: ReadTable, cell: ReadCell, book: LabelBook) -> str:
    """Name a cell by its labels: that of its row, and that of its column where it has one."""
    label, header = label_of(table, cell, book), header_of(table, cell, book)
    parts = dict.fromkeys("".join(p.split()).strip("：:") for p in (label, header))
    return _JOIN.join(p for p in parts if p)
