"""F03, X03, C10: several forms: amounts of project, department and year, one set of indicators for two."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.read.label_book import normal
from generator.rules.copied_sets import shared_of
from generator.rules.finding import Finding
from generator.rules.printed import Amount, PrintedForm

# What belongs to a whole, or grows from year to year, does not do so a thousandfold.
_FAR = Decimal(1_000)
_HALF = 2  # projects of one kind share so much of their names, and rightly their indicators


def of_one_unit(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """A project has more money than the whole department that it belongs to."""
    yield from _copied([form for form in forms if not form.is_department])
    departments = [form for form in forms if form.is_department]
    for form in forms:
        for whole in departments if not form.is_department else ():
            share = _times(form, whole)
            if share >= _FAR:
                yield from _in_yuan_under_wanyuan(form, whole)
            elif share > 1:
                left, right = _shown(form), _shown(whole)
                at = (form.funds.total.budget or Amount(Decimal(0))).place
                yield Finding("above-department", at, left, right, "", form.name.text)


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


def of_several_years(forms: Sequence[PrintedForm]) -> Iterator[Finding]:
    """A project of one name has a thousand times the money that it had in another year."""
    named: dict[tuple[str, bool], list[PrintedForm]] = defaultdict(list)
    for form in forms:
        if form.name and form.year:
            named[normal(form.name.text), form.is_department].append(form)
    for same in named.values():
        for form in same:
            others = (o for o in same if o.year != form.year and _times(form, o) >= _FAR)
            other = next(others, None)
            if other is not None:
                yield from _in_yuan_under_wanyuan(form, other)


def _in_yuan_under_wanyuan(form: PrintedForm, other: PrintedForm) -> Iterator[Finding]:
    budget = form.funds.total.budget
    if budget is not None:
        yield Finding("yuan", budget.place, plain(budget.value), _shown(other))


def _times(form: PrintedForm, other: PrintedForm) -> Decimal:
    """Return how many times the budget of one form is that of another (0: one of them has none)."""
    own, theirs = (_worth(one) for one in (form, other))
    return own / theirs if theirs > 0 else Decimal(0)


def _worth(form: PrintedForm) -> Decimal:
    budget = form.funds.total.budget
    return budget.value * form.money_size[1] if budget else Decimal(0)


def _shown(form: PrintedForm) -> str:
    budget = form.funds.total.budget
    return f"{plain(budget.value)}{form.money}" if budget else ""
