"""F03, X01, X03, C10: several forms: amounts of project, department and year, one set of indicators for two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Self

from generator.base.number import plain
from generator.base.spoken_amount import spoken_amount
from generator.model.amounts import AMOUNT_LABELS, BUDGET
from generator.read.label_book import normal
from generator.rules.across_lists import lists_and_forms, report_and_table
from generator.rules.copied_sets import shared_of
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Amount

# What belongs to a whole, or grows from year to year, does not do so a thousandfold.
_FAR = Decimal(1_000)
# One project among others of its unit may be large; not as large as 元 are among 万元.
_OUTLYING, _FEW = Decimal(3_000), 2
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
    def of(cls, form: PrintedForm, *, is_department: bool | None = None) -> Self:
        """Take it from a form; who has made the form knows better whose it is."""
        worth, amount = form.money_size[1], form.funds.total.budget
        is_own = form.is_department if is_department is None else is_department
        return cls(form.name.text, form.year, is_own, amount, form.money, worth)

    def times(self, other: "Budget") -> Decimal:
        """Return how many times the other one this is (0: one of them prints none)."""
        own, theirs = self.worth_all, other.worth_all
        return own / theirs if theirs > 0 else Decimal(0)

    @property
    def worth_all(self) -> Decimal:
        """Return the amount in 元."""
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
    yield from of_other_sizes(budgets)
    for one, whole in _in_departments(budgets):
        if 1 < one.times(whole) < _FAR and one.amount is not None:
            yield Finding("above-department", one.amount.place, str(one), str(whole), "", one.name)


def of_other_sizes(budgets: Sequence[Budget]) -> Iterator[Finding]:
    """A project has a thousand times the money of its department, or thousands of times all others'."""
    far = [(one, whole) for one, whole in _in_departments(budgets) if one.times(whole) >= _FAR]
    for one, whole in far:
        yield from _in_yuan_under_wanyuan(one, whole)
    projects = [one for one in budgets if not one.is_department and one.amount]
    for one in projects:
        others = [other for other in projects if other is not one]
        is_told = any(told is one for told, _ in far)
        if not is_told and len(others) >= _FEW and all(one.times(o) >= _OUTLYING for o in others):
            yield from _in_yuan_under_wanyuan(one, max(others, key=lambda o: o.worth_all))


def _in_departments(budgets: Sequence[Budget]) -> Iterator[tuple[Budget, Budget]]:
    departments = [one for one in budgets if one.is_department]
    projects = (one for one in budgets if not one.is_department)
    return ((one, whole) for one in projects for whole in departments)


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
                yield from _in_yuan_under_wanyuan(one, other, f"{other.year}年度")


def _in_yuan_under_wanyuan(one: Budget, other: Budget, of: str = "") -> Iterator[Finding]:
    """``of``: what tells the other one from this one (empty: its name does)."""
    if one.amount is not None:
        said = f"即 {spoken_amount(one.worth_all)}，对吗？"
        beside = f"{of or f'“{other.name}”'}{AMOUNT_LABELS[BUDGET]} {other}"
        left, name = plain(one.amount.value), AMOUNT_LABELS[BUDGET]
        yield Finding("yuan", one.amount.place, left, beside, said, name)
