"""A09: what is left beside a rate, where the budget stands in another paragraph: 支出480万元，执行率96%，结余30万元."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import places_of, said, shown
from generator.rules.money_account import slack
from generator.rules.money_left import is_given, is_left, is_spent
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_SLIP = 10  # what is off by more than so small a part was left of another whole


def left_of_rate(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rate tells which amount of the paper is meant: that of which just this part was spent."""
    for one in said(form):
        if one.place.table or not words.has("is-left", one.text):
            continue
        for spent, rate, left in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            is_told = is_spent(spent) and rate.unit == "%" and is_left(one, left, words)
            is_one = one.start_of(spent) == one.start_of(left)
            known = [f for f in one.facts if f.end <= spent.start and is_given(f, words)]
            if is_told and is_one and not known:
                yield from _held(form, spent, rate, left, words)


def _held(
    form: PrintedForm, spent: Fact, rate: Fact, left: Fact, words: Vocabulary
) -> Iterator[Finding]:
    wholes = {
        value: fact
        for fact in form.ledger.of_role("budget", "initial", "amount")
        if fact.end
        and is_given(fact, words)
        and (value := in_base(fact))
        and _gives(spent, value, rate)
    }
    if len(wholes) != 1:
        return
    ((value, whole),) = wholes.items()
    due, own = value - (in_base(spent) or Decimal(0)), in_base(left) or Decimal(0)
    if abs(due - own) > slack(whole, spent, left) and abs(due - own) * _SLIP <= value:
        how = f"{shown(whole)}-{shown(spent)}"
        right = f"{plain(due / left.size[1])}{left.unit}"
        yield Finding("money-account", left.place, shown(left), right, how, left.name or "结余")


def _gives(spent: Fact, whole: Decimal, rate: Fact) -> bool:
    exact = Fraction(in_base(spent) or 0) / Fraction(whole) * _PERCENT
    places = places_of(rate.value) if isinstance(rate.value, Decimal) else 0
    return exact < _PERCENT and round_half_up(exact, places) == rate.value
