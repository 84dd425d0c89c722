"""A whole and the counts behind it that come to it: 收回96份，其中满意92份、基本满意3份、不满意1份."""

from decimal import Decimal

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.form_sentences import Said

_FEWEST, _FEWEST_LED = 3, 2
_OF_WHICH = Pattern("[，,；;：:（(]?其中[：:，,]?[^0-9，,。；;]{0,16}$")
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


def listed_for(one: Said, rate: Fact) -> tuple[Fact, ...]:
    """Return a whole and its parts right before a rate where 其中 leads to them, whatever they come to.

    回收476份，其中非常满意312份、满意140份、不满意14份: a slip in one of them makes no whole of another.
    """
    counts = tuple(f for f in one.same_sentence(rate) if f.unit != _PERCENT and not f.sign)
    for size in range(_FEWEST_LED, len(counts)):
        whole, parts = counts[-size - 1], counts[-size:]
        is_alike = {f.unit for f in (whole, *parts)} == {whole.unit} != {""}
        is_led = _OF_WHICH.fullmatch(one.text[whole.end : parts[0].start]) is not None
        if is_led and _ends_before_last(whole, parts):
            continue  # 支出11.46万元，其中甲5.26万元、乙6.2万元，较预算节约1.34万元
        if is_alike and is_led and all(0 < _value(part) < _value(whole) for part in parts):
            return whole, *parts
    return ()


def _ends_before_last(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Tell a list that has come to its whole before its last number, which is of another thing."""
    together = Decimal(0)
    for part in parts[:-1]:
        together += _value(part)
        if together == _value(whole):
            return True
    return False


def is_named_after(one: Said, rate: Fact, counts: tuple[Fact, ...], common: frozenset[str]) -> bool:
    """Tell a rate that is named after a part of the list: 满意度, and not the 故障率 of all that was mended."""
    named = set(rate.name) - common
    return any(named & set(one.before(part)) for part in counts[1:])


def _value(fact: Fact) -> Decimal:
    return in_base(fact) or Decimal(0)
