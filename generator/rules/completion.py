"""C03: far more than planned, without a word why: by the line of the scheme, else by the usual one."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.measure import Operator
from generator.base.number import apart, plain, round_half_up
from generator.rules.deduction_reasons import speaks_of
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_scores import reached
from generator.rules.rule_words import Vocabulary
from generator.rules.ruled import Bound

_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Far beyond the target, without a word of explanation."""
    line = form.ruled.far if form.ruled is not None else None
    for row in form.rows if form.is_evaluation else ():
        yield from _beyond_zero(form, row, words)
        rate = _completion(form, row, words)
        if rate is None or not _is_far(rate, line, words):
            continue
        if row.reason or speaks_of(form, row, words):
            continue
        at = row.actual.place
        if line is not None:
            shown = f"{plain(apart(rate * 100, line.at * 100, 2))}%"
            right = f"{plain(round_half_up(line.at * 100, 2))}%"
            yield Finding("beyond", at, shown, right, name=row.name.text, basis=line.basis)
        else:
            how = f"{row.actual.text} ÷ {row.target.text} = {plain(round_half_up(rate * 100, 1))}%"
            left, right = row.actual.text, row.target.text
            yield Finding("far-beyond", at, left, right, how, row.name.text)


def _beyond_zero(form: PrintedForm, row: Row, words: Vocabulary) -> Iterator[Finding]:
    """A target of 0 has no percentage: the scheme says how much is far beyond it."""
    line = form.ruled.far_of_zero if form.ruled is not None else None
    actual = form.ruled.of_zero.get(row.keys) if form.ruled is not None else None
    if line is None or actual is None or actual < line.at:
        return
    if not row.reason and not speaks_of(form, row, words):
        left, right = row.actual.text, plain(round_half_up(line.at, 2))
        yield Finding(
            "beyond-zero", row.actual.place, left, right, name=row.name.text, basis=line.basis
        )


def _completion(form: PrintedForm, row: Row, words: Vocabulary) -> Fraction | None:
    """Return what was reached: as the scheme counts it, else by the two values that are printed."""
    if form.ruled is not None and row.keys in form.ruled.completion:
        return form.ruled.completion[row.keys]
    if form.is_typed:
        return None
    return reached(row, words) if row.target.measure.operator in _UPWARDS else None


def _is_far(rate: Fraction, line: Bound | None, words: Vocabulary) -> bool:
    """A scheme names what is too much already; the usual line is still within."""
    return rate >= line.at if line is not None else rate > words.percent("far-beyond")
