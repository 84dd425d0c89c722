"""X02: what was done to so many is counted again behind its number: 改造260户, and 对262户改造户加强管理."""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, goal_places, is_of_other_times, said, shown
from generator.rules.vocabulary import Vocabulary


def counted_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence that speaks of all of them counts them nearly, but not quite, as the report does."""
    named = [
        (one, f, noun) for one in said(form) for f in one.facts if (noun := _noun(one, f, words))
    ]
    values = {(noun, fact.unit, in_base(fact)) for _, fact, noun in named}
    for one, fact, noun in named:
        if fact.is_about or is_of_other_times(one, fact, words):
            continue
        told = [f for f in _told(form, fact) if noun in normal(f.name)]
        if len({in_base(f) for f in told}) != 1:
            continue
        first = told[0]
        if (noun, fact.unit, in_base(first)) in values:
            continue  # all of them are counted so as well: these are some of them
        pair = sorted((Fraction(in_base(fact) or 0), Fraction(in_base(first) or 0)))
        if pair[0] != pair[1] and words.percent("near-value") <= pair[0] / pair[1]:
            name = f"{noun}{fact.unit}"
            yield Finding("two-said-doubtful", fact.place, shown(fact), shown(first), "", name)


def _noun(one: Said, fact: Fact, words: Vocabulary) -> str:
    """Return what the things behind a number are named by: 改造 of 对262户改造户 (empty: nothing)."""
    if len(fact.unit) != 1 or not words.ends("all-of-them", one.text[: fact.start]):
        return ""
    found = re.compile(rf"(?P<noun>[一-鿿]{{2,4}}){re.escape(fact.unit)}").match(one.text, fact.end)
    return found["noun"] if found else ""


def _told(form: PrintedForm, fact: Fact) -> Iterator[Fact]:
    """Give what the sentences tell of the same year in the same unit; a target is no result."""
    goals = goal_places(form)
    for other in form.ledger.of_role("actual", "count"):
        is_same = other.unit == fact.unit and other.year == fact.year
        if is_same and other.end and other.place not in goals and other.place != fact.place:
            yield other
