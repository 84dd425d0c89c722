"""F03, X01, X03, C10: several forms: amounts of project, department and year, one set of indicators for two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Self

from generator.base.number import plain
from generator.read.label_book import normal
from generator.rules.across_lists import lists_and_forms, report_and_table
from generator.rules.copied_sets import shared_of
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.printed_value import Amount

# What belongs to a whole, or grows from year to year, does not do so a thousandfold.
_FAR = Decimal(1_000)
_HALF = 2  # projects of one kind share so much of their names, and rightly their indicators


class Budget(NamedTuple):
    """The money of one form, and whose it is: of a form no more is held against others."""

    name: str
    year: int | None
    is_department: bool
    amount: Amount | None
    unit: str
    worth: Decimal  # of one of the unit

    @classmethod
    def of(cls, form: PrintedForm) -> Self:
        """Take it from a form."""
        worth, amount = form.money_size[1], form.funds.total.budget
        return cls(form.name.text, form.year, form.is_department, amount, form.money, worth)

    def times(self, other: "Budget") -> Decimal:
        """Return how many times the other one this is (0: one of them prints none)."""
        own, theirs = self._size, other._size
        return own / theirs if theirs > 0 else Decimal(0)

    @property
    def _size(self) -> Decimal:
        return self.amount.value * self.worth if self.amount else Decimal(0)

    def __str__(self) -> str:
        """Write it as it is printed."""
        return f"{plain(self.amount.value)}{self.unit}" if self.amount else ""


def of_one_unit(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """A project has more money than the whole department that it belongs to."""
    yield from _copied([form for form in forms if not form.is_department])
    yield from lists_and_forms(forms)
    yield from report_and_table(forms)
    budgets = [Budget.of(form) for form in forms]
    departments = [one for one in budgets if one.is_department]
    for one in budgets:
        for whole in departments if not one.is_department else ():
            share = one.times(whole)
            if share >= _FAR:
                yield from _in_yuan_under_wanyuan(one, whole)
            elif share > 1 and one.amount is not None:
                yield Finding(
                    "above-department", one.amount.place, str(one), str(whole), "", one.name
                )


def _copied(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """A project of another kind carries the indicators of one before it."""
    sets = [(form, {normal(row.name.text) for row in form.rows if row.name}) for form in forms]
    for number, (form, own) in enumerate(sets):
        for other, others in sets[:number]:
            shared = shared_of(own, others)
            if shared and form.year == other.year and not _is_of_one_kind(form, other):
                left, right = str(shared), other.name.text
                yield Finding("copied", form.rows[0].place, left, right, "", form.name.text)
                break


def _is_of_one_kind(one: PrintedForm, other: PrintedForm) -> bool:
    first, second = (set(normal(form.name.text)) for form in (one, other))
    return not first or not second or len(first & second) * _HALF >= min(len(first), len(second))


def of_several_years(budgets: Sequence[Budget]) -> Iterator[Finding]:
    """A project of one name has a thousand times the money that it had in another year."""
    named: dict[tuple[str, bool], list[Budget]] = defaultdict(list)
    for one in budgets:
        if one.name.strip() and one.year:
            named[normal(one.name), one.is_department].append(one)
    for same in named.values():
        for one in same:
            others = (o for o in same if o.year != one.year and one.times(o) >= _FAR)
            other = next(others, None)
            if other is not None:
                yield from _in_yuan_under_wanyuan(one, other)


def _in_yuan_under_wanyuan(one: Budget, other: Budget) -> Iterator[Finding]:
    if one.amount is not None:
        yield Finding("yuan", one.amount.place, plain(one.amount.value), str(other))
