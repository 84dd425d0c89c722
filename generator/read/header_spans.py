"""The columns that a header and the rows below it mark out: where each stands, what stands over it."""

from collections.abc import Sequence
from itertools import pairwise

from generator.model.foreign_document import ReadTable
from generator.read.columns import Strip
from generator.read.evidence_cells import CLASSES, CellLens
from generator.read.header_levels import BLOCKS
from generator.read.header_rows import HeaderRows

_FEW = 4

Span = tuple[int, int, bool]  # from column to column, and whether its heading spans others, too


class HeaderSpans:
    """Cuts a table below a header into columns."""

    def __init__(self, table: ReadTable, lens: CellLens, rows: HeaderRows) -> None:
        """Take a table."""
        self._table, self._lens, self._rows = table, lens, rows

    def spans(self, top: int, bottom: int) -> list[Span]:
        """Return the columns that the lowest row of a header tells, without labels beside the rows."""
        grid = self._table.grid
        spans: list[Span] = []
        row = grid[bottom - 1] if bottom > top else grid[top]
        for column, cell in enumerate(row):
            is_head = cell.row < top or (bottom > top and self._rows.is_head(cell, bottom))
            if is_head or (column and row[column - 1] is cell):
                continue
            end = column
            while end < len(row) and row[end] is cell:
                end += 1
            spans.append((column, end, False))
        return spans

    def cut(self, spans: Sequence[Span], rows: Sequence[int]) -> list[Span]:
        """Cut a column where the rows below its heading have several."""
        cut: list[Span] = []
        for start, end, _ in spans:
            inner = [
                c
                for c in range(start + 1, end)
                if 2 * sum(self._begins(r, c) for r in rows) > len(rows)
            ]
            bounds = [start, *inner, end]
            cut += [(a, b, bool(inner)) for a, b in pairwise(bounds)]
        return cut

    def _begins(self, row: int, column: int) -> bool:
        cell = self._table.at(row, column)
        return cell is not None and cell.column == column

    def strip(
        self, top: int, bottom: int, start: int, end: int, rows: Sequence[int], *, is_split: bool
    ) -> Strip:
        """Return a column with its headings and its cells."""
        cells = tuple(self._table.at(r, start) for r in rows)
        place = self._table.grid[max(bottom - 1, top)][start].place
        return Strip(start, end, self.headings(top, bottom, start), cells, place, is_split)

    def headings(self, top: int, bottom: int, column: int) -> tuple[str, ...]:
        """Return the headings over a column from top to bottom, each cell once."""
        grid, found = self._table.grid, []
        seen: set[int] = set()
        for row in range(top, bottom):
            at = column
            if row < bottom - 1 and grid[bottom - 1][column].text.strip():
                # Where merges are not told, a wide heading is blank over its other columns.
                while at > 0 and not grid[row][at].text.strip() and grid[row][at].row == row:
                    at -= 1
            cell = grid[row][at]
            is_head = cell.row < top or self._rows.is_head(cell, bottom)
            if cell.text.strip() and id(cell) not in seen and not is_head:
                seen.add(id(cell))
                found.append(cell.text)
        return tuple(found)

    def likely_edge(self, top: int, bottom: int, spans: Sequence[Span]) -> int:
        """Guess where the names begin: where a heading says so, else behind the classes."""
        for start, _, _ in spans:
            headings = self.headings(top, bottom, start)
            if headings and self._lens.column_role(headings[-1]) == "name":
                return start
        for start, _, _ in spans[1:_FEW]:
            cell = self._table.at(bottom, start)
            if cell is not None and self._lens.look(cell.text).kind not in CLASSES:
                return start
        return spans[0][0]

    def telling(self, bottom: int, end: int, spans: Sequence[Span]) -> list[int]:
        """Return the rows that say something of the columns: neither blank nor one wide cell."""
        half = (spans[-1][1] - spans[0][0]) // 2 + 1
        found = []
        for row in range(bottom, end):
            own = self._rows.own(row)
            if own and not any(c.width >= half for c in own):
                found.append(row)
        return found

    def is_block(self, strip: Strip) -> bool:
        """Tell whether a column with nothing in it is the label of the block, its merge not told."""
        is_blank = all(c is None or not c.text.strip() for c in strip.cells)
        return is_blank and self._lens.role(strip.heading) in BLOCKS
