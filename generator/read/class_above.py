"""A class of the second level that is called as a field of the form is: 绩效目标 below 决策."""

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook


def is_of_class_above(table: ReadTable, cell: ReadCell, book: LabelBook) -> bool:
    """Tell it by the class that it belongs to, which stands beside it or above, in a column before."""
    word = book.classes.word(cell.text)
    parent = book.classes.parent(word.name) if word.is_level2 else ""
    if not parent:
        return False
    uppers = (_last_said(table, cell.row, column) for column in range(cell.column))
    return any(book.classes.word(upper).name == parent for upper in uppers)


def _last_said(table: ReadTable, row: int, column: int) -> str:
    """Return what stands in a column, in a row or last above it."""
    cells = (table.at(at, column) for at in range(row, -1, -1))
    return next((c.text for c in cells if c is not None and c.text.strip()), "")
