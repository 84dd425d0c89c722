"""A01: scores of a sentence, each with the points that there were: 产出48.3分（50分）、效益29.5分（30分）, and their total."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_sums import said_totals, slip_of

_PART = Pattern(
    r"分[（(](?:满分|分值|权重)?(?:为)?(?P<full>[0-9]{1,3}(?:\.[0-9]{1,2})?)分?[)）]"
)
_FEWEST, _WHOLE = 3, 100


def scores_with_points(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The points say that no part is left out: they come to a hundred."""
    for one, total in said_totals(form, words):
        start = one.start_of(total)
        parts, full = [], Decimal(0)
        for fact in one.facts:
            if fact is total or one.start_of(fact) != start:
                continue
            points = _points(one, fact.end)
            if points is not None:
                parts.append(fact)
                full += points
        if len(parts) >= _FEWEST and full == _WHOLE:
            yield from slip_of(total, parts, words)


def _points(one: Said, end: int) -> Decimal | None:
    found = _PART.match(one.text, end - 1)
    return Decimal(found["full"]) if found is not None else None
