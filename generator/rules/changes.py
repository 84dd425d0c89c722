"""A10: “从12起下降到9起，下降25%”, “9起，比上年的12起下降25%”: a change follows from the two values before it."""

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
_THAN = Pattern(r"(?:比|较|相比)[^，。；]{0,10}(?:年|期|季度|月)(?:[^，。；0-9]{0,10})的?$")
_TO = Pattern(r"(?:到|至|为)(?:了|本年的?|今年的?)?$")
_BY = Pattern(r"(?:下降|降低|减少|增长|增加|上升|提高|提升|增幅|降幅)(?:了|率|为|幅度为|达|达到)*$")
_MORE = Pattern("[增上提升]")
_PERCENT = 100


def changes(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold the printed change against the one from the first value to the second."""
    del words
    for one in said(form):
        for first, second, change in zip(one.facts, one.facts[1:], one.facts[2:], strict=False):
            texts = (one.before(first), one.before(second), one.before(change))
            if change.unit != "%" or first.unit != second.unit or not _BY.search(texts[2]):
                continue
            if _FROM.search(texts[0]) and _TO.search(texts[1]):
                old, new = first, second
            elif _THAN.search(texts[1]):
                old, new = second, first
            else:
                continue
            before, after = in_base(old), in_base(new)
            if before is None or after is None or not isinstance(change.value, Decimal):
                continue
            # 792万元，比上年增加189万元，增长31%: the second is the difference of the two.
            if found := _BY.search(texts[1]):
                before = after + before * (-1 if _MORE.search(found[0]) else 1)
            if before <= 0:
                continue
            exact = abs(Fraction(after) - Fraction(before)) / Fraction(before) * _PERCENT
            places = places_of(change.value)
            if change.value not in (round_half_up(exact, places), truncate(exact, places)):
                right = f"{plain(round_half_up(exact, max(2, places)))}%"
                how = f"{plain(before / old.size[1])}{old.unit} → {shown(new)}"
                yield Finding("change", change.place, shown(change), right, how)
