"""Cells over several rows that are cut by page ends: each part says again what it is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.layout.column_grid import Grid, GridCell


class Part(NamedTuple):
    """A part of a cut cell: where it begins, over how many rows it goes, and the row that has the words."""

    row: int
    column: int
    rows: int
    source: int  # the row in which the cell begins
    is_again: bool  # it says that it goes on


def parts_of(grid: Grid, ends: Sequence[int], heads: int, longest: int) -> list[Part]:
    """Return the parts into which page ends cut the labels of a table; ``ends`` are rows that begin pages.

    A label beside heads and rows stands beside the rows only, so that the heads can be repeated.
    """
    return [
        part
        for cell in grid.cells
        if cell.rows > 1 and 0 < sum(len(words.text) for words in cell.words) <= longest
        for part in _cut(cell, ends, heads)
    ]


def is_beside_heads(cell: GridCell, heads: int) -> bool:
    """Tell a label that stands beside heads and the rows under them."""
    return cell.row < heads < cell.row + cell.rows


def _cut(cell: GridCell, ends: Sequence[int], heads: int) -> Iterator[Part]:
    stop = cell.row + cell.rows
    first = heads if is_beside_heads(cell, heads) else cell.row
    cuts = sorted({first, *(end for end in ends if first < end < stop)})
    if first == cell.row and len(cuts) == 1:
        return
    for begin, end in zip(cuts, (*cuts[1:], stop), strict=True):
        if begin != cell.row:
            yield Part(begin, cell.start, end - begin, cell.row, begin != first)
