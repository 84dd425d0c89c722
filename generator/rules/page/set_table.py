"""Tables as they would be set: where the lines of their cells end, and how high their rows are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.layout.adjust import spread
from generator.layout.column_grid import in_em
from generator.layout.filled_lines import ends_of_lines, is_lone
from generator.layout.ruler import Measured, Ruler, whole_pattern
from generator.model.laid_out import HALF_POINT, LaidCell, LaidParagraph, LaidTable
from generator.model.type_setting import TypeSetting

_AROUND = 12  # characters to each side of a cut, to name it by
_STACKED = 2  # characters: what is narrower is set one character a line


class SetCell(NamedTuple):
    """A cell: how many lines its words fill, what is cut by their ends, whether one holds one character."""

    cell: LaidCell
    lines: int
    longest: int  # lines of its longest paragraph
    broken: tuple[str, ...]
    labels: tuple[str, ...]  # short labels that are cut
    lone: int
    words: int  # height of its words, in twips


class SetTable(NamedTuple):
    """A table: its cells, how high its rows are, and how high they would have to be."""

    table: LaidTable
    cells: tuple[SetCell, ...]
    heights: tuple[int, ...]
    needed: tuple[int, ...]


class Setter:
    """Sets tables; what it set it remembers."""

    def __init__(self, ruler: Ruler, setting: TypeSetting) -> None:
        self._ruler = ruler
        self._whole = re.compile(whole_pattern(setting.whole))
        self._label = int(setting.whole.label_longest)
        self._rule = round(float(setting.rows.rule) * 20)
        self._known: dict[int, SetTable] = {}

    def set(self, table: LaidTable) -> SetTable:
        """Set a table; columns whose widths nobody knows are left out."""
        known = self._known.get(id(table))
        if known is None or known.table is not table:
            known = self._known[id(table)] = self._set(table)
        return known

    def lines(self, paragraph: LaidParagraph, room: int) -> int:
        """Return how many lines a paragraph fills in some room."""
        parts, ems = self._parts(paragraph, room)
        return sum(max(len(ends_of_lines(part, ems)), 1) for part in parts)

    def _set(self, table: LaidTable) -> SetTable:
        cells = tuple(self._cell(table, cell) for cell in table.cells)
        needed = [0] * len(table.rows)
        for own in cells:
            if own.cell.rows == 1:
                needed[own.cell.row] = max(needed[own.cell.row], _height(own))
        needed = [need + self._rule for need in needed]
        heights = [
            row.height if row.is_exact else max(row.height, need)
            for row, need in zip(table.rows, needed, strict=True)
        ]
        for own in sorted(cells, key=lambda own: own.cell.rows):
            first, last = own.cell.row, own.cell.row + own.cell.rows - 1
            if last < len(heights) and not table.rows[last].is_exact:
                heights[last] += max(_height(own) - sum(heights[first : last + 1]), 0)
        return SetTable(table, cells, tuple(heights), tuple(needed))

    def _cell(self, table: LaidTable, cell: LaidCell) -> SetCell:
        wide = table.width_of(cell) - cell.margins[1] - cell.margins[3]
        columns = table.widths[cell.column : cell.column + cell.span]
        is_known = all(columns) and not cell.is_upright and not cell.nests
        found: list[_Ends] = []
        words = 0
        for paragraph in cell.paragraphs:
            room = wide - _indents(paragraph)
            own = _Ends(1)
            if is_known and room >= _STACKED * paragraph.size * HALF_POINT:
                own = self._measured(*self._parts(paragraph, room))
            elif is_known and room > 0:
                own = _Ends(self.lines(paragraph, room))
            found.append(own)
            words += own.lines * paragraph.line_height
            words += paragraph.setting.before + paragraph.setting.after
        return SetCell(
            cell,
            sum(own.lines for own in found),
            max((own.lines for own in found), default=0),
            tuple(token for own in found for token in own.broken),
            tuple(token for own in found for token in own.labels),
            sum(own.lone for own in found),
            words,
        )

    def _parts(self, paragraph: LaidParagraph, room: int) -> tuple[Sequence[Measured], int]:
        text = paragraph.shown.replace("\t", " ").strip()
        first = max(round(paragraph.indent("first")), 0)
        lead = "\u3000" * min(first, _STACKED)
        parts: Sequence[Measured] = self._ruler.parts(lead + text)
        if any(run.letters.spacing for run in paragraph.runs):
            spacings = [in_em(s, paragraph.size, self._ruler.em) for s in _spacings(paragraph)]
            parts = _spread(parts, [0] * len(lead) + spacings)
        return parts, max(in_em(max(room, 1), paragraph.size, self._ruler.em), 1)

    def _measured(self, parts: Sequence[Measured], ems: int) -> "_Ends":
        """Count lines; what is cut whichever gap a program leaves is told, with the place of the cut."""
        number = lone = 0
        broken: list[str] = []
        labels: list[str] = []
        for part in parts:
            ends = ends_of_lines(part, ems)
            closer = ends if part.closer is None else ends_of_lines(part.closer, ems)
            number += max(len(ends), 1)
            either = part.cut.intersection(closer)
            cuts = [end for end in ends if end in either]
            size = len(part.text)
            if size <= self._label:
                labels += (_parted(part.text, 0, cut, size) for cut in cuts)
                continue
            lone += all(len(e) > 1 and is_lone(part.text[e[-2] :]) for e in (ends, closer))
            broken += (_parted(part.text, *token) for token in self._tokens(part, cuts))
        return _Ends(number, tuple(broken), tuple(labels), lone)

    def _tokens(self, part: Measured, cuts: Sequence[int]) -> Iterator[tuple[int, int, int]]:
        for found in self._whole.finditer(part.text) if cuts else ():
            start, end = found.span()
            inside = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
            yield from ((start, cut, end) for cut in inside)


class _Ends(NamedTuple):
    """How many lines some words fill, and what is to be said of their ends."""

    lines: int
    broken: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    lone: int = 0


def _parted(text: str, start: int, cut: int, end: int) -> str:
    before, after = max(start, cut - _AROUND), min(end, cut + _AROUND)
    return f"{text[before:cut]}／{text[cut:after]}"


def _height(own: SetCell) -> int:
    return own.words + own.cell.margins[0] + own.cell.margins[2]


def _spread(parts: Sequence[Measured], extras: Sequence[int]) -> list[Measured]:
    """Set letters as far apart as their runs say."""
    found, at = list[Measured](), 0
    for part in parts:
        end = at + len(part.text)
        found.append(spread(part, extras[at:end]))
        at = end + 1
    return found


def _spacings(paragraph: LaidParagraph) -> list[int]:
    """Return the room behind each letter that shows, in twips."""
    every = [0] * len(paragraph.number)
    every += [run.letters.spacing for run in paragraph.runs for _ in run.text]
    shown = paragraph.shown.replace("\t", " ")
    return every[len(shown) - len(shown.lstrip()) :]


def _indents(paragraph: LaidParagraph) -> int:
    wide = paragraph.size * HALF_POINT
    return max(round((paragraph.indent("left") + paragraph.indent("right")) * wide), 0)


def grouped(heights: Sequence[int], kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the rows that stay together as spans: a kept one stays with the next."""
    start = 0
    for at, _ in enumerate(heights):
        if at == len(heights) - 1 or not kept[at]:
            yield start, at + 1
            start = at + 1


def span_of(widths: Sequence[int]) -> int:
    """Return how wide columns are together (0: that is not known)."""
    return sum(widths) if all(widths) else 0


def cut_by(breaks: Sequence[int], first: int, last: int) -> bool:
    """Tell whether a page ends within some rows."""
    at = bisect_right(breaks, first)
    return at < len(breaks) and breaks[at] <= last
