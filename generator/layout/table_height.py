"""Tables as a height that depends on the widths of their columns."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import inf
from typing import Final, NamedTuple

from generator.layout.adjust import Settings
from generator.layout.column_grid import Grid, GridCell, Words
from generator.model.type_setting import ColumnRules

TWIPS: Final = 20  # in a point
_HALF: Final = 10  # twips in a half point
_LABEL: Final = 24  # characters: in words that are no longer, everybody sees what is cut
_LABEL_WEIGHT: Final = 3
_STACKED: Final = 2  # characters: a merged label that is narrower is set one character a line

Span = tuple[int, int]


class Cost(NamedTuple):
    """What is wrong with some widths, and how high the forms are with them; heights in twips."""

    broken: int
    lone: int
    height: int
    flow: int = 0  # how high all words together would flow: shows the way between whole lines


class _Need(NamedTuple):
    height: int
    broken: int
    lone: int
    flow: int


class _Tall(NamedTuple):
    """A cell over several rows."""

    first: int
    last: int
    cell: GridCell
    is_stacked: bool


class _Low(NamedTuple):
    """A cell of one row; from ``ample`` on each of its paragraphs has its line to itself."""

    row: int
    cell: GridCell
    ample: float  # twips
    height: int


class _Label(NamedTuple):
    """How high the rows of a cell must be together."""

    first: int
    last: int
    height: int


class _Labels(NamedTuple):
    """The cells over several rows in the same columns, at one width."""

    heights: tuple[_Label, ...]
    broken: int
    lone: int


class _Column(NamedTuple):
    """The heights that cells over the same columns give their rows at one width."""

    heights: list[int]
    total: int
    broken: int
    lone: int
    flow: int


class Columns(NamedTuple):
    """The columns of a table at some widths; together they are as high as the highest, or higher."""

    at_least: Cost
    found: Sequence[_Column]
    tall: Sequence[_Labels]


class Sheet:
    """The cells of tables that share their columns."""

    def __init__(self, grids: Sequence[Grid], settings: Settings, rules: ColumnRules) -> None:
        self._settings, self._ruler = settings, settings.ruler
        self._slack = round(rules.slack * TWIPS)
        self._rows = 0
        self._single: dict[Span, list[_Low]] = {}
        self._tall: dict[Span, list[_Tall]] = {}
        self._columns: dict[tuple[Span, int], _Column] = {}
        self._label_columns: dict[tuple[Span, int], _Labels] = {}
        self._needs: dict[tuple[tuple[Words, ...], int, bool], _Need] = {}
        for grid in grids:
            self._take(grid)

    def cost(self, edges: Sequence[int]) -> Cost:
        """Tell what widths cost; ``edges`` are the common ones, the left end first."""
        return self.together(self.columns(edges))

    def broken(self, column: int, width: int) -> int:
        """Tell what is cut in the cells of one column when it is so wide."""
        span = (column, column + 1)
        broken = self._column(span, width).broken if span in self._single else 0
        return broken + (self._labels(span, width).broken if span in self._tall else 0)

    def worked_out(self, edges: Sequence[int]) -> tuple[Cost, list[int]]:
        """Tell what widths cost, and how high each row is."""
        return self._worked_out(self.columns(edges))

    def columns(self, edges: Sequence[int]) -> Columns:
        """Look at the columns that some widths make, each by itself."""
        found = [self._column(s, edges[s[1]] - edges[s[0]]) for s in self._single]
        tall = [self._labels(s, edges[s[1]] - edges[s[0]]) for s in self._tall]
        broken = lone = flow = height = 0
        for column in found:
            broken += column.broken
            lone += column.lone
            flow += column.flow
            height = max(height, column.total)
        for labels in tall:
            broken += labels.broken
            lone += labels.lone
        return Columns(Cost(broken, lone, height, flow), found, tall)

    def together(self, columns: Columns) -> Cost:
        """Tell what columns cost beside each other."""
        return self._worked_out(columns)[0]

    def _worked_out(self, columns: Columns) -> tuple[Cost, list[int]]:
        least, found, tall = columns
        heights = (
            list(map(max, *(c.heights for c in found))) if len(found) > 1 else found[0].heights
        )
        reach = list(accumulate(heights, initial=0))
        lacking = [
            (label.last - label.first, label.first, label.last, label.height)
            for labels in tall
            for label in labels.heights
            if label.height > reach[label.last + 1] - reach[label.first]
        ]
        if lacking:
            heights = _stretched(heights, lacking)
        total = sum(heights) if lacking else reach[-1]
        return least._replace(height=total), heights

    def _take(self, grid: Grid) -> None:
        for cell in grid.cells:
            span = (cell.start, cell.start + cell.span)
            row = self._rows + cell.row
            if cell.rows == 1:
                self._single.setdefault(span, []).append(self._low(row, cell))
            elif cell.words:
                room = sum(grid.widths[span[0] : span[1]]) - cell.beside
                narrow = room < _STACKED * _HALF * max(w.size for w in cell.words)
                last = row + cell.rows - 1
                self._tall.setdefault(span, []).append(_Tall(row, last, cell, narrow))
        self._rows += grid.rows

    def _low(self, row: int, cell: GridCell) -> _Low:
        """Tell from which width on nothing of a cell of one row depends on it."""
        ample = 0.0
        for words in cell.words:
            parts = self._ruler.parts(words.text)
            own = from_em(parts[0].ends[-1], words.size, self._ruler.em)
            ample = max(ample, own if len(parts) == 1 else inf)
        height = sum(words.line for words in cell.words) + cell.above
        return _Low(row, cell, ample + cell.beside + self._slack, height)

    def _column(self, span: Span, width: int) -> _Column:
        known = self._columns.get((span, width))
        if known is None:
            heights, broken, lone, flow = [0] * self._rows, 0, 0, 0
            for row, cell, ample, low in self._single[span]:
                if width >= ample:
                    heights[row] = max(heights[row], low)
                    continue
                need = self._need(cell, width, is_stacked=False)
                heights[row] = max(heights[row], need.height)
                broken += need.broken
                lone += need.lone
                flow += need.flow
            known = self._columns[span, width] = _Column(heights, sum(heights), broken, lone, flow)
        return known

    def _labels(self, span: Span, width: int) -> _Labels:
        known = self._label_columns.get((span, width))
        if known is None:
            needs = [(own, self._need(own.cell, width, own.is_stacked)) for own in self._tall[span]]
            known = self._label_columns[span, width] = _Labels(
                tuple(_Label(own.first, own.last, need.height) for own, need in needs),
                sum(need.broken for _, need in needs),
                sum(need.lone for _, need in needs),
            )
        return known

    def _need(self, cell: GridCell, width: int, is_stacked: bool) -> _Need:  # noqa: FBT001 - part of the key
        room = width - cell.beside - self._slack
        key = (cell.words, room, is_stacked)
        known = self._needs.get(key)
        if known is None:
            known = self._needs[key] = self._needed(cell.words, room, is_stacked=is_stacked)
        return known._replace(height=known.height + cell.above) if cell.above else known

    def _needed(self, paragraphs: tuple[Words, ...], room: int, *, is_stacked: bool) -> _Need:
        height = broken = lone = flow = 0
        for words in paragraphs:
            parts = self._ruler.parts(words.text)
            ems = in_em(room, words.size, self._ruler.em)
            lines = self._settings.of(words.text, ems).lines
            height += lines.number * words.line
            weight = _LABEL_WEIGHT if len(words.text) <= _LABEL else 1
            broken += lines.broken * weight
            lone += lines.lone * weight
            if lines.number > len(parts):
                flow += words.line * sum(part.ends[-1] for part in parts) // max(ems, 1)
        return _Need(height, 0, 0, flow) if is_stacked else _Need(height, broken, lone, flow)


def _stretched(heights: list[int], lacking: list[tuple[int, int, int, int]]) -> list[int]:
    """Let last rows grow until cells over several rows have room, the shortest of these first."""
    grown = list(heights)
    for _, first, last, height in sorted(lacking):
        grown[last] += max(height - sum(grown[first : last + 1]), 0)
    return grown


def in_em(room: int, size: int, em: int) -> int:
    """Return a length in units of an em of letters of some size (in half points)."""
    return room * em // (size * _HALF)


def from_em(width: int, size: int, em: int) -> int:
    """Return a length in twips."""
    return -(-width * size * _HALF // em)


def tallest(grids: Iterable[Grid], settings: Settings, rules: ColumnRules) -> list[Grid]:
    """Choose of many tables the highest ones, as many as there is time for."""
    known = list(dict.fromkeys(grids))
    if sum(grid.rows for grid in known) <= rules.rows:
        return known
    heights = {
        number: Sheet([grid], settings, rules).cost(edges_of(grid.widths)).height
        for number, grid in enumerate(known)
    }
    chosen: list[int] = []
    rows = 0
    for number in sorted(heights, key=lambda n: (-heights[n], n)):
        rows += known[number].rows
        if chosen and rows > rules.rows:
            break
        chosen.append(number)
    return [known[number] for number in sorted(chosen)]


def edges_of(widths: Sequence[int]) -> tuple[int, ...]:
    """Return where columns end, the left end of the first one before them."""
    reach, found = 0, [0]
    for width in widths:
        reach += width
        found.append(reach)
    return tuple(found)
