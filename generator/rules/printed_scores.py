"""A07: no score above its weight; full marks only for what was reached; what is missing follows."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind, Operator
from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.magnitudes import are_values_of_two_units
from generator.rules.printed_form import Points, PrintedForm, Row
from generator.rules.printed_units import is_fraction
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary

_REVERSE = (Operator.AT_MOST, Operator.BELOW)
# Of classes where a smaller number may be the better one, unless a sign says which it is.
_ALL = Fraction(1)
_EITHER_WAY = ("时效", "成本")


def above_weight(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score is at most its weight."""
    del words
    for name, score, weight in _scored(form):
        if score.value > weight.value:
            left, right = plain(score.value), plain(weight.value)
            yield Finding("score-above-weight", score.place, left, right, name=name)


def below_zero(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score is not negative, unless its row only takes points off."""
    del words
    for name, score, weight in _scored(form):
        if score.value < 0:
            left, right = plain(score.value), plain(weight.value)
            yield Finding("score-below-zero", score.place, left, right, name=name)


def full_marks(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Full marks were given, and the target was not reached."""
    for row in form.rows:
        if row.weight is None or row.score is None:
            continue
        if row.score.value != row.weight.value or row.weight.value <= 0:
            continue
        rate = fallen_short(row, words)
        if rate is None:
            continue
        due = Fraction(row.weight.value) * rate
        share = f"{row.actual.text} ÷ {row.target.text}"
        if row.target.measure.operator in _REVERSE:  # what is over it is taken off
            share = f"(2 - {share})"
        how = f"{plain(row.weight.value)} × {share}"
        is_shared = row.target.measure.kind is MeasureKind.NUMBER and row.target.measure.value
        how = how if is_shared else ""  # of nothing, or of 是, there is no share
        # Whole points are rounded; the unit is favoured, and no more.
        is_rounding = round_half_up(due, _places(form, row)) == row.score.value
        id = "full-marks-rounded" if is_rounding else "full-marks"
        left, right = plain(row.score.value), plain(round_half_up(due, 2))
        yield Finding(id, row.score.place, left, right, how, row.name.text)


def _places(form: PrintedForm, row: Row) -> int:
    """Return how many places scores have here: who prints 5.82 in one row does not round to 8 in another."""
    others = (other.score for other in form.rows if other is not row and other.score)
    own = row.score.places if row.score else 0
    used = (score.places for score in others if score.value % 1)
    return max((own, *used))


def less_deduction(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score is the weight less what was deducted; where less was reached it may be below that."""
    for row in form.rows:
        if row.score is None or row.weight is None or row.deduction is None:
            continue
        due, rate = row.weight.value - row.deduction.value, reached(row, words)
        is_below = row.score.value < due and not _is_by_rate(row, rate)
        if row.score.value > due or is_below:
            how = f"{plain(row.weight.value)}-{plain(row.deduction.value)}"
            left, right = plain(row.score.value), plain(due)
            yield Finding("less-deduction", row.score.place, left, right, how, row.name.text)


def _is_by_rate(row: Row, rate: Fraction | None) -> bool:
    """Tell a score of what was reached, from which the deduction may be taken as well."""
    assert row.score is not None and row.weight is not None and row.deduction is not None  # noqa: S101, PT018 - asked above
    if rate is None or rate >= 1:
        return False
    share, off = Fraction(row.weight.value) * rate, row.deduction.value
    rights = {round_half_up(part, row.score.places) for part in (share, share - Fraction(off))}
    return off == 0 or row.score.value in rights  # noughts: nobody filled the column in


def deducted(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Points of a block are short although all is reached: the one score that is not whole."""
    for points, rows in _blocks(form):
        scores = [row.score for row in rows if row.score]
        if len(scores) != len(rows) or any(row.weight for row in rows) or form.shared:
            continue
        short = points.value - sum((score.value for score in scores), Decimal(0))
        odd = [row for row in rows if row.score and row.score.value % 1]
        if short <= 0 or len(odd) != 1 or odd[0].score is None:
            continue
        row, score = odd[0], odd[0].score
        due = score.value + short
        if due % 1 or (reached(row, words) or 0) < 1 or row.reason:
            continue
        others = [other.value for other in scores if other is not score]
        how = "-".join(plain(value) for value in (points.value, *others))
        yield Finding("deducted", score.place, plain(score.value), plain(due), how, row.name.text)


def fallen_short(row: Row, words: Vocabulary) -> Fraction | None:
    """Return the part of the target that was reached, where it is less than all (``None``: it is not)."""
    target, actual = row.target.measure, row.actual.measure
    are_numbers = target.kind is actual.kind is MeasureKind.NUMBER
    if are_numbers and 0 < target.value <= actual.value and target.operator not in _REVERSE:
        return None  # as in most rows
    part = reached(row, words)
    return None if part is None or part >= 1 else part


def reached(row: Row, words: Vocabulary) -> Fraction | None:
    """Return the part of the target that was reached (``None``: the words do not tell)."""
    target, actual = row.target.measure, row.actual.measure
    if target.kind is actual.kind is MeasureKind.YES_NO:
        return Fraction(target.yes is actual.yes)
    are_numbers = target.kind is actual.kind is MeasureKind.NUMBER
    if not are_numbers or actual.operator is not None or target.value < 0 or actual.value < 0:
        return None
    are_other = target.unit != actual.unit and target.unit and actual.unit
    is_unclear = {target.unit, actual.unit} == {"", "%"} or is_fraction(row)  # 0.93 beside 92%
    if are_other or is_unclear or are_values_of_two_units(row):
        return None
    if target.value == 0:
        return _reached_nothing(row, words)
    if actual.value == target.value:
        return _ALL
    if target.operator in _REVERSE:
        over = Fraction(actual.value - target.value) / Fraction(target.value)
        return max(Fraction(0), 1 - over) if over > 0 else Fraction(1)
    if target.operator is None and _is_either_way(row, words):
        return None
    return Fraction(actual.value) / Fraction(target.value)


def _reached_nothing(row: Row, words: Vocabulary) -> Fraction | None:
    """Of what is not to happen at all, once is too much."""
    is_wanted_so = row.target.measure.operator in _REVERSE or words.has(
        "less-is-better", row.name.text
    )
    if row.actual.measure.value == 0:
        return Fraction(1)
    return Fraction(0) if is_wanted_so else None


def _scored(form: PrintedForm) -> Iterator[tuple[str, Amount, Amount]]:
    """Give every score that has a weight: of rows, of whole classes, of the goal."""
    for row in form.rows:
        for score in (row.score, row.review):
            if score and row.weight and not row.is_deduction:
                yield row.name.text, score, row.weight
    for shared in form.shared:
        if shared.score and shared.weight:
            yield shared.class_, shared.score, shared.weight
    for item in form.items:
        if item.score and item.weight:
            yield item.name, item.score, item.weight
    if form.goal_score and form.goal_weight:
        yield "年度总体目标", form.goal_score, form.goal_weight


def _is_either_way(row: Row, words: Vocabulary) -> bool:
    if words.has("more-is-better", row.name.text):
        return False
    if words.has("less-is-better", row.name.text):
        return True
    # 及时率 stands among days, and more of it is better all the same.
    is_rate = row.target.measure.unit == "%" and words.ends("rates", row.name.text)
    return row.class_.endswith(_EITHER_WAY) and not is_rate


def _blocks(form: PrintedForm) -> Iterator[tuple[Points, tuple[Row, ...]]]:
    """Give the rows below each heading with points."""
    goals = sorted({row.goal for row in form.rows})
    if len(form.blocks) == len(goals) and form.blocks:
        for points, goal in zip(form.blocks, goals, strict=True):
            yield points, tuple(row for row in form.rows if row.goal == goal)
    elif len(goals) == 1:
        for points in form.points:
            yield points, form.of_class(points.name)
