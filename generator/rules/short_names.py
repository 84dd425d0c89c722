"""X02: 培训1260人 and 培训1206人: one thing by its plan or its digits, where the name alone is too short.

So are amounts of one name, of which one is a part: 其中项目支出2153.9万元, and 项目支出2135.9万元.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.row_cores import SHORTEST
from generator.rules.said import goal_places, is_of_other_times, is_planned, said, shown
from generator.rules.said_pairs import pairs
from generator.rules.swapped import are_swapped
from generator.rules.vocabulary import Vocabulary

_LEAST = 100  # of smaller numbers two may well have the same digits
_SHORTEST = 2
_MONEY, _MONEY_ROLES = "元", ("spent", "amount", "part")
_Thing = tuple[str, str, int | None]


def short_names(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two sentences tell what was done of one plan otherwise, or with two digits changed over."""
    plans = {
        (normal(pair.name), pair.actual.unit, in_base(pair.actual)): in_base(pair.target)
        for pair in pairs(form, words)
    }
    for (name, unit, _), facts in _told(form, words).items():
        first, others = facts[0], [f for f in facts if f.place != facts[0].place]
        values = {in_base(fact) for fact in facts}
        other = next((f for f in others if in_base(f) != in_base(first)), None)
        if len(values) != 2 or other is None:
            continue
        wanted = {plans.get((name, unit, value)) for value in values}
        is_of_one_plan = len(wanted) == 1 and None not in wanted
        if is_of_one_plan or _is_slip(first, other):
            yield Finding("two-said", other.place, shown(other), shown(first), "", first.name)


def parts_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A part of the money is told again, with two digits changed over."""
    named: dict[tuple[str, int | None], list[Fact]] = defaultdict(list)
    for one in said(form):
        for fact in one.facts if not one.place.table else ():
            is_money = fact.role in _MONEY_ROLES and words.are_comparable(fact.unit, _MONEY)
            if is_money and fact.unit and not fact.is_about and len(normal(fact.name)) >= SHORTEST:
                named[normal(fact.name), fact.year or form.year].append(fact)
    for facts in named.values():
        first, values = facts[0], {in_base(fact) for fact in facts}
        other = next((f for f in facts if in_base(f) != in_base(first)), first)
        is_part = "part" in (first.role, other.role) and len(values) == _SHORTEST
        if is_part and other.place != first.place and _is_slip(first, other):
            yield Finding(
                "two-said-doubtful", other.place, shown(other), shown(first), "", first.name
            )


def _told(form: PrintedForm, words: Vocabulary) -> dict[_Thing, list[Fact]]:
    """Return what sentences say was done, by its short name."""
    found: dict[_Thing, list[Fact]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts:
            name = normal(fact.name)
            is_short = _SHORTEST <= len(name) < SHORTEST and bool(fact.unit) and fact.unit != "%"
            if not is_short or fact.role not in ("actual", "count") or fact.place in goals:
                continue
            is_bound = bool(fact.sign) or words.begins("bound-behind", one.text[fact.end :])
            if is_bound or is_planned(one, fact, words) or is_of_other_times(one, fact, words):
                continue
            found[name, fact.unit, fact.year or form.year].append(fact)
    return found


def _is_slip(one: Fact, other: Fact) -> bool:
    values = [f.value for f in (one, other) if isinstance(f.value, Decimal)]
    return min(values) >= _LEAST and are_swapped(values[0], values[1])
