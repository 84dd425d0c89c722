"""A10: a rate of execution in a sentence, against the amounts that the paper prints before it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.read.fact import Fact, exactly, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.source_budgets import budgets_of_source

_BUDGETS = ("budget", "initial", "amount")
_PERCENT = 100


def rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was spent, over some budget that was named before it, gives the printed rate."""
    named: list[Fact] = []  # budgets of the paper so far
    others: list[Fact] = []  # amounts of which nobody says that they are one
    for one in said(form):
        for fact in one.facts:
            is_given = fact.role in ("budget", "initial") or (
                fact.role == "amount" and words.has("gives-money", fact.name)
            )
            if is_given and not fact.is_about:
                named.append(fact)
            elif _is_rate(fact, words):
                yield from _rate(form, one, fact, _Budgets(named, others), words)
            elif _is_all_the_money(form, fact, words):
                named.append(fact)
            elif fact.role != "spent" and words.are_comparable(fact.unit, "元"):
                others.append(fact)


def _is_all_the_money(form: PrintedForm, fact: Fact, words: Vocabulary) -> bool:
    """Tell “2022年项目资金共4500万元”: a report without a table of funds says so what there is."""
    name = normal(fact.name)
    is_whole = words.is_one("all-of-the-project", name) and fact.year in (None, form.year)
    is_money = fact.role == "amount" and words.are_comparable(fact.unit, "元")
    return is_money and is_whole and not fact.is_about and form.funds.total.budget is None


def _is_rate(fact: Fact, words: Vocabulary) -> bool:
    is_named = words.ends("rate-head", normal(fact.name))
    is_done = fact.role == "actual" and words.ends("rate-of", normal(fact.name))
    return fact.unit == "%" and not fact.is_about and (is_named or is_done)


class _Budgets(NamedTuple):
    """What a paper has said so far that was given, and what may have been."""

    named: list[Fact]
    others: list[Fact]


def _rate(
    form: PrintedForm, one: Said, rate: Fact, known: _Budgets, words: Vocabulary
) -> Iterator[Finding]:
    spent = _spent(one, rate, words)
    if spent is None or not isinstance(rate.value, Decimal):
        return
    own = [f for f in one.facts if f.role in _BUDGETS and f.start < rate.start and not f.sign]
    if lead := _part_begins(one, spent, words):
        # 支出3762万元，其中中央资金支出3040万元，执行率95%: the budget of a part stands beside it.
        own = [f for f in own if f.start > lead]
    if not own:
        own = budgets_of_source(form, spent, (*known.named, *known.others), words)
    if lead and not own:
        return
    budgets = [f for f in own or known.named if (in_base(f) or 0) > 0]
    amount = form.funds.total.base
    if not budgets and amount is not None:
        budgets = [
            Fact("", amount.value, form.money, "budget", DocumentPlace(), size=form.money_size)
        ]
    step = Fraction(1, 10 ** places_of(rate.value))
    # What is over the whole budget tells of another one, which nobody names.
    exact = [e for b in budgets if Fraction(1, 10) < (e := _over(spent, b)) <= Fraction(3, 2)]
    if not own and normal(spent.name) and not words.is_one("whole-amount", normal(spent.name)):
        # 债券资金支出7440万元 is of the bonds: of all the money it may be any part.
        least = words.percent("near-value")
        exact = [
            e for e in exact if least <= e * _PERCENT / (Fraction(rate.value) or 1) <= 1 / least
        ]
    # 上年结转20万元，本年安排180万元，支出190万元: both together were there to be spent.
    before = {f for f in one.facts if f.start < rate.start}
    # 支出196万元，结余4万元: what is left behind was none of what was there before.
    carried = [f for f in before if words.has("carried-in", f.name) and f.start < spent.start]
    there = sum((exactly(f) for f in {*budgets, *carried}), Fraction(0)) if carried else Fraction(0)
    if there:
        exact.append(exactly(spent) / there)
    every = [*exact, *(_over(spent, f) for f in known.others if (in_base(f) or 0) > 0)]
    if exact and not any(abs(e * _PERCENT - Fraction(rate.value)) < step for e in every):
        right = f"{plain(round_half_up(exact[-1] * _PERCENT, max(2, places_of(rate.value))))}%"
        yield Finding("sentence-rate", rate.place, shown(rate), right)


def _part_begins(one: Said, spent: Fact, words: Vocabulary) -> int:
    """Return where the parts begin of which an amount is one, behind the whole that was spent (0: nowhere)."""
    begins = one.text.rfind("。", 0, spent.start) + 1
    wholes = [f for f in one.between(begins, spent.start) if f.role == "spent"]
    if not wholes:
        return 0
    between = one.text[wholes[0].end : spent.start]
    lead = max((between.rfind(word) for word in words.words("parts-begin")), default=-1)
    return wholes[0].end + lead if lead >= 0 else 0


def _is_spent_part(fact: Fact, words: Vocabulary) -> bool:
    is_money = fact.role == "part" and words.are_comparable(fact.unit, "元")
    return is_money and words.ends("spending", normal(fact.name))


def _over(spent: Fact, budget: Fact) -> Fraction:
    return Fraction(in_base(spent) or 0) / Fraction(in_base(budget) or 1)


def _spent(one: Said, rate: Fact, words: Vocabulary) -> Fact | None:
    """Return what the rate speaks of: spent in its sentence, or the only amount spent before it.

    支出3762万元，其中中央资金执行3040万元，执行率95%: a part that was spent is nearer than the whole.
    """
    near = [f for f in one.same_sentence(rate) if f.role == "spent" or _is_spent_part(f, words)]
    if near:
        return near[-1]
    before = [f for f in one.facts if f.role == "spent" and f.start < rate.start]
    return before[0] if len({in_base(f) for f in before}) == 1 else None
