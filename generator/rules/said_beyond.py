"""A10: “计划46公里，实际43.7公里，超额完成任务”: more than was wanted is claimed, and less was reached."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import Reached, pairs

_WHOLE = 100
_NEAREST, _LONGEST_CLAIM = 3, 16  # what is longer says it of something else
_SENTENCE = Pattern("[。；;\n]")
_CLAUSE = Pattern("[，,]")
_DAY = Pattern(
    r"(?:(?P<year>20[0-9]{2})年)?(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日|(?P<end>[底末]))"
)
_LAST_DAY = 31


def said_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What a sentence says of its two values is held against them, in the clauses behind them."""
    told: set[tuple[object, int]] = set()
    known = {(p.actual.place, p.actual.start): p for p in pairs(form, words)}
    for one in said(form):
        for fact in one.facts:
            pair = known.get((fact.place, fact.start))
            claim = _claim(one, fact, words)
            if not claim or (fact.place, one.start_of(fact)) in told:
                continue
            if pair is not None and _is_wrong(pair, claim, words):
                told.add((fact.place, one.start_of(fact)))
                left, right = shown(pair.actual), shown(pair.target)
                yield Finding("said-beyond", fact.place, left, right, "", pair.name)
            elif pair is None and _is_low_rate(fact, words):
                told.add((fact.place, one.start_of(fact)))
                yield Finding("said-beyond", fact.place, shown(fact), f"{_WHOLE}%", "", fact.name)


def _claim(one: Said, fact: Fact, words: Vocabulary) -> str:
    """Return the short clause that claims something, behind a value and before that of another thing."""
    end = one.sentence_end(fact)
    following = [f for f in one.between(fact.end, end) if f.unit != "%"]
    behind = _CLAUSE.split(one.text[fact.end : following[0].start if following else end])[1:]
    short = (c for c in behind[:_NEAREST] if len(c) <= _LONGEST_CLAIM)
    return next((c for c in short if words.has("claims-more", c)), "")


def _is_wrong(pair: Reached, claim: str, words: Vocabulary) -> bool:
    rate = pair.rate
    if rate is None or words.has("less-is-better", pair.name) or pair.actual.is_about:
        return False
    if words.is_one("time-units", pair.actual.unit):
        return False
    return rate < 1 and not words.has("claims-of-others", claim)


def _is_low_rate(fact: Fact, words: Vocabulary) -> bool:
    is_rate = fact.unit == "%" and words.ends("reached-rate", normal(fact.name))
    return is_rate and isinstance(fact.value, Decimal) and 0 < fact.value < _WHOLE


def said_earlier(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """“计划11月底前完工，实际12月5日完工，提前完成”: the second day is behind the first."""
    for entry in form.everything:
        text = half_width(entry.text)
        if not words.has("claims-earlier", text):
            continue
        for sentence in _SENTENCE.split(text):
            found = [*_DAY.finditer(sentence)]
            if len(found) != 2 or not words.has("claims-earlier", sentence[found[1].end() :]):
                continue
            due, done = found
            is_due = words.has("due-before", sentence[: due.start()] + sentence[due.end() :][:4])
            between = sentence[due.end() : done.start()]
            if is_due and words.has("done-before", between) and _day(done) > _day(due):
                yield Finding("said-earlier", entry.place, done[0], due[0])


def _day(found: re.Match[str]) -> tuple[int, int, int]:
    """Return a day as numbers; a year that is not said is that of the other day, most likely."""
    year = int(found["year"] or 0)
    return year, int(found["month"]), int(found["day"] or _LAST_DAY)
