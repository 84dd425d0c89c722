"""Where the pages of a part would end: near enough to say what an end of a page does to a table.

Widths of letters are known, heights of lines in some fonts are not: what rests on this is a note.
"""

from itertools import pairwise
from typing import NamedTuple

from generator.model.laid_out import LaidTable
from generator.rules.page.line_roles import Line
from generator.rules.page.page_parts import Part
from generator.rules.page.set_table import Setter, grouped


class Flow(NamedTuple):
    """How many pages a part fills, and for each of its tables the rows that begin a page."""

    pages: int
    breaks: tuple[tuple[int, ...], ...]


def flow(part: Part, setter: Setter) -> Flow:
    """Lay a part out."""
    return _Flowing(part, setter).run()


class _Flowing:
    def __init__(self, part: Part, setter: Setter) -> None:
        self._part, self._setter = part, setter
        self._width, self._area = part.section.area
        self._used, self._pages = 0, 1

    def run(self) -> Flow:
        """Put block under block."""
        breaks: list[tuple[int, ...]] = []
        if self._area <= 0:
            return Flow(0, tuple(() for _ in self._part.tables))
        blocks = [*self._part.blocks, None]
        for block, below in pairwise(blocks):
            if isinstance(block, LaidTable):
                breaks.append(self._table(block))
            elif block is not None:
                self._line(block, below)
        return Flow(self._pages, tuple(breaks))

    def _line(self, line: Line, below: Line | LaidTable | None) -> None:
        paragraph = line.paragraph
        height = self._setter.lines(paragraph, max(self._width, 1)) * paragraph.line_height
        space = paragraph.setting.before + paragraph.setting.after
        follows = 0
        if paragraph.setting.is_kept and isinstance(below, LaidTable):
            heights = self._setter.set(below).heights
            kept = [row.keeps_on for row in below.rows]
            follows = next((sum(heights[a:b]) for a, b in grouped(heights, kept)), 0)
        if self._used and self._used + height + space + follows > self._area >= follows:
            self._pages, self._used = self._pages + 1, 0
        self._used += height + space
        self._overflow()

    def _table(self, table: LaidTable) -> tuple[int, ...]:
        heights = self._setter.set(table).heights
        heads = next((n for n, row in enumerate(table.rows) if not row.is_head), len(table.rows))
        repeated = sum(heights[:heads])
        found: list[int] = []
        for first, end in grouped(heights, [row.keeps_on for row in table.rows]):
            height = sum(heights[first:end])
            if self._used + height <= self._area:
                self._used += height
            elif height <= self._area - (repeated if first >= heads else 0) and self._used:
                found.append(first)
                self._pages, self._used = self._pages + 1, height + (repeated if first else 0)
            else:
                self._rows(heights, (first, end), repeated, found)
        return tuple(found)

    def _rows(
        self, heights: tuple[int, ...], rows: tuple[int, int], repeated: int, found: list[int]
    ) -> None:
        """Put the rows of a group one by one: it is higher than a page."""
        for row in range(*rows):
            if self._used and self._used + heights[row] > self._area:
                found.append(row)
                self._pages, self._used = self._pages + 1, repeated
            self._used += heights[row]
            self._overflow()

    def _overflow(self) -> None:
        """Go on to as many pages as something higher than one takes."""
        if self._used > self._area:
            more, self._used = divmod(self._used, self._area)
            self._pages += more
