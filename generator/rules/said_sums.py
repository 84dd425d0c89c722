"""A01: the scores that a sentence lists, and the total that it gives for them."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.said import Said, said, shown
from generator.rules.vocabulary import Vocabulary

_FEWEST = 3
_POINTS = "分"
_OF_WHICH, _ROUND = "其中", 10
_NEAR = 5  # 50分，实得46.5分


def said_sums(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A difference of a few points is a slip; a greater one is a part that is not listed."""
    least = words.number("part-of-score")
    for one in said(form):
        for total in one.facts:
            if total.role != "total" or total.unit != _POINTS:
                continue
            parts = [f for f in _beside(one, total) if f.role == "score" and f.unit == _POINTS]
            names = {_name(one, part) for part in parts}
            if not parts:
                parts = _listed(one, total)
                names = {part.name for part in parts}
            together = sum((_value(part) for part in parts), Decimal(0))
            is_list = len(parts) >= _FEWEST and len(names) == len(parts)
            if is_list and 0 < abs(together - _value(total)) < least:
                how = "+".join(plain(_value(part)) for part in parts)
                right = f"{plain(together)}{_POINTS}"
                yield Finding("said-sum", total.place, shown(total), right, how)


def _beside(one: Said, total: Fact) -> list[Fact]:
    """Return the quantities of the sentence of a total, before it and behind it."""
    start = one.start_of(total)
    return [fact for fact in one.facts if one.start_of(fact) == start and fact is not total]


def _listed(one: Said, total: Fact) -> list[Fact]:
    """Return the points behind 其中: scores, unless they come to a round number as weights do."""
    behind = [f for f in _beside(one, total) if f.start >= total.end and f.unit == _POINTS]
    if not behind or _OF_WHICH not in one.text[total.end : behind[0].start]:
        return []
    together = sum((_value(fact) for fact in behind), Decimal(0))
    return [] if together % _ROUND == 0 else behind


def _name(one: Said, part: Fact) -> str:
    """Return what a score is for: in “产出指标50分得46.5分” the weight before it has the name."""
    before = one.same_sentence(part)[-1:]
    is_of_weight = any(
        f.unit == _POINTS and f.role != "score" and part.start - f.end <= _NEAR for f in before
    )
    return (before[0].name or one.before(before[0])) if is_of_weight else part.name


def _value(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)
