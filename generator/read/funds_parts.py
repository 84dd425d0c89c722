"""Breakdowns of the whole: 按收入性质分 beside 按支出性质分, each with 名称：金额 or with rows below."""

import re
from collections.abc import Sequence

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.draft import SubjectDraft
from generator.read.own_fields import LABEL
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import Column, Spot, cell_in, covering

HEADS = frozenset(("by-income", "by-expenditure"))
_PAIR = Pattern(r"([^:：]{2,30})[:：](.*)")


class FundsParts:
    """Reads the rows of the breakdowns of one block."""

    def __init__(self, table: ReadTable, desk: Desk, subject: SubjectDraft) -> None:
        self._table, self._desk, self._subject = table, desk, subject
        self._columns: dict[str, Column] = {}
        self.section = ""  # of which breakdown the rows are that have the columns of the block

    @staticmethod
    def is_head(found: Sequence[Spot]) -> bool:
        """Tell whether a row names breakdowns."""
        return any(s.role in HEADS for s in found)

    @staticmethod
    def is_row(found: Sequence[Spot], desk: Desk) -> bool:
        """Tell whether all that a row says is 名称：金额."""
        said = [s for s in found if s.text and not s.role]
        pairs = [_pair(s.text, desk) for s in said]
        return bool(said) and all(
            p is not None and desk.book.money.amount(p[1], "元") is not None for p in pairs
        )

    def read(self, row: int) -> bool:
        """Read a row; tell whether it is one of a breakdown."""
        found = covering(self._table, row, self._desk.book)
        heads = [s for s in found if s.role in HEADS]
        for spot in heads:
            self._desk.tally.furnish(spot.cell.place, LABEL)
        if len(heads) == 1 and not self._lists(row, heads[0]):
            self.section, self._columns = heads[0].role, {}
            said = [s.text for s in found if s.text and s.cell.row == row and s is not heads[0]]
            return heads[0].cell.height == 1 and not said
        if heads:
            self.section = ""
            self._columns = {
                s.role: Column(s.role, s.cell.column, s.cell.end, s.text) for s in heads
            }
            return True
        if self._columns:
            self._parts(row)
        return bool(self._columns)

    def _lists(self, row: int, head: Spot) -> bool:
        """Tell whether 名称：金额 stands below a head, and not a row of the block."""
        below = self._table.at(row + head.cell.height, head.cell.column)
        return (
            below is not None
            and _pair(below.text, self._desk) is not None
            and (self._desk.book.money.amount(_amount_of(below.text, self._desk), "元") is not None)
        )

    def _parts(self, row: int) -> None:
        subject = self._subject
        for role, column in self._columns.items():
            cell = cell_in(self._table, row, column)
            if cell is None or cell.row != row or self._desk.book.phrases.says_nothing(cell.text):
                continue
            pair, place = _pair(cell.text, self._desk), cell.place
            is_alone = pair is None or not pair[1]
            if is_alone and (beside := self._amount_beside(row, cell, column)) is not None:
                self._desk.tally.furnish(cell.place, LABEL)
                pair = (self._desk.book.part_name(cell.text), beside.text)
                place = beside.place
            said = pair[1] if pair else ""
            value = self._desk.book.money.amount(said, subject.money_unit or "万元")
            if pair is None or (said and (value is None or value < 0)):
                subject.leave(cell.place, cell.text, "不是“名称：金额”的写法")
                continue
            keys = ("funds", role, len(subject.get(("funds", role)) or []))
            subject.put((*keys, "name"), pair[0], place)
            if value is not None:  # a kind of money that the unit has none of is kept
                subject.put((*keys, "amount"), value, place)

    def _amount_beside(self, row: int, label: ReadCell, column: Column) -> ReadCell | None:
        """Return the amount in the cell behind a name, both below one head."""
        inside = [c for c in self._table.cells(row) if label.column < c.column < column.end]
        is_one = len(inside) == 1 and inside[0].row == row
        return inside[0] if is_one and self._desk.book.money.is_figure(inside[0].text) else None


def _amount_of(text: str, desk: Desk) -> str:
    pair = _pair(text, desk)
    return pair[1] if pair else ""


def _pair(text: str, desk: Desk) -> tuple[str, str] | None:
    """Part 其中：基本支出：206.40 into its name and its amount."""
    plain = squeezed(text)
    for word in desk.book.phrases.words("breakdown"):
        plain = re.sub(rf"^{re.escape(word)}[:：]", "", plain)
    found = _PAIR.fullmatch(plain)
    return (found[1], found[2]) if found else None
