"""X02: what was reached is told again with two digits changed over: 临时救助1356人次, 实际救助1365人次."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs
from generator.rules.swapped import are_swapped

_SIGNS = 3  # of fewer digits two may well be the same by chance
_SHORTEST = 4  # signs of a name, without what it counts by
_COUNTED_BY = Pattern("(?:人次|人数|数量|次数|户数|个数|面积|里程|长度|总数|总量|数|量)$")
_CLAUSE = Pattern("[，,。；;：:（(\n]")


def swapped_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A result beside its target, and the same thing in the same unit in another paragraph."""
    wanted = {
        core: (pair.actual, pair.name)
        for pair in pairs(form, words)
        if len(core := _COUNTED_BY.sub("", normal(pair.name))) >= _SHORTEST
    }
    goals = goal_places(form)
    for one in said(form) if wanted else ():
        for fact in one.facts if one.place not in goals else ():
            if not isinstance(fact.value, Decimal) or fact.unit in ("", "%") or fact.sign:
                continue
            clause = normal(_CLAUSE.split(one.before(fact))[-1])
            for core, (actual, name) in wanted.items():
                is_same = fact.unit == actual.unit and fact.place != actual.place
                if not is_same or not clause.endswith(core) or is_of_other_times(one, fact, words):
                    continue
                if _are_swapped(fact.value, actual.value):
                    yield Finding("two-said", fact.place, shown(fact), shown(actual), "", name)


def _are_swapped(one: Decimal, other: Decimal | str) -> bool:
    is_long = len(plain(one).replace(".", "").strip("0")) >= _SIGNS
    return is_long and isinstance(other, Decimal) and are_swapped(one, other)
