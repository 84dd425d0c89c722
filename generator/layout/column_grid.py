"""Tables as grids: what stands in their cells, and how wide their columns are. Lengths in twips."""

from typing import Final, NamedTuple

TWIPS: Final = 20  # in a point
HALF_POINT: Final = 10  # twips in a half point


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


def in_em(room: int, size: int, em: int) -> int:
    """Return a length in units of an em of letters of some size (in half points)."""
    return room * em // (size * HALF_POINT)


def from_em(width: int, size: int, em: int) -> int:
    """Return a length in twips."""
    return -(-width * size * HALF_POINT // em)
