"""Rows that name the columns of indicators: by known words, or by what stands above classes and figures."""

from collections.abc import Sequence

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import headed_goal
from generator.read.evidence_cells import CLASSES, FIGURES, KNOWN_CLASSES, CellLens
from generator.read.header_levels import HeaderLevels
from generator.read.pair_row import are_pairs

DEEPEST = 3  # rows of a header
_LONGEST = 24
_LEAST_COLUMNS = 4
_NAMED = frozenset(("name", "class"))
_JUDGED = frozenset(("target", "actual", "score", "weight"))
# Labels of other blocks: a row that holds two of them names no columns of indicators.
_FIELDS = frozenset(
    ("project-name", "department-name", "unit-name", "authority", "implementer", *AMOUNTS,
     "rate", "fund-total", "fund-source", "expected", "achieved", "adjusted", "code", "year")
)  # fmt: skip


class HeaderRows:
    """Finds where a header begins and how deep it is."""

    def __init__(self, table: ReadTable, lens: CellLens) -> None:
        """Take a table."""
        self._table, self._lens = table, lens
        self.levels = HeaderLevels(lens)

    def own(self, row: int) -> list[ReadCell]:
        """Return the cells that begin in a row and say something."""
        return [c for c in self._table.cells(row) if c.row == row and c.text.strip()]

    def behind_goal(self, row: int) -> int:
        """Step over the first of several goals that stand each over its rows, below one header."""
        below = range(row, len(self._table.grid))
        goals = [n for n in below if self._is_goal(n)] if self._is_goal(row) else []
        return row + (len(goals) > 1)

    def _is_goal(self, row: int) -> bool:
        own = self.own(row) if row < len(self._table.grid) else []
        is_wide = len(own) == 1 and 2 * own[0].width > self._table.width
        return is_wide and headed_goal(own[0].text) is not None

    def is_in_class(self, row: int, spans: Sequence[tuple[int, int, bool]]) -> bool:
        """Tell a row beside a class that began above and reaches down: it has a cell for each column."""
        cells = list(self._table.cells(row))
        begun = {c.column for c in cells if c.row == row}
        above = [c for c in cells if c.row < row and c.column < min(begun, default=0)]
        is_class = any(self._lens.look(c.text).kind in CLASSES for c in above)
        return is_class and all(start in begun for start, _, _ in spans if start >= above[-1].end)

    def named(self, row: int) -> int:
        """Return the row behind a header of known words that begins in a row (0: none does)."""
        own = self.own(row)
        if sum(bool(self._lens.column_role(c.text)) for c in own) < 2 or are_pairs(own, self._lens):
            return 0
        bottom = self._bottom(row, own)
        cells = [c for r in range(row, bottom) for c in self.own(r) if not self.is_head(c, bottom)]
        roles = {role for c in cells if (role := self._lens.column_role(c.text))}
        is_named = bool(roles & _NAMED) or {"level1", "level2"} <= roles
        if not is_named or not roles & _JUDGED or len(roles) < 3:
            return 0
        if any(self._is_figure(c) for c in cells):
            return 0
        fields = sum(self._lens.role(c.text) in _FIELDS for c in cells)
        return 0 if fields > len(cells) // 2 else bottom

    def _is_figure(self, cell: ReadCell) -> bool:
        """Tell a figure; months in a heading, 1-7月完成值, are none."""
        is_figure = self._lens.look(cell.text).kind in FIGURES
        return is_figure and not self._lens.book.phrases.is_part_of_year(cell.text)

    def shaped(self, row: int) -> int:
        """Return the row behind a header whose words are not known (0: none begins in this row).

        Only where classes or figures begin right below it.
        """
        if not self._is_shape(row, _LEAST_COLUMNS - 1):
            return 0
        bottom = row + 1
        while bottom < len(self._table.grid) and bottom < row + DEEPEST:
            if self._is_body(bottom):
                break
            if self.named(bottom) or not self._is_shape(bottom, 2):
                return 0
            if not self.levels.is_wider(self.own(bottom - 1), self.own(bottom)):
                return 0
            bottom += 1
        else:
            return 0
        leaves = {id(self._table.grid[bottom - 1][c]) for c in self._said(row, bottom)}
        return bottom if len(leaves) >= _LEAST_COLUMNS else 0

    def is_head(self, cell: ReadCell, bottom: int) -> bool:
        """Tell whether a cell of a header stands beside the rows below as well: it is no column."""
        return cell.row + cell.height > bottom

    def _said(self, row: int, bottom: int) -> list[int]:
        """Return the columns of the grid over which a header says something."""
        grid = self._table.grid
        width = min(len(grid[r]) for r in range(row, bottom))
        return [
            c
            for c in range(width)
            if any(grid[r][c].text.strip() for r in range(row, bottom))
            and not self.is_head(grid[row][c], bottom)
            and grid[row][c].row >= row
        ]

    def _bottom(self, row: int, own: Sequence[ReadCell]) -> int:
        """Follow a header down: cells that reach lower, or a next row that names columns too."""
        deepest = min(row + DEEPEST, len(self._table.grid))
        bottom = self._reach(row, row + 1, own)
        while bottom < deepest and self._names_more(bottom) and self._is_over(row, bottom):
            bottom = self._reach(row, bottom + 1, self.own(bottom))
        return bottom

    def _reach(self, row: int, bottom: int, own: Sequence[ReadCell]) -> int:
        """Return how far down known cells reach; the first of a row may stand beside the rows below."""
        ends = [
            c.row + c.height
            for at, c in enumerate(own)
            if self._lens.column_role(c.text) and (at or c.height == 1)
        ]
        return max([bottom, *(end for end in ends if end <= row + DEEPEST)])

    def _is_over(self, row: int, bottom: int) -> bool:
        """Tell whether all that ends above a row of headings stands over them as a heading, too."""
        upper = [c for r in range(row, bottom) for c in self.own(r) if c.row + c.height == bottom]
        return self.levels.belongs(upper, self.own(bottom))

    def _names_more(self, row: int) -> bool:
        own = self.own(row)
        known = sum(bool(self._lens.column_role(c.text)) for c in own)
        kinds = {self._lens.look(c.text).kind for c in own}
        return known >= 2 and 2 * known >= len(own) and not kinds & (FIGURES | KNOWN_CLASSES)

    def _is_shape(self, row: int, least: int) -> bool:
        """Tell whether a row could name columns: several short words, nothing else."""
        own = [c for c in self.own(row) if not self._lens.book.phrases.says_nothing(c.text)]
        if len(own) < least or any(len(c.text.strip()) > _LONGEST for c in own):
            return False
        if are_pairs(own, self._lens):
            return False
        looks = [self._lens.look(c.text) for c in own]
        if any(look.kind in FIGURES | KNOWN_CLASSES | {"sign"} for look in looks):
            return False
        return sum(self._lens.role(c.text) in _FIELDS for c in own) < 2

    def _is_body(self, row: int) -> bool:
        """Tell whether a row is of the body: a class on the left, or figures among several cells."""
        cells = [c for c in self._table.cells(row) if c.text.strip()]
        kinds = [self._lens.look(c.text).kind for c in cells]
        if any(kind in KNOWN_CLASSES for kind in kinds[:3]):
            return len(cells) >= 2
        # What is called 指标 and in no list may be a class, or a heading.
        if any(kind in CLASSES for kind in kinds[:3]) and any(kind in FIGURES for kind in kinds):
            return True
        figures = sum(kind in FIGURES or kind == "sign" for kind in kinds)
        return figures >= 2 and len(cells) >= _LEAST_COLUMNS
