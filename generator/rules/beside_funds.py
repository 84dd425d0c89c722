"""A04 and A09: what is printed beside the amounts: the rate at which they came in, what was left."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Amount
from generator.rules.row_amounts import amounts_beside
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_MOST = 2  # times the budget: more is a number of something else


def arrival_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rate of arrival is what came in over what was budgeted; nothing else is known of it."""
    del words
    for row in form.funds.rows:
        rate, came, budget = row.arrival_rate, row.arrived, row.budget
        if rate is None or came is None or budget is None or budget.value <= 0:
            continue
        exact = Fraction(came.value) / Fraction(budget.value) * _PERCENT
        if abs(exact - Fraction(rate.value)) >= Fraction(1, 10**rate.places):
            left, right = f"{plain(rate.value)}%", f"{plain(round_half_up(exact, 2))}%"
            how = f"{plain(came.value)} ÷ {plain(budget.value)}"
            yield Finding("arrival-rate", rate.place, left, right, how, row.name)


def left_over(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was left is what there was, or what came in of it, less what was spent."""
    del words
    for row in form.funds.rows:
        if row.left is None or row.spent is None or not (known := _wholes(row)):
            continue
        slack = Fraction(1, 10 ** max(row.left.places, row.spent.places))
        # A column in between may hold what there was after a change: it is as much a whole.
        spent, most = row.spent.value, _MOST * known[0].value
        beside = amounts_beside(form, known[0].place)
        wholes = [a.value for a in known] + [value for value in beside if spent < value <= most]
        dues = [whole - row.spent.value for whole in wholes]
        if all(abs(Fraction(row.left.value) - Fraction(due)) > slack for due in dues):
            said = row.left.value
            due = min(dues, key=lambda one: abs(one - said))  # what was meant is the nearest
            how = f"{plain(due + spent)}-{plain(spent)}"
            left, right = plain(said), plain(due)
            yield Finding("left-over", row.left.place, left, right, how, row.name)


def _wholes(row: FundsRow) -> list[Amount]:
    """Return what may have been there to spend: forms seldom say whether they mean what came in."""
    found = [a for a in (row.whole, row.budget, row.arrived, row.initial) if a is not None]
    return [a for a in found if a.value > Decimal(0)]
