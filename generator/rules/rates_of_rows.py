"""A04: a rate beside amounts of which none is called the budget of the year."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.read.printed_values import number
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100


def rates_of_rows(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was spent, over some other amount of its row, gives the printed rate."""
    del words
    total = form.funds.total
    rate, spent = total.rate, total.spent
    if rate is None or spent is None or total.base is not None or spent.value <= 0:
        return
    others = [value for value in _row(form) if value > 0 and value != spent.value]
    exact = [Fraction(spent.value) / value * _PERCENT for value in others]
    step = Fraction(1, 10**rate.places)
    near = [one for one in exact if one <= _PERCENT * Fraction(3, 2)]
    if near and not any(abs(one - Fraction(rate.value)) < step for one in near):
        right = "、".join(f"{plain(round_half_up(one, 2))}%" for one in near)
        yield Finding("rate-of-row", rate.place, f"{plain(rate.value)}%", right)


def _row(form: PrintedForm) -> Iterator[Fraction]:
    """Give the amounts of the row that the rate stands in."""
    rate = form.funds.total.rate
    if rate is None or not rate.place.table:
        return
    for entry in form.entries:
        is_beside = (entry.place.table, entry.place.row) == (rate.place.table, rate.place.row)
        value = number(entry.text) if is_beside and entry.place != rate.place else None
        if value is not None:
            yield Fraction(value)
