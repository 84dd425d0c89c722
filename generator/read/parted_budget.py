"""A strip whose labels lean on the one before them: 预算安排 | 年初 | 1450 | 调整后 | 1450 | 实际支出 | 1421."""

from itertools import pairwise

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook, normal

_LONGEST = 8  # of 调整后
_LEAST = 4  # cells: the label of all, and one with its amount, and what was spent


def with_parted_budget(table: ReadTable, book: LabelBook) -> ReadTable:
    """Return a table in which 年初, behind the label of the budget and before an amount, says it whole."""
    moments = book.phrases.words("moment-of-budget")
    whole = next(iter(book.phrases.words("budget-word")), "")
    changed: dict[int, ReadCell] = {}
    for row in range(len(table.grid)):
        own = [c for c in table.cells(row) if c.row == row and c.text.strip()]
        if len(own) < _LEAST or not any(
            len(c.text) <= _LONGEST and normal(c.text) in moments for c in own[1:]
        ):
            continue
        is_budget = False
        for cell, behind in pairwise(own):
            if normal(cell.text) in moments:
                if is_budget and book.money.is_figure(behind.text):
                    changed[id(cell)] = cell._replace(text=f"{normal(cell.text)}{whole}")
            elif not book.money.is_figure(cell.text):
                is_budget = any(word in cell.text for word in book.phrases.words("budget-word"))
    if not changed:
        return table
    grid = tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in table.grid)
    return table._replace(grid=grid)
