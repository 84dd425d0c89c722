"""The block of the money: a header of amounts, the total, the sources below it, breakdowns."""

import re
from decimal import Decimal

from generator.base.number import round_half_up
from generator.model.reading import ReadCell, ReadTable
from generator.read.desk import Desk
from generator.read.draft import SubjectDraft
from generator.read.label_book import source_name
from generator.read.rows import NUMERIC, Column, Spot, cell_in, columns_of, covering, spots
from generator.read.values import amount, is_nothing, money_unit_in, number, percent, squeezed

_AMOUNTS = ("initial", "budget", "spent")
_PART = re.compile(r"(?:其中[:：])?([^:：]{2,30})[:：](.+)")
_BREAKDOWNS = {"by-income": "by-income", "by-expenditure": "by-expenditure"}


def is_header(row: list[Spot]) -> bool:
    """Tell whether a row names columns of amounts: labels only, no amounts yet."""
    roles = {spot.role for spot in row}
    has_value = any(number(s.text) is not None or amount(s.text, "元") is not None for s in row)
    return len(roles & {*_AMOUNTS, "rate"}) >= 2 and not has_value


def _block_of(header: list[Spot]) -> Spot | None:
    """Return the label of the whole block where a form calls it as others call a column: 年度预算.

    It stands on the left and reaches down beside the rows; the names of columns do not.
    """
    head, *rest = header
    named = [s.cell.height for s in rest if s.role in NUMERIC]
    is_beside = head.role in _AMOUNTS and bool(named) and head.cell.height > max(named)
    return head if is_beside else None


class FundsBlock:
    """Reads one block of the money."""

    def __init__(self, table: ReadTable, desk: Desk) -> None:
        self._table, self._desk = table, desk
        self._breakdowns: dict[str, Column] = {}
        self._block: Spot | None = None

    def read(self, row: int) -> int:
        """Read the block whose header stands in a row; return the row behind it."""
        header = spots(self._table, row, self._desk.book)
        self._block = block = _block_of(header) or next(
            (s for s in covering(self._table, row, self._desk.book) if s.role == "funds"), None
        )
        header = [s for s in header if s is not block]
        columns = columns_of(header, NUMERIC)
        subject = self._desk.need()
        self._note_unit(row, subject)
        bottom = max(s.cell.row + s.cell.height for s in header if s.role in NUMERIC)
        end = block.cell.row + block.cell.height if block and block.cell.height > 1 else 0
        first = min(c.start for c in columns.values())
        after = bottom
        while after < len(self._table.grid) and (
            after < end or self._goes_on(after, columns, first)
        ):
            self._row(after, columns, first, subject)
            after += 1
        return after

    def _goes_on(self, row: int, columns: dict[str, Column], first: int) -> bool:
        """Tell whether a row below a block without a merged label still belongs to it."""
        found = covering(self._table, row, self._desk.book)
        if any(s.role in _BREAKDOWNS for s in found):
            return True
        if self._breakdowns:
            filled = [s for s in found if not s.is_blank]
            return bool(filled) and all(_PART.fullmatch(squeezed(s.text)) for s in filled)
        label = [s for s in found if s.cell.column < first and not s.is_blank]
        if label and label[-1].role not in ("", "fund-total", "fund-source", "funds"):
            return False
        cells = [cell_in(self._table, row, columns.get(role)) for role in _AMOUNTS]
        has_amount = any(c is not None and amount(c.text, "元") is not None for c in cells)
        return has_amount or bool(label and label[-1].role in ("fund-total", "fund-source"))

    def _note_unit(self, row: int, subject: SubjectDraft) -> None:
        for spot in covering(self._table, row, self._desk.book):
            unit = money_unit_in(spot.text)
            if unit and (spot.role in ("funds", *_AMOUNTS)) and not subject.money_unit:
                subject.money_unit = unit

    def _row(self, row: int, columns: dict[str, Column], first: int, subject: SubjectDraft) -> None:
        found = covering(self._table, row, self._desk.book)
        heads = {s.role: s for s in found if s.role in _BREAKDOWNS}
        if heads:
            self._breakdowns = {
                r: Column(r, s.cell.column, s.cell.end, s.text) for r, s in heads.items()
            }
            return
        if self._breakdowns:
            self._parts(row, subject)
            return
        block = self._block.cell if self._block is not None else None
        left = [
            s
            for s in found
            if s.cell.column < first
            and s.role != "funds"
            and s.cell is not block
            and not s.is_blank
        ]
        label = left[-1] if left else None
        cells = {role: cell_in(self._table, row, column) for role, column in columns.items()}
        known = {role: c for role, c in cells.items() if c is not None and not is_nothing(c.text)}
        if label is None and not known:
            return
        total = (
            label is None or label.role == "fund-total" or subject.get(("funds", "budget")) is None
        )
        if total and not (label and label.role == "fund-source"):
            self._total(known, subject)
        elif label is not None:
            self._source(label, known, cells, subject)

    def _total(self, cells: dict[str, ReadCell], subject: SubjectDraft) -> None:
        for role in _AMOUNTS:
            if cell := cells.get(role):
                self._amount(subject, ("funds", role), cell)
        for role, key in (("rate", "rate"), ("weight", "weight"), ("score", "score")):
            if cell := cells.get(role):
                value = number(cell.text)
                if role == "rate":
                    value = _rate(cell.text, subject)
                if value is None:
                    subject.leave(cell.place, cell.text, "不是数")
                else:
                    subject.put(("funds", "stated", key), value, cell.place)
                if role == "rate" and value is not None:
                    _note_places(value, subject, cell)

    def _source(
        self,
        label: Spot,
        known: dict[str, ReadCell],
        cells: dict[str, ReadCell | None],
        subject: SubjectDraft,
    ) -> None:
        rows = subject.get(("funds", "sources")) or []
        name = source_name(label.text)
        if any(r["name"] == name for r in rows):
            subject.leave(label.cell.place, label.text, "资金来源重复")
            return
        keys = ("funds", "sources", len(rows))
        subject.put((*keys, "name"), name, label.cell.place)
        for role in _AMOUNTS:
            if cell := known.get(role):
                self._amount(subject, (*keys, role), cell)
        weight = cells.get("weight")
        if weight is not None and (value := number(weight.text)) is not None:
            weights = subject.get(("funds", "stated", "row-weights")) or []
            subject.put(("funds", "stated", "row-weights", len(weights)), value, weight.place)

    def _parts(self, row: int, subject: SubjectDraft) -> None:
        """Read 名称：金额 in the columns of a breakdown."""
        for role, column in self._breakdowns.items():
            cell = cell_in(self._table, row, column)
            if cell is None or cell.row != row or is_nothing(cell.text):
                continue
            found = _PART.fullmatch(squeezed(cell.text))
            value = amount(found[2], subject.money_unit or "万元") if found else None
            if found is None or value is None or value < 0:
                subject.leave(cell.place, cell.text, "不是“名称：金额”的写法")
                continue
            keys = ("funds", role, len(subject.get(("funds", role)) or []))
            subject.put((*keys, "name"), found[1], cell.place)
            subject.put((*keys, "amount"), value, cell.place)

    def _amount(self, subject: SubjectDraft, keys: tuple[str | int, ...], cell: ReadCell) -> None:
        put_amount(subject, keys, cell)

    def bare_total(self, row: list[Spot]) -> bool:
        """Read total, budget, spent, rate where the names of the columns are missing.

        Only if the rate bears it out: it must be the second amount by the first.
        """
        filled = [s for s in row if not s.is_blank]
        if not filled:
            return False
        head, rest = filled[0], filled[1:]
        rates = [i for i, s in enumerate(rest) if percent(s.text) is not None]
        if head.role != "fund-total" or len(rates) != 1 or rates[0] != 2:
            return False
        subject = self._desk.need()
        first, second = (amount(s.text, subject.money_unit or "万元") for s in rest[:2])
        rate = percent(rest[2].text)
        if not first or second is None or rate is None or not _bears_out(first, second, rate):
            return False
        put_amount(subject, ("funds", "budget"), rest[0].cell)
        put_amount(subject, ("funds", "spent"), rest[1].cell)
        subject.put(("funds", "stated", "rate"), rate, rest[2].cell.place)
        _note_places(rate, subject, rest[2].cell)
        for spot in rest[3:]:
            above = self._table.at(spot.cell.row - 1, spot.cell.column)
            value = number(spot.text)
            if (
                above is not None
                and self._desk.book.role(above.text) == "score"
                and value is not None
            ):
                subject.put(("funds", "stated", "score"), value, spot.cell.place)
            elif self._desk.book.role(spot.text) != "score":
                subject.leave(spot.cell.place, spot.text, "没有栏目名")
            elif (value := _next_number(rest, spot)) is not None:
                subject.put(("funds", "stated", "score"), value, spot.cell.place)
                break
        subject.remarks.append(
            "资金一行没有栏目名，按“执行率＝执行数÷预算数”认出前两个数是预算数和执行数，请核对"
        )
        return True


def put_amount(subject: SubjectDraft, keys: tuple[str | int, ...], cell: ReadCell) -> None:
    """Set an amount, or list what is none."""
    value = amount(cell.text, subject.money_unit or "万元")
    if value is None or value < 0:
        subject.leave(cell.place, cell.text, "不是金额")
    else:
        subject.put(keys, value, cell.place)


def _next_number(rest: list[Spot], spot: Spot) -> Decimal | None:
    after = rest[rest.index(spot) + 1 :]
    return number(after[0].text) if after else None


def _bears_out(budget: Decimal, spent: Decimal, rate: Decimal) -> bool:
    exponent = rate.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return abs(round_half_up(spent / budget * 100, places) - rate) <= Decimal(1).scaleb(-places)


def _rate(text: str, subject: SubjectDraft) -> Decimal | None:
    """Read a rate; one without a sign that is a fraction of the amounts is a fraction."""
    shown = percent(text)
    if shown is not None:
        return shown
    value = number(text)
    budget, spent = subject.get(("funds", "budget")), subject.get(("funds", "spent"))
    if (
        value is not None
        and value <= 2
        and budget
        and spent is not None
        and abs(spent / budget - value) < Decimal("0.01")
    ):
        return value * 100
    return value


def _note_places(rate: Decimal, subject: SubjectDraft, cell: ReadCell) -> None:
    exponent = rate.as_tuple().exponent
    places = min(4, max(0, -exponent)) if isinstance(exponent, int) else 0
    if places != 2:
        subject.put(("funds", "rate-places"), places, cell.place)
