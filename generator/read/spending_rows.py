"""A row of projects or tasks beside their amounts: kept as fields of its own, and as spending for the rules."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell
from generator.read.draft import SubjectDraft
from generator.read.funds_columns import rate_of
from generator.read.own_fields import OwnFields
from generator.read.printed_values import words
from generator.read.reading_order import Desk
from generator.read.spending import SpentOn, Sum

SOURCE = "source"  # the role of a column that holds a part of the budget


class SpendingCell(NamedTuple):
    """A cell of such a row: what its column is, what it is called, the unit of the column."""

    role: str
    label: str
    cell: ReadCell
    unit: str = ""


class SpendingRows:
    """Writes rows of one table."""

    def __init__(self, desk: Desk, subject: SubjectDraft) -> None:
        self._desk, self._subject, self._own = desk, subject, OwnFields(desk)

    def write(
        self,
        name: str,
        label: ReadCell,
        cells: Sequence[SpendingCell],
        all_cells: Sequence[SpendingCell] = (),
    ) -> None:
        """Keep a row; its amounts are those of the project or task, not those of the subject.

        Where some of them are kept otherwise, ``all_cells`` are those that rules hear of.
        """
        said = [one for one in cells if not self._own.furnish(one.cell)]
        for one in said:
            self._own.put(f"{name}·{self._own.name_of(one.label)}", one.cell)
        if said:
            self._desk.tally.use(label.place, "name")  # the fields are named after it
        book = self._desk.book
        is_sum = book.role(label.text) == "total" or book.phrases.begins("subtotal", label.text)
        self._subject.spending.append(
            self.spent_on(name, label, all_cells or cells)._replace(is_sum=is_sum)
        )

    def spent_on(self, name: str, label: ReadCell, cells: Sequence[SpendingCell]) -> SpentOn:
        """Return what a row says, for the rules."""
        sums = {one.role: self._sum(one) for one in cells if one.role in AMOUNTS}
        budget, spent = sums.get("budget"), sums.get("spent")
        rate = next((one for one in cells if one.role == "rate"), None)
        reasons = [words(one.cell.text) for one in cells if one.role == "reason"]
        says_nothing = self._desk.book.phrases.says_nothing
        return SpentOn(
            name,
            label.place,
            sums.get("initial"),
            budget,
            spent,
            self._rate(rate, budget, spent),
            tuple(
                (one.label, found)
                for one in cells
                if one.role == SOURCE and (found := self._sum(one)) is not None
            ),
            next(("" if says_nothing(said) else said for said in reasons), None),
        )

    def _sum(self, one: SpendingCell) -> Sum | None:
        money, own = self._desk.book.money, self._subject.money_unit or "万元"
        value = money.amount(one.cell.text, one.unit or own)
        if value is None:
            return None
        return Sum(money.convert(value, one.unit or own, own), one.cell.place)

    def _rate(self, one: SpendingCell | None, budget: Sum | None, spent: Sum | None) -> Sum | None:
        if one is None:
            return None
        amounts: list[Decimal | None] = [
            s.value if s is not None else None for s in (budget, spent)
        ]
        value = rate_of(one.cell.text, *amounts)
        return Sum(value, one.cell.place) if value is not None else None
