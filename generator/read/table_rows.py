"""A row of a table as the reader of forms sees it: its cells once each, with what they stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook

NUMERIC = frozenset((*AMOUNTS, "weight", "rate", "score"))
# Labels of whole blocks: beside them stand other labels, not their value.
BLOCKS = frozenset(("funds", "indicators", "budget-and-purpose"))


class Spot(NamedTuple):
    """A cell and its role."""

    cell: ReadCell
    role: str

    @property
    def text(self) -> str:
        """Return the words of the cell."""
        return self.cell.text.strip()


def spots(table: ReadTable, row: int, book: LabelBook) -> list[Spot]:
    """Return the cells that begin in a row."""
    return [Spot(c, book.role(c.text)) for c in table.cells(row) if c.row == row]


def covering(table: ReadTable, row: int, book: LabelBook) -> list[Spot]:
    """Return all cells of a row, those that began above included."""
    return [Spot(c, book.role(c.text)) for c in table.cells(row)]


class Column(NamedTuple):
    """A column of a header: what it holds, and where."""

    role: str
    start: int
    end: int
    label: str


def columns_of(found: Sequence[Spot], wanted: frozenset[str]) -> dict[str, Column]:
    """Return the columns that a header names; the first of a role wins."""
    columns: dict[str, Column] = {}
    for spot in found:
        if spot.role in wanted and spot.role not in columns:
            columns[spot.role] = Column(spot.role, spot.cell.column, spot.cell.end, spot.cell.text)
    return columns


def cell_in(table: ReadTable, row: int, column: Column | None) -> ReadCell | None:
    """Return the cell of a row in a column; a form whose rows shift keeps the left edge."""
    return None if column is None else table.at(row, column.start)


def own_cells(table: ReadTable, row: int) -> list[ReadCell]:
    """Return the cells that begin in a row, without the blank ones at its end."""
    found = [c for c in table.cells(row) if c.row == row]
    while found and not found[-1].text.strip():
        found.pop()
    return found


def leaf_heads(
    table: ReadTable, row: int
) -> tuple[int, tuple[ReadCell, ...], tuple[ReadCell, ...]]:
    """Return the lowest row of a header of one or two rows, its lowest cells, and those over them."""
    heads = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    wide = [c for c in heads if c.width > 1 and c.height == 1]
    if not wide or row + 1 >= len(table.grid) or not any(c.height > 1 for c in heads):
        return row, tuple(heads), ()
    lower = [c for c in table.cells(row + 1) if c.row >= row and c.text.strip()]
    return row + 1, tuple(lower), tuple(c for c in heads if c not in lower)
