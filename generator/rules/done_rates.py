"""A10: the printed rate of a row, 完成率（B/A）, is its actual over its target."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind, Operator
from generator.base.number import places_of, plain, round_half_up
from generator.read.printed_values import number
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)
_PERCENT = 100


def done_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A rate may be capped at 100 %; of limits, where less is better, there are several ways."""
    for row in form.rows:
        printed = _printed(row)
        exact = None if printed is None else _exact(row, words)
        if printed is None or exact is None:
            continue
        step = Fraction(1, 10 ** places_of(printed))
        is_capped = exact > _PERCENT and printed == _PERCENT
        if not is_capped and abs(exact - Fraction(printed)) >= step:
            right = f"{plain(round_half_up(exact, max(2, places_of(printed))))}%"
            how = f"{row.actual.text} ÷ {row.target.text}"
            left = row.done_rate.text
            yield Finding("done-rate", row.done_rate.place, left, right, how, row.name.text)


def _printed(row: Row) -> Decimal | None:
    text = row.done_rate.text.strip()
    return number(text.rstrip("%％")) if text.endswith(("%", "％")) else None


def _exact(row: Row, words: Vocabulary) -> Fraction | None:
    target, actual = row.target.measure, row.actual.measure
    if target.kind is not MeasureKind.NUMBER or actual.kind is not MeasureKind.NUMBER:
        return None
    is_clear = target.operator in _UPWARDS and actual.operator is None and target.value > 0
    if not is_clear or target.unit != actual.unit or words.has("less-is-better", row.name.text):
        return None
    return Fraction(actual.value) / Fraction(target.value) * _PERCENT
