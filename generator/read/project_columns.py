"""Columns of a list of projects: those of the project by their names, those of indicators by joint evidence."""

from collections.abc import Sequence

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import Choice, Strip, UnreadColumn
from generator.read.columns_assign import WITHOUT_PLACE, assign
from generator.read.label_book import normal
from generator.read.placed_values import Unplaced
from generator.read.reading_order import Desk
from generator.read.table_rows import Column, Spot, columns_of

INDICATOR = frozenset(
    ("class", "level1", "level2", "name", "description", "target", "actual", "sign", "measure-unit",
     "weight", "score", "review", "reason", "basis", "evidence")
)  # fmt: skip
_ROWS_CEILING = 60
_REMARK, _CHANGE = "remark", "change"
_LIST_ONLY = frozenset(("ignored", "method"))


class ProjectColumns:
    """Says which column holds what, and speaks for those that hold nothing that we know."""

    def __init__(
        self, table: ReadTable, header: Sequence[Spot], wanted: frozenset[str], desk: Desk
    ) -> None:
        """Take the header of a list."""
        self._table, self._desk = table, desk
        self._header = [s for s in header if s.text]
        self.bottom = max(s.cell.row + s.cell.height for s in header if s.role)
        self.columns = columns_of(header, wanted)
        for spot in self._header:
            desk.tally.furnish(spot.cell.place, "栏目名")
        left = self._find_others()
        # Beside a project, what a remark says is said of it; of rows of indicators there are many.
        is_plain = "name" not in self.columns
        self.remarks = [c for c in left if is_plain and self._is_remark(c)]
        self.unread = [c for c in left if c not in self.remarks]

    def _find_others(self) -> list[Choice]:
        """Weigh the columns whose names are not known beside those of indicators that are."""
        taken = {c.start for c in self.columns.values()}
        others = [
            s
            for s in self._header
            if s.cell.column not in taken and not (s.cell.width > 1 and self._is_over(s, taken))
        ]
        known = [c for role, c in self.columns.items() if role in INDICATOR]
        if not others:
            return []
        spans = sorted(
            {(s.cell.column, s.cell.end) for s in others} | {(c.start, c.end) for c in known}
        )
        rows = range(self.bottom, min(self.bottom + _ROWS_CEILING, len(self._table.grid)))
        strips = [self._strip(start, end, rows) for start, end in spans]
        choices = assign(strips, rows, self._desk.lens) if "name" in self.columns else []
        found = {c.strip.start: c for c in choices}
        left: list[Choice] = []
        for spot in others:
            choice = found.get(spot.cell.column) or Choice(
                self._strip(spot.cell.column, spot.cell.end, rows), self._role(spot)
            )
            is_new = choice.role in INDICATOR and choice.role not in self.columns
            if is_new and choice.is_sure and spot.role not in _LIST_ONLY:
                self.columns[choice.role] = Column(
                    choice.role, spot.cell.column, spot.cell.end, spot.cell.text
                )
            else:
                left.append(choice._replace(role=self._role(spot) or _without(choice.role)))
        return left

    def _is_remark(self, choice: Choice) -> bool:
        """Tell 备注 and 说明, whatever a form of indicators would take them for."""
        told = self._desk.book.phrases.words("told-actual")
        return choice.role == _REMARK or normal(choice.strip.heading) in told

    def _is_over(self, spot: Spot, taken: set[int]) -> bool:
        """Tell whether a wide heading stands over columns that have names of their own."""
        return any(spot.cell.column <= start < spot.cell.end for start in taken)

    def _role(self, spot: Spot) -> str:
        role = self._desk.lens.column_role(spot.text)
        if not role and self._desk.book.phrases.is_change(spot.text):
            return _CHANGE  # by how much the budget was changed: what it came to has a column of its own
        return role if role in WITHOUT_PLACE or role == "number" else spot.role

    def _strip(self, start: int, end: int, rows: Sequence[int]) -> Strip:
        cells = tuple(self._table.at(r, start) for r in rows)
        spot = next((s for s in self._header if s.cell.column == start), None)
        place = spot.cell.place if spot else self._table.grid[self.bottom - 1][start].place
        return Strip(start, end, (spot.text,) if spot else (), cells, place)

    def tell_unread(self) -> None:
        """List the cells of the columns that have no place."""
        draft = self._desk.draft
        for choice in self.unread:
            label = normal(choice.strip.heading)[:20]
            cells = [
                c
                for row in range(self.bottom, len(self._table.grid))
                if (c := self._table.at(row, choice.strip.start)) is not None
                and c.row == row
                and not self._desk.book.phrases.says_nothing(c.text)
            ]
            if choice.role == "number":
                for cell in cells:
                    self._desk.tally.furnish(cell.place, "行号")
                continue
            reason = f"“{label}”没有对应的项" if choice.role else f"“{label}”一栏没有看懂"
            draft.unplaced += [Unplaced(c.place, c.text, reason) for c in cells]
            told = "没有对应的项" if choice.role else "不认识"
            draft.remarks.append(f"栏目“{label}”{told}，这一栏没有导入（{choice.strip.place}）")
            if cells and not choice.role:
                draft.unread_columns.append(UnreadColumn(label, choice.strip.place, len(cells)))


def _without(role: str) -> str:
    return role if role in WITHOUT_PLACE or role == "number" else ""


def sum_row(cells: Sequence[ReadCell], desk: Desk) -> None:
    """List the figures of a row of sums."""
    for cell in cells:
        if desk.book.phrases.says_nothing(cell.text):
            continue
        if desk.lens.look(cell.text).value is not None:
            desk.draft.unplaced.append(Unplaced(cell.place, cell.text, "合计没有对应的项"))
        else:
            desk.tally.furnish(cell.place, "栏目名")
