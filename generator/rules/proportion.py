"""A07: a score below full marks, against the part of the target that was reached."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind, Operator
from generator.base.number import places_of, plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_scores import fallen_short
from generator.rules.rule_words import Vocabulary

_SHARE = Pattern(r"(?:权重|分值|满分|分数|标准分)的?([0-9]{1,3}(?:\.[0-9]+)?)%")
_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)


def proportion(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Quantities score by proportion nearly everywhere; by another method it is to be said."""
    for row in form.rows:
        if row.weight is None or row.score is None:
            continue
        if row.score.value >= row.weight.value or row.weight.value <= 0:
            continue  # full marks are told elsewhere
        part = fallen_short(row, words)
        if part is None:
            continue
        if row.target.measure.kind is not MeasureKind.NUMBER:
            continue  # 是 has no parts
        if row.target.measure.operator in _UPWARDS:
            due, how = part, f"{row.actual.text} ÷ {row.target.text}"
            is_right = _rounded(due, row) == row.score.value
        else:  # limits are scored in several ways: only what is above all of them is told
            inverse = Fraction(row.target.measure.value) / Fraction(row.actual.measure.value)
            due, how = max(part, inverse), f"{row.target.text} ÷ {row.actual.text}"
            is_right = row.score.value <= _rounded(due, row)
        if is_right and row.target.measure.operator in _UPWARDS:
            yield from _rounded_up(form, row, part, how)
        if not is_right and not _is_share_told(row) and not _is_by_amounts(form, row, words):
            left = plain(row.score.value)
            right = plain(round_half_up(Fraction(row.weight.value) * due, 2))
            told = f"{plain(row.weight.value)} × {how}"
            yield Finding("score-other", row.score.place, left, right, told, row.name.text)


def _rounded_up(form: PrintedForm, row: Row, part: Fraction, how: str) -> Iterator[Finding]:
    """Fewer places in the unit's favour: 15 × 41 ÷ 45 = 13.67, and 14 is printed, or 13.7 below 9.57."""
    assert row.weight is not None and row.score is not None  # noqa: S101, PT018 - asked above
    due, execution = Fraction(row.weight.value) * part, form.funds.score
    is_coarse = execution is not None and row.score.places < execution.places
    if Fraction(row.score.value) > due and (row.score.places == 0 or is_coarse):
        left, right = plain(row.score.value), plain(round_half_up(due, 2))
        told = f"{plain(row.weight.value)} × {how}"
        id = "score-rounded" if row.score.places == 0 else "score-coarse"
        yield Finding(id, row.score.place, left, right, told, row.name.text)


def _is_by_amounts(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell the score of the rate of execution by its amounts, which the rate in the row was rounded from."""
    rate = execution_rate(form.funds.total)
    if rate is None or row.score is None or not words.is_one("rate-head", squeezed(row.name.text)):
        return False
    printed = row.actual.measure.value
    is_of_it = round_half_up(rate * 100, places_of(printed)) == printed
    return is_of_it and _rounded(rate, row) == row.score.value


def _is_share_told(row: Row) -> bool:
    """Tell a score by intervals, where the row says what share they give: 按评分标准得权重的70%."""
    assert row.weight is not None and row.score is not None  # noqa: S101, PT018 - asked above
    shares = (Fraction(found[1]) / 100 for found in _SHARE.finditer(half_width(row.reason.text)))
    return any(_rounded(share, row) == row.score.value for share in shares)


def _rounded(part: Fraction, row: Row) -> Decimal:
    assert row.weight is not None and row.score is not None  # noqa: S101, PT018 - asked above
    return round_half_up(Fraction(row.weight.value) * part, row.score.places)
