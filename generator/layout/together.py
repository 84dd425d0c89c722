"""Rows that the end of a page should not part: heads and their rows, small groups, a total and what it adds up."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.layout.column_grid import Grid


class Ends(NamedTuple):
    """How a table begins and ends: heads that are repeated, whether words follow it, or another table."""

    heads: int = 0
    is_followed: bool = False
    is_joined: bool = False  # another table of the form stands right below


def rows_kept(grid: Grid, heights: Sequence[int], ends: Ends, most: int) -> frozenset[int]:
    """Return the rows that are to stay with the next one; a group that is higher than ``most`` may be parted."""
    last = grid.rows - 1
    kept = {row for row in _wished(grid, heights, ends, most) if row < last}
    if ends.is_followed or (ends.is_joined and heights[last] <= most):
        kept.add(last)
    return frozenset(kept)


def _wished(grid: Grid, heights: Sequence[int], ends: Ends, most: int) -> Iterator[int]:
    if ends.heads:  # at least two rows under the heads
        yield from range(ends.heads + 1)
    if grid.rows > 1 and not ends.is_joined and heights[-2] <= most:
        yield grid.rows - 2  # the last row, most often a total, with the one before
    for cell in grid.cells:
        if cell.rows == 1:
            continue
        group = range(cell.row, cell.row + cell.rows)
        is_below_heads = ends.heads > 0 and cell.row == ends.heads
        if sum(heights[row] for row in group) <= most and not is_below_heads:
            yield from group[:-1]
        else:
            yield cell.row  # a label is never alone
