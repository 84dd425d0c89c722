"""X02: the same persons or things counted twice behind different verbs: 为3862名对象发放, 为3826名对象建档."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, goal_places, is_of_other_times, said, shown
from generator.rules.swapped import are_swapped
from generator.rules.vocabulary import Vocabulary

_NOUN = Pattern("[一-鿿]{3,16}")
_SHORTEST = 3  # signs that two nouns have in common
_FEWEST = 100  # of few things two values are near each other by chance


class _Counted(NamedTuple):
    """So many of what the words behind the number begin with, and whether something is done for them."""

    fact: Fact
    noun: str
    is_object: bool


def persons_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two signs that changed places are a slip; values near each other may be of two kinds of help."""
    named: dict[tuple[str, str], list[_Counted]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts if one.place not in goals else ():
            if (counted := _counted(form, one, fact, words)) is not None:
                named[fact.unit, counted.noun[:_SHORTEST]].append(counted)
    for counts in named.values():
        first = counts[0]
        other = next((c for c in counts if c.fact.value != first.fact.value), None)
        if other is None or len({c.fact.value for c in counts}) > 2:
            continue
        if id := _how_sure(first, other, words):
            alike = takewhile(lambda p: p[0] == p[1], zip(first.noun, other.noun, strict=False))
            name = "".join(sign for sign, _ in alike)
            left, right = shown(other.fact), shown(first.fact)
            yield Finding(id, other.fact.place, left, right, "", name)


def _counted(form: PrintedForm, one: Said, fact: Fact, words: Vocabulary) -> _Counted | None:
    noun = _NOUN.match(one.text, fact.end)
    is_count = fact.role in ("count", "actual") and len(fact.unit) == 1
    is_now = form.year is None or fact.year in (None, form.year)
    if noun is None or not is_count or not is_now or is_of_other_times(one, fact, words):
        return None
    return _Counted(fact, noun[0], words.ends("done-for", one.before(fact)))


def _how_sure(first: _Counted, other: _Counted, words: Vocabulary) -> str:
    values = [in_base(c.fact) for c in (first, other)]
    if values[0] is None or values[1] is None or min(values[0], values[1]) < _FEWEST:
        return ""
    if are_swapped(values[0], values[1]):
        return "two-said"
    low, high = sorted((values[0], values[1]))
    is_near = Fraction(low) / Fraction(high) >= words.percent("persons-again")
    are_objects = first.is_object and other.is_object and first.fact.place != other.fact.place
    return "two-said-doubtful" if is_near and are_objects else ""
