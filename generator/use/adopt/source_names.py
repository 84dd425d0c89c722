"""Names of the sources of money that stand once more beside each of their amounts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.model.foreign_document import ReadTable
from generator.tables.tag_keys import OWN_COLUMN


def names_again(table: ReadTable, rows: Sequence[int], first: int) -> Iterator[int]:
    """Give the columns that say in every row what the ``first`` one says: the name of the source."""
    names = [_said(table, row, first) for row in rows]
    for cell in table.cells(rows[0]):
        said = [_said(table, row, cell.column) for row in rows]
        if cell.row == rows[0] and cell.column != first and said == names and all(names):
            yield cell.column


def have_amounts(own: Sequence[int], named: Collection[int], columns: Mapping[int, str]) -> bool:
    """Tell whether behind each name of a source an amount of its own stands."""
    behind = [columns.get(after, "") for column, after in pairwise(own) if column in named]
    said = [name for name in behind if name and not OWN_COLUMN.fullmatch(name)]
    return len(said) == len(named) == len({*said})


def _said(table: ReadTable, row: int, column: int) -> str:
    cell = table.at(row, column)
    return "" if cell is None else "".join(cell.text.split())
