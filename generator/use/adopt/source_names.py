"""Where the names of the sources of money stand: one below the other, once more beside their amounts."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadTable
from generator.tables.tag_keys import OWN_COLUMN
from generator.use.adopt.looking import Looked


def source_places(looked: Looked) -> list[tuple[int, str, DocumentPlace]]:
    """Return number, name and place of every source, as the cells of the form were read.

    A source without an amount is none in the reading of a form that is filled in all over.
    """
    found = [
        (int(use.keys[2]), str(use.value), place)
        for place, uses in looked.uses.items()
        for use in uses
        if use.keys[:2] == ("funds", "sources") and use.keys[-1] == "name"
    ]
    found.sort(key=lambda own: own[0])
    is_whole = [number for number, _, _ in found] == [*range(len(found))]
    return found if is_whole else []


def follow(at: Sequence[DocumentPlace]) -> bool:
    """Tell names that stand one below the other."""
    return all(
        (a.part, a.table, a.column) == (b.part, b.table, b.column) and a.row + 1 == b.row
        for a, b in pairwise(at)
    )


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
