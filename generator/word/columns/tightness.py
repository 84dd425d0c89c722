"""How tight a form is set: the largest letters that it has, the air of its rows."""

from typing import NamedTuple

from generator.layout.column_grid import Grid, Words


class Tightness(NamedTuple):
    """The size in half points and the air above and below in twips that a form has at most; 0: as it is."""

    size: int = 0
    air: int = 0

    def of_size(self, size: int) -> int:
        """Return how large letters are."""
        return min(size, self.size or size)

    def of_line(self, line: int, size: int) -> int:
        """Return how high lines of letters of some size are."""
        return round(line * self.of_size(size) / size)

    def of_air(self, air: int) -> int:
        """Return how much air there is above, or below."""
        return min(air, self.air or air)


def tightened(grid: Grid, tightness: Tightness) -> Grid:
    """Return a table as it is when set tighter."""
    if tightness == Tightness():
        return grid
    cells = (
        cell._replace(
            words=tuple(_words(words, tightness) for words in cell.words),
            above=min(cell.above, 2 * tightness.air) if tightness.air else cell.above,
        )
        for cell in grid.cells
    )
    return grid._replace(cells=tuple(cells))


def _words(words: Words, tightness: Tightness) -> Words:
    size = tightness.of_size(words.size)
    return words._replace(size=size, line=tightness.of_line(words.line, words.size))
