"""A10: “从12起下降到9起，下降25%”: a change in per cent follows from the two values before it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import places_of, said, shown
from generator.rules.vocabulary import Vocabulary

_FROM = Pattern(r"[从由][^，。；]{0,16}$")
_TO = Pattern(r"(?:到|至|为)(?:了|本年的?|今年的?)?$")
_BY = Pattern(r"(?:下降|降低|减少|增长|增加|上升|提高|提升|增幅|降幅)(?:了|率|为|幅度为|达|达到)*$")
_PERCENT = 100


def changes(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold the printed change against the one from the first value to the second."""
    del words
    for one in said(form):
        for first, second, change in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            texts = (one.before(first), one.before(second), one.before(change))
            is_change = all(p.search(t) for p, t in zip((_FROM, _TO, _BY), texts, strict=True))
            if not is_change or change.unit != "%" or first.unit != second.unit:
                continue
            before, after = in_base(first), in_base(second)
            if not before or after is None or not isinstance(change.value, Decimal):
                continue
            exact = abs(Fraction(after) - Fraction(before)) / Fraction(before) * _PERCENT
            places = places_of(change.value)
            if change.value not in (round_half_up(exact, places), truncate(exact, places)):
                right = f"{plain(round_half_up(exact, max(2, places)))}%"
                how = f"{shown(first)} → {shown(second)}"
                yield Finding("change", change.place, shown(change), right, how)
