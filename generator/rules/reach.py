"""X02: how many are reached, counted twice: 惠及28个行政村, and 项目实施后，26个行政村的供水……."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, goal_places, is_of_other_times, said, shown
from generator.rules.vocabulary import Vocabulary

_CLAUSE = Pattern("[，,。；;：:\n]")
_NOUN = Pattern("[一-鿿]{2,12}")
_KEY = 2  # signs of a noun by which counts are gathered


class _Counted(NamedTuple):
    """So many of something, and whether a word says that these are all who are reached."""

    fact: Fact
    noun: str
    is_all: bool


def reach(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of several counts of one kind some are parts; of two that are near each other hardly one is."""
    named: dict[tuple[str, str], list[_Counted]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        if one.place in goals:
            continue
        for fact in one.facts:
            if form.year is not None and fact.year not in (None, form.year):
                continue
            if (counted := _counted(one, fact, words)) is not None:
                named[fact.unit, counted.noun[:_KEY]].append(counted)
    for counts in named.values():
        first = next((c for c in counts if c.is_all), None)
        if first is None or len({in_base(c.fact) for c in counts}) != 2:
            continue
        for other in counts:
            if other.fact.place != first.fact.place and _are_one(first, other, words):
                left, right = shown(other.fact), shown(first.fact)
                name = f"{other.fact.unit}{min(first.noun, other.noun, key=len)}"
                yield Finding("two-said-doubtful", other.fact.place, left, right, "", name)
                break


def _counted(one: Said, fact: Fact, words: Vocabulary) -> _Counted | None:
    noun = _NOUN.match(one.text, fact.end)
    if noun is None or len(fact.unit) != 1 or is_of_other_times(one, fact, words):
        return None
    before = one.text[one.start_of(fact) : fact.start]
    own = _CLAUSE.split(before)[-1]
    is_all = words.has("reaches", own)
    if words.has("reaches-some", before) or not (is_all or not own):
        return None
    return _Counted(fact, noun[0], is_all)


def _are_one(first: _Counted, other: _Counted, words: Vocabulary) -> bool:
    """Tell one noun, however the sentences go on, and two values that a slip may part."""
    short, long = sorted((first.noun, other.noun), key=len)
    pair = sorted(Fraction(in_base(c.fact) or 0) for c in (first, other))
    is_near = bool(pair[1]) and words.percent("near-value") <= pair[0] / pair[1] < 1
    return long.startswith(short) and is_near
