"""X02: what was done to so many is counted again behind its number: 改造260户, and 对262户改造户加强管理."""

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, goal_places, is_of_other_times, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import pairs

_LONGEST = 6  # signs of what is counted


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


def counted_as_planned(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """上述120处投放点, where 120 were planned and 112 were made: of those that are there, nobody has 120."""
    short = [p for p in pairs(form, words) if p.rate is not None and p.rate < 1]
    for one in said(form) if short else ():
        for fact in one.facts:
            if fact.is_about or fact.sign or not words.ends("those-told", one.text[: fact.start]):
                continue
            for pair in short:
                noun = _thing_behind(one, fact, normal(pair.name))
                is_planned = fact.unit == pair.target.unit and in_base(fact) == in_base(pair.target)
                if noun and is_planned and fact not in (pair.target, pair.actual):
                    left, right = shown(fact), shown(pair.actual)
                    yield Finding("two-said-doubtful", fact.place, left, right, "", pair.name)
                    break


def _thing_behind(one: Said, fact: Fact, name: str) -> str:
    """Return what stands behind a number, as far as a name ends with it."""
    behind = one.text[fact.end : fact.end + _LONGEST]
    return next((noun for n in range(_LONGEST, 1, -1) if name.endswith(noun := behind[:n])), "")


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
