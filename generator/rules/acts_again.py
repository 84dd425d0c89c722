"""X02: one act told twice in other words: 培训村级会计260人, and 参加培训的村级会计286人."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import (
    Said,
    goal_places,
    is_of_other_times,
    of_sentences,
    said,
    shown,
)
from generator.rules.named_rows import comparable
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_CLAUSE = Pattern("[，,。；;（(！？:：\n]")
_NOUN = Pattern("[一-鿿]{2,10}")
_YEAR = Pattern("20[0-9]{2}年度?")
_BETWEEN = "/"  # words of the data for one act


class _Act(NamedTuple):
    """What was done, to whom, and by which word it is told."""

    act: str
    noun: str
    by: str


class _Told(NamedTuple):
    """So many persons of one name, and by which words what was done is told."""

    fact: Fact
    by: str


@of_sentences
def acts_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All of one kind, to whom one thing was done, are equally many in whatever words it is told."""
    named: dict[tuple[str, str, int], list[_Told]] = defaultdict(list)
    goals = goal_places(form)
    rows = _rows(form, words)
    for one in said(form):
        if one.place in goals or not _acts(words).search(one.text):
            continue
        for fact in one.facts:
            if _is_told(one, fact, words) and (found := _act_and_noun(one, fact, words)):
                named[found.act, found.noun, fact.year or form.year or 0].append(
                    _Told(fact, found.by)
                )
    for (act, noun, _), told in named.items():
        if row := rows.get((act, noun)):
            yield from _against_row(told[0].fact, row, words)
        else:
            yield from _against_each_other(told, noun, words)


def _rows(form: PrintedForm, words: Vocabulary) -> dict[tuple[str, str], Row]:
    """Return the rows that say what was done to whom: 培训村干部人数."""
    found = ((_act_in(row.name.text, "", words), row) for row in form.rows)
    return {(act.act, act.noun): row for act, row in found if act is not None}


def _against_row(fact: Fact, row: Row, words: Vocabulary) -> Iterator[Finding]:
    known = comparable(fact, row, (row.actual, row.target))
    near = [text.text for text, value in known if _are_near(fact.value, value, words)]
    if near and not any(fact.value == value for _, value in known):
        yield Finding("two-said-doubtful", fact.place, shown(fact), near[0], "", row.name.text)


def _against_each_other(told: list[_Told], noun: str, words: Vocabulary) -> Iterator[Finding]:
    first = told[0]
    other = next((t for t in told if t.fact.value != first.fact.value), None)
    if other is None or len({t.fact.value for t in told}) != 2 or other.by == first.by:
        return  # told in the same words, it is one quantity of one name
    is_apart = other.fact.place != first.fact.place
    if is_apart and _are_near(first.fact.value, other.fact.value, words):
        left, right = shown(other.fact), shown(first.fact)
        yield Finding("two-said-doubtful", other.fact.place, left, right, "", noun)


def _is_told(one: Said, fact: Fact, words: Vocabulary) -> bool:
    is_count = fact.role in ("count", "actual") and words.is_one("person-units", fact.unit)
    return is_count and not is_of_other_times(one, fact, words)


def _act_and_noun(one: Said, fact: Fact, words: Vocabulary) -> _Act | None:
    """Return the act of a clause, whom it was done to, and by which word it is told."""
    before = _CLAUSE.split(one.before(fact))[-1]
    behind = _CLAUSE.split(one.text[fact.end :], maxsplit=1)[0]
    return _act_in(before, behind, words)


def _act_in(before: str, behind: str, words: Vocabulary) -> _Act | None:
    acts = [*_acts(words).finditer(before), *_acts(words).finditer(behind)]
    if len(acts) != 1:
        return None
    rest = _YEAR.sub("", (before + behind).replace(acts[0][0], "", 1))
    noun = _trimmed("".join(rest.split()), words.words("around-noun"))
    said_by = acts[0][0].replace("了", "")
    return _Act(_of_act(said_by, words), noun, said_by) if _NOUN.fullmatch(noun) else None


def _trimmed(text: str, known: tuple[str, ...]) -> str:
    """Return a text without the words that it begins and ends with."""
    while found := next((word for word in known if text.startswith(word)), ""):
        text = text[len(found) :]
    while found := next((word for word in known if text.endswith(word)), ""):
        text = text[: -len(found)]
    return text


def _of_act(said_by: str, words: Vocabulary) -> str:
    return next(act for act in words.words("acts") if said_by in act.split(_BETWEEN))


def _acts(words: Vocabulary) -> Pattern:
    return _acts_of(words.words("acts"))


@lru_cache(maxsize=4)
def _acts_of(acts: tuple[str, ...]) -> Pattern:
    """Return what finds any word for any act; 参加了培训 is 参加培训."""
    known = sorted((w for act in acts for w in act.split(_BETWEEN)), key=len, reverse=True)
    every = "|".join(re.escape(w[:2]) + "了?" + re.escape(w[2:]) for w in known)
    return Pattern(every or r"(?!)")


def _are_near(one: Decimal | str, other: Decimal | str, words: Vocabulary) -> bool:
    low, high = sorted((Fraction(one), Fraction(other)))
    return low > 0 and low / high >= words.percent("near-value")
