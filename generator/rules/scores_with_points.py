"""A01: scores of a sentence, each with the points that there were: 产出48.3分（50分）, 产出30分，得28.8分, and their total."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_sums import POINTS, points_of, said_sums, slip_of

_BEHIND = Pattern(r"[（(](?:满分|分值|权重)?(?:为)?(?P<full>[0-9]{1,3}(?:\.[0-9]{1,2})?)分?[)）]")
_GOT = Pattern(r"[，,]?(?:实际|自评|实)?得(?:分|了)?(?:为)?")
_STOP = "。"
_FEWEST, _WHOLE = 3, 100


def scores_with_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The points say that no part is left out: they come to a hundred."""
    for one in said(form):
        scores = [*_scores(one)]
        if len(scores) < _FEWEST or sum(full for _, full in scores) != _WHOLE:
            continue
        first, last = scores[0][0], scores[-1][0]
        begins = one.text.rfind(_STOP, 0, first.start) + 1
        stop = one.text.find(_STOP, last.end)
        own = one.between(begins, stop if stop >= 0 else len(one.text))
        totals = [f for f in own if f.unit == POINTS and _is_total(one, f, words)]
        # What is plainly listed is added up by itself.
        told = {finding.where for finding in said_sums(form, words)} if totals else set()
        if len(totals) == 1 and totals[0].place not in told:
            yield from slip_of(totals[0], [score for score, _ in scores], words)


def _scores(one: Said) -> Iterator[tuple[Fact, Decimal]]:
    """Give the scores of a text with the points of each, behind it or before it."""
    for fact in one.facts:
        found = _BEHIND.match(one.text, fact.end) if fact.unit == POINTS else None
        if found is not None:
            yield fact, Decimal(found["full"])
    for full, score in pairwise(one.facts):
        is_got = _GOT.fullmatch(one.text, full.end, score.start) is not None
        if full.unit == score.unit == POINTS and is_got and points_of(score) <= points_of(full):
            yield score, points_of(full)


def _is_total(one: Said, fact: Fact, words: Vocabulary) -> bool:
    is_named = fact.role == "score" and words.is_one("total-named", fact.name)
    led = one.before(fact).rstrip("为是:： ")
    return fact.role == "total" or is_named or words.ends("sums-up", led)
