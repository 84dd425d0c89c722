"""Tables as grids: what stands in their cells, and how wide their columns are. Lengths in twips."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Words(NamedTuple):
    """A paragraph of a cell: what it says (line breaks as such), its size in half points, the height of its lines."""

    text: str
    size: int
    line: int


class GridCell(NamedTuple):
    """A cell: its first row and column, over how many it goes, its words, the space around them."""

    row: int
    start: int
    rows: int
    span: int
    words: tuple[Words, ...]
    beside: int  # left and right of its words together
    above: int  # above and below together


class Grid(NamedTuple):
    """A table."""

    widths: tuple[int, ...]
    rows: int
    cells: tuple[GridCell, ...]


class Form(NamedTuple):
    """Tables that stand under each other in one frame."""

    grids: tuple[Grid, ...]

    @property
    def widths(self) -> tuple[tuple[int, ...], ...]:
        """Return the widths of the columns of each table."""
        return tuple(grid.widths for grid in self.grids)


class Frame(NamedTuple):
    """The columns that the tables of a form have in common, and which of them each column covers."""

    widths: tuple[int, ...]
    columns: tuple[
        tuple[int, ...], ...
    ]  # by table: the common column at which each of its own ends

    def widths_of(self, table: int, common: Sequence[int]) -> tuple[int, ...]:
        """Return the widths of a table's own columns."""
        at, found = 0, []
        for end in self.columns[table]:
            found.append(sum(common[at:end]))
            at = end
        return tuple(found)


def frame_of(widths: Sequence[Sequence[int]], near: int) -> Frame:
    """Lay columns of several tables over each other; edges that lie near each other are one."""
    own = [_edges(one) for one in widths]
    edges: list[int] = []
    for edge in sorted({e for one in own for e in one}):
        if not edges or edge - edges[-1] > near:
            edges.append(edge)
    common = [0, *edges]
    columns = []
    for one in own:
        ends = [min(range(len(edges)), key=lambda n: abs(edges[n] - edge)) + 1 for edge in one]
        columns.append(tuple(ends))
    return Frame(tuple(b - a for a, b in pairwise(common)), tuple(columns))


def _edges(widths: Sequence[int]) -> list[int]:
    reach, found = 0, []
    for width in widths:
        reach += width
        found.append(reach)
    return found
