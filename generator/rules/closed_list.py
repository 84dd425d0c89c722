"""A whole and the counts behind it that come to it: 收回96份，其中满意92份、基本满意3份、不满意1份."""

from decimal import Decimal

from generator.read.fact import Fact, in_base
from generator.rules.said import Said

_FEWEST = 3
_PERCENT = "%"


def closed_list(one: Said, rate: Fact) -> tuple[Fact, ...]:
    """Return the whole and its parts, three or more, that stand right before a rate (empty: none do)."""
    counts = tuple(f for f in one.same_sentence(rate) if f.unit != _PERCENT and not f.sign)
    for size in range(_FEWEST, len(counts)):
        whole, parts = counts[-size - 1], counts[-size:]
        is_alike = {f.unit for f in (whole, *parts)} == {whole.unit} != {""}
        together = sum((in_base(f) or Decimal(0) for f in parts), Decimal(0))
        if is_alike and together == in_base(whole) and together > 0:
            return whole, *parts
    return ()
