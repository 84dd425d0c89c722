"""Page ends of a document that is about to be written, and what follows for its tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.layout.column_grid import TWIPS, Grid
from generator.layout.page_ends import PageRules, Pages, Slab, pages_of
from generator.layout.ruler import Ruler
from generator.model.type_setting import RowRules
from generator.word.columns.column_flow import Stretch
from generator.word.columns.scan import ScannedTable


class Rows(NamedTuple):
    """The rows of a table as they are going to stand: their heights, which stay with the next one."""

    table: ScannedTable
    grid: Grid
    heights: Sequence[int]
    kept: frozenset[int]


class Ends(NamedTuple):
    """The rows of a table with which pages begin, and those that stay with the next one because of that.

    ``begins``: so does the table itself, but for a line above it.
    """

    first: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    begins: bool = False


class Paged(NamedTuple):
    """What pages a stretch of a document makes: page ends by the start of their table, how far it goes."""

    ends: Mapping[int, Ends]
    pages: int
    used: int  # of the last page, in twips
    room: int


class Pager:
    """Sets stretches of a document on pages."""

    def __init__(self, ruler: Ruler, rules: RowRules) -> None:
        self._ruler = ruler
        self._together = round(rules.together * TWIPS)
        self._rule = round(rules.rule * TWIPS)
        self._loose = float(rules.loose)
        self._spare, self._early = round(rules.spare * TWIPS), round(rules.early * TWIPS)

    def paged(self, stretch: Stretch, tables: Mapping[int, Rows]) -> Paged:
        """Tell the page ends; ``tables`` go by where they start in the text."""
        slabs: list[Slab] = []
        places: list[tuple[int, int]] = []
        for block in stretch.blocks:
            if isinstance(block, Slab):
                slabs.append(block)
                places.append((-1, 0))
                continue
            rows = tables.get(block.start)
            if rows is None:
                break
            slabs += self.slabs(rows)
            places += [(block.start, row) for row in range(rows.grid.rows)]
        found = self._pages(slabs, stretch)
        ends = {start: Ends() for start, _ in places if start >= 0}
        for turn in found.turns:
            start, row = places[turn.first]
            begun = _begun(places, turn.first)
            if begun >= 0:
                ends[begun] = ends[begun]._replace(begins=True)
            if start < 0 or not row:
                continue
            before = ends[start]
            chain = frozenset(places[n][1] for n in range(turn.first, turn.chain))
            ends[start] = before._replace(first=before.first | {row}, kept=before.kept | chain)
        return Paged(ends, len(found.turns) + 1, found.used, stretch.room)

    def _pages(self, slabs: Sequence[Slab], stretch: Stretch) -> Pages:
        """Tell the page ends: where lines are as high as the font that somebody has, the earliest of them."""
        rules = PageRules(stretch.room, self._spare, self._early)
        found = pages_of(slabs, rules)
        tables = (block for block in stretch.blocks if isinstance(block, ScannedTable))
        if not found.turns or not any(table.is_loose for table in tables):
            return found  # what may stand on one page is not made to take two
        spare = round(stretch.room * self._loose)
        return pages_of(slabs, rules._replace(spare=max(spare, self._spare)))

    def slabs(self, rows: Rows) -> Iterator[Slab]:
        """Return the rows of a table as what no page end parts."""
        heads = sum(rows.heights[: rows.table.heads]) + rows.table.heads * self._rule
        cells = [cell for cell in rows.grid.cells if cell.rows > 1]
        for row, height in enumerate(rows.heights):
            cuts = sum(cell.row < row < cell.row + cell.rows for cell in cells)
            yield Slab(
                height + self._rule,
                row in rows.kept,
                heads if row >= rows.table.heads else 0,
                cuts,
                row in rows.table.splits and height > self._together,
                is_row=True,
            )


def _begun(places: Sequence[tuple[int, int]], first: int) -> int:
    """Return the table with whose first row a page begins, or with nothing but a line before it; -1: none."""
    start, row = next((place for place in places[first : first + 2] if place[0] >= 0), (-1, 0))
    return start if not row else -1
