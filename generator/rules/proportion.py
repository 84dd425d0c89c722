"""A07: a score below full marks, against the part of the target that was reached."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.measure import Operator
from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.scores import reached
from generator.rules.vocabulary import Vocabulary

_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)


def proportion(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Quantities score by proportion nearly everywhere; by another method it is to be said."""
    for row in form.rows:
        part = reached(row, words)
        if part is None or part >= 1 or row.weight is None or row.score is None:
            continue
        is_full = row.score.value >= row.weight.value
        if is_full or row.target.measure.operator not in _UPWARDS or row.weight.value <= 0:
            continue  # full marks are told elsewhere; limits are scored in several ways
        due = Fraction(row.weight.value) * part
        if round_half_up(due, row.score.places) == row.score.value:
            continue
        left, right = plain(row.score.value), plain(round_half_up(due, 2))
        how = f"{plain(row.weight.value)} × {row.actual.text} ÷ {row.target.text}"
        yield Finding("score-other", row.score.place, left, right, how, row.name.text)
