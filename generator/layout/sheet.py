"""Forms as a height that depends on the widths of their common columns."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from generator.layout.grid import Form, Frame, GridCell, Words
from generator.layout.lines import Lines, lines_in
from generator.layout.ruler import Ruler
from generator.model.type_setting import ColumnRules

TWIPS: Final = 20  # in a point
_HALF: Final = 10  # twips in a half point
_STACKED: Final = 2  # characters: a merged label that is narrower is set one character a line

Span = tuple[int, int]


class Cost(NamedTuple):
    """What is wrong with some widths, and how high the forms are with them; heights in twips."""

    broken: int
    lone: int
    height: int


class _Need(NamedTuple):
    height: int
    broken: int
    lone: int


class _Tall(NamedTuple):
    """A cell over several rows."""

    first: int
    last: int
    cell: GridCell
    span: Span
    is_stacked: bool


class _Column(NamedTuple):
    """The heights that cells over the same columns give their rows at one width."""

    heights: list[int]
    broken: int
    lone: int


class Sheet:
    """The cells of forms that share their columns."""

    def __init__(
        self, forms: Sequence[tuple[Form, Frame]], ruler: Ruler, rules: ColumnRules
    ) -> None:
        self._ruler = ruler
        self._slack = round(rules.slack * TWIPS)
        self._rows = 0
        self._single: dict[Span, list[tuple[int, GridCell]]] = {}
        self._tall: list[_Tall] = []
        self._columns: dict[tuple[Span, int], _Column] = {}
        self._needs: dict[tuple[tuple[Words, ...], int, bool], _Need] = {}
        for form, frame in forms:
            self._take(form, frame)
        self.spans = tuple(sorted({*self._single, *(tall.span for tall in self._tall)}))

    def cost(self, edges: Sequence[int]) -> Cost:
        """Tell what widths cost; ``edges`` are the common ones, the left end first."""
        found = [self._column(span, edges[span[1]] - edges[span[0]]) for span in self._single]
        heights = (
            list(map(max, *(c.heights for c in found))) if len(found) > 1 else found[0].heights
        )
        broken = sum(c.broken for c in found)
        lone = sum(c.lone for c in found)
        total = sum(heights)
        grown: dict[int, int] = {}
        for tall in self._tall:
            need = self._need(tall.cell, edges[tall.span[1]] - edges[tall.span[0]], tall.is_stacked)
            broken += need.broken
            lone += need.lone
            have = sum(heights[tall.first : tall.last + 1])
            have += sum(more for row, more in grown.items() if tall.first <= row <= tall.last)
            if need.height > have:
                grown[tall.last] = grown.get(tall.last, 0) + need.height - have
        return Cost(broken, lone, total + sum(grown.values()))

    def _take(self, form: Form, frame: Frame) -> None:
        for table, grid in enumerate(form.grids):
            ends = (0, *frame.columns[table])
            widths = frame.widths
            for cell in grid.cells:
                span = (ends[cell.start], ends[cell.start + cell.span])
                row = self._rows + cell.row
                if cell.rows == 1:
                    self._single.setdefault(span, []).append((row, cell))
                elif cell.words:
                    room = sum(widths[span[0] : span[1]]) - cell.beside
                    narrow = room < _STACKED * _HALF * max(w.size for w in cell.words)
                    last = row + cell.rows - 1
                    self._tall.append(_Tall(row, last, cell, span, narrow))
            self._rows += grid.rows
        self._tall.sort(key=lambda tall: (tall.last - tall.first, tall.first, tall.span))

    def _column(self, span: Span, width: int) -> _Column:
        known = self._columns.get((span, width))
        if known is None:
            heights, broken, lone = [0] * self._rows, 0, 0
            for row, cell in self._single[span]:
                need = self._need(cell, width, is_stacked=False)
                heights[row] = max(heights[row], need.height)
                broken += need.broken
                lone += need.lone
            known = self._columns[span, width] = _Column(heights, broken, lone)
        return known

    def _need(self, cell: GridCell, width: int, is_stacked: bool) -> _Need:  # noqa: FBT001 - part of the key
        room = width - cell.beside - self._slack
        key = (cell.words, room, is_stacked)
        known = self._needs.get(key)
        if known is None:
            lines = [self.lines(words, room) for words in cell.words]
            known = self._needs[key] = _Need(
                sum(one.number * words.line for one, words in zip(lines, cell.words, strict=True)),
                0 if is_stacked else sum(one.broken for one in lines),
                0 if is_stacked else sum(one.is_lone for one in lines),
            )
        return _Need(known.height + cell.above, known.broken, known.lone)

    def lines(self, words: Words, room: int) -> Lines:
        """Set words into some room."""
        return lines_in(self._ruler.measured(words.text), in_em(room, words.size, self._ruler.em))


def in_em(room: int, size: int, em: int) -> int:
    """Return a length in units of an em of letters of some size (in half points)."""
    return room * em // (size * _HALF)


def tallest(
    forms: Iterable[tuple[Form, Frame]], ruler: Ruler, rules: ColumnRules
) -> list[tuple[Form, Frame]]:
    """Choose of many forms the highest ones, as many as there is time for."""
    known = list(dict.fromkeys(forms))
    if sum(_rows(form) for form, _ in known) <= rules.rows:
        return known
    heights = {}
    for number, (form, frame) in enumerate(known):
        heights[number] = Sheet([(form, frame)], ruler, rules).cost(edges_of(frame.widths)).height
    chosen: list[int] = []
    rows = 0
    for number in sorted(heights, key=lambda n: (-heights[n], n)):
        rows += _rows(known[number][0])
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


def _rows(form: Form) -> int:
    return sum(grid.rows for grid in form.grids)
