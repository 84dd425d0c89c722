"""A09: a count and its parts: “546场次，其中甲212场次，乙178场次，其他146场次”."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, said, shown
from generator.rules.vocabulary import Vocabulary

_OF_WHICH = Pattern(r"[，,（(]?其中[:：]?")
_FEWEST = 3  # two parts seldom are all of it: 120人，其中女性50人，党员30人


def count_parts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Parts that nearly come to their whole were meant to come to it."""
    least = words.percent("parts-nearly-whole")
    for one in said(form):
        for whole in one.facts:
            is_count = whole.unit not in ("%", "") and not words.are_comparable(whole.unit, "元")
            if not is_count or not _OF_WHICH.match(one.text, whole.end):
                continue
            parts = _parts(one, whole)
            values = (part.value for part in parts)
            together = sum((v for v in values if isinstance(v, Decimal)), Decimal(0))
            if len(parts) < _FEWEST or not isinstance(whole.value, Decimal) or not whole.value:
                continue
            is_open = words.has("open-list", one.text[whole.end : parts[-1].end + 4])
            share = together / whole.value
            if share != 1 and least <= share <= 2 - least and not is_open:
                how = "+".join(shown(part) for part in parts)
                right = f"{plain(together)}{whole.unit}"
                yield Finding("count-parts", whole.place, shown(whole), right, how, whole.name)


def _parts(one: Said, whole: Fact) -> list[Fact]:
    """Return the quantities of its unit behind a whole, in its sentence; shares between them aside."""
    start = one.start_of(whole)
    behind = (f for f in one.facts if f.start >= whole.end and one.start_of(f) == start)
    counted = (fact for fact in behind if fact.unit != "%")
    return [*takewhile(lambda fact: fact.unit == whole.unit, counted)]
