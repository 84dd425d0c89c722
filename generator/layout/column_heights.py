"""Columns of tables, each by itself: how high they make rows at a width, and what is cut in them."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from math import inf
from typing import Final, NamedTuple

from generator.layout.adjust import Settings
from generator.layout.column_grid import TWIPS, Grid, GridCell, Words, from_em, in_em
from generator.model.type_setting import ColumnRules

_HALF: Final = 10  # twips in a half point
_LABEL: Final = 24  # characters: in words that are no longer, everybody sees what is cut
_LABEL_WEIGHT: Final = 3
_STACKED: Final = 2  # characters: a merged label that is narrower is set one character a line

Span = tuple[int, int]


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


class Label(NamedTuple):
    """How high the rows of a cell must be together."""

    first: int
    last: int
    height: int


class Labels(NamedTuple):
    """The cells over several rows in the same columns, at one width."""

    heights: tuple[Label, ...]
    broken: int
    lone: int


class Column(NamedTuple):
    """The heights that cells over the same columns give their rows at one width."""

    heights: list[int]
    total: int
    broken: int
    lone: int
    flow: int


class TableColumns:
    """The columns of tables that share them; what was looked at is remembered."""

    def __init__(self, grids: Sequence[Grid], settings: Settings, rules: ColumnRules) -> None:
        self._settings, self._ruler = settings, settings.ruler
        self._slack = round(rules.slack * TWIPS)
        self._rows = 0
        self._single: dict[Span, list[_Low]] = {}
        self._tall: dict[Span, list[_Tall]] = {}
        self._columns: dict[tuple[Span, int], Column] = {}
        self._looked_at: dict[Span, list[int]] = {}  # widths of columns, the narrowest first
        self._label_columns: dict[tuple[Span, int], Labels] = {}
        self._needs: dict[tuple[tuple[Words, ...], int, bool], _Need] = {}
        for grid in grids:
            self._take(grid)

    def broken(self, column: int, width: int) -> int:
        """Tell what is cut in the cells of one column when it is so wide."""
        span = (column, column + 1)
        broken = self._column(span, width).broken if span in self._single else 0
        return broken + (self._labels(span, width).broken if span in self._tall else 0)

    def _column(self, span: Span, width: int) -> Column:
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
            known = self._columns[span, width] = Column(heights, sum(heights), broken, lone, flow)
            insort(self._looked_at.setdefault(span, []), width)
        return known

    def _labels(self, span: Span, width: int) -> Labels:
        known = self._label_columns.get((span, width))
        if known is None:
            needs = [(own, self._need(own.cell, width, own.is_stacked)) for own in self._tall[span]]
            known = self._label_columns[span, width] = Labels(
                tuple(Label(own.first, own.last, need.height) for own, need in needs),
                sum(need.broken for _, need in needs),
                sum(need.lone for _, need in needs),
            )
        return known

    def of(self, edges: Sequence[int]) -> tuple[list[Column], list[Labels]]:
        """Return the columns between some edges, the cells over several rows apart."""
        found = [self._column(s, edges[s[1]] - edges[s[0]]) for s in self._single]
        return found, [self._labels(s, edges[s[1]] - edges[s[0]]) for s in self._tall]

    def foreseen(self, edges: Sequence[int]) -> tuple[list[Column], list[Labels]] | None:
        """Return the columns that were looked at, and for others what wider ones say; ``None``: all were.

        In less room words are no lower. What is cut in them nobody knows.
        """
        found: list[Column] = []
        tall: list[Labels] = []
        is_new = False
        for span in self._single:
            width = edges[span[1]] - edges[span[0]]
            known = self._columns.get((span, width))
            if known is None:
                is_new = True
                known = self._wider(span, width)
            if known is not None:
                found.append(known)
        for span in self._tall:
            labels = self._label_columns.get((span, edges[span[1]] - edges[span[0]]))
            if labels is None:
                is_new = True
            else:
                tall.append(labels)
        return (found, tall) if is_new and found else None

    def _wider(self, span: Span, width: int) -> Column | None:
        widths = self._looked_at.get(span, [])
        at = bisect_right(widths, width)
        if at == len(widths):
            return None
        return self._columns[span, widths[at]]._replace(broken=0, lone=0)

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
            is_narrow = ems < _STACKED * self._ruler.em and _STACKED < len(words.text) <= _LABEL
            broken += weight * (is_narrow and not is_stacked)
        if is_stacked:  # a wish: with more room than for one character a line, brackets are whole
            size = max(words.size for words in paragraphs)
            return _Need(height, broken if room >= _STACKED * _HALF * size else 0, 0, flow)
        return _Need(height, broken, lone, flow)
