"""A07, C02: full marks, or no word why, for what was done after its day."""

from collections.abc import Iterator

from generator.base.measure import Measure, MeasureKind
from generator.rules.deduction_reasons import is_explained_elsewhere
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary

_NOT_LATER = "≤<=＝＜﹤"


def late(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The day in the actual lies behind the one in the target."""
    for row in form.rows:
        if not _is_late(form, row, words):
            continue
        left, right, name = row.actual.text, row.target.text, row.name.text
        if row.score and row.weight and row.score.value == row.weight.value > 0:
            yield Finding("late-full-marks", row.score.place, left, right, "", name)
        elif row.weight is None and not _is_explained(form, row, words):
            yield Finding("target-unmet", row.actual.place, left, right, "", name)


def _is_explained(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    return bool(row.reason) or not form.is_evaluation or is_explained_elsewhere(form, row, words)


def _unsigned(text: Text, words: Vocabulary) -> Measure:
    """Return what is set as a day, without the sign that a column of its own gives: ≤ | 10月31日."""
    measure, bare = text.measure, text.text.strip().lstrip(_NOT_LATER).strip()
    if measure.kind is MeasureKind.DATE or bare == text.text.strip() or words.units is None:
        return measure
    plain = words.units.measure(bare)
    is_of_month = plain.deadline is not None and plain.deadline.month is not None
    return plain if plain.kind is MeasureKind.DATE and is_of_month else measure


def _is_late(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    target, actual = _unsigned(row.target, words), _unsigned(row.actual, words)
    if target.kind is not MeasureKind.DATE or actual.kind is not MeasureKind.DATE:
        return False
    limit, done = target.deadline, actual.deadline
    if limit is None or done is None:
        return False
    if form.year is not None:  # 12月底前 is of the form's year
        if limit.year is not None and limit.year < form.year:
            return False  # a target of a year gone by is told as that
        limit, done = limit.in_year(form.year), done.in_year(form.year)
    return done.is_within(limit) is False
