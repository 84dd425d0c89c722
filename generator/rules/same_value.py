"""Whether a sentence gives the value that a row does: the same, rounded, or a bound that the row keeps."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import Operator
from generator.base.number import round_half_up
from generator.read.fact import Fact, in_base
from generator.rules.form_sentences import places_of
from generator.rules.printed_form import Row
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary

_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE)
_BOUNDS = (*_UPWARDS, Operator.AT_MOST, Operator.BELOW)


def with_bound(fact: Fact, behind: str, words: Vocabulary) -> Fact:
    """Return a quantity with the sign that words behind it give it: 达到90%以上, 控制在4‰以内."""
    if fact.sign:
        return fact
    if words.begins("at-least-behind", behind):
        return fact._replace(sign=Operator.AT_LEAST.value)
    is_most = words.begins("at-most-behind", behind)
    return fact._replace(sign=Operator.AT_MOST.value) if is_most else fact


def is_given(row: Row, fact: Fact, known: Sequence[tuple[Text, Decimal]], *, is_goal: bool) -> bool:
    """Tell whether a sentence gives what some cell does; a bound of a goal is that of the target."""
    is_said = any(_is_said_by(row, text, fact, value) for text, value in known)
    return is_said or (not is_goal and _is_kept(row, fact, known))


def _is_said_by(row: Row, text: Text, fact: Fact, value: Decimal) -> bool:
    """Tell whether a sentence gives what a cell does; an actual with a sign bounds it, and no more."""
    own = in_base(fact) or Decimal(0)
    bound = text.measure.operator if text is row.actual else None
    if bound in _BOUNDS:
        return own >= value if bound in _UPWARDS else own <= value
    return is_same(fact, value)


def _is_kept(row: Row, fact: Fact, known: Sequence[tuple[Text, Decimal]]) -> bool:
    """Tell a bound that the actual keeps: 成灾率控制在4‰以下 and 2.7‰ are both true."""
    own = in_base(fact) or Decimal(0)
    done = [value for text, value in known if text is row.actual]
    if fact.sign in (Operator.AT_MOST, Operator.BELOW):
        return any(value <= own for value in done)
    return fact.sign in _UPWARDS and any(value >= own for value in done)


def is_same(fact: Fact, value: Decimal) -> bool:
    """Tell whether a sentence gives a value, perhaps rounded."""
    one = Fraction(in_base(fact._replace(value=Decimal(1))) or 1)
    printed = fact.value if isinstance(fact.value, Decimal) else Decimal(0)
    return round_half_up(Fraction(value) / one, places_of(printed)) == printed
