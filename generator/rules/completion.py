"""C03: far more than planned, without a word why."""

from collections.abc import Iterator

from generator.base.measure import Operator
from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.scores import reached
from generator.rules.vocabulary import Vocabulary

_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Far beyond the target, without a word of explanation."""
    line = words.percent("far-beyond")
    for row in form.rows:
        rate = reached(row, words)
        if rate is None or rate <= line or row.target.measure.operator not in _UPWARDS:
            continue
        if row.reason or any(row.name.text in text for text in form.explanations if row.name):
            continue
        how = f"{row.actual.text} ÷ {row.target.text} = {plain(round_half_up(rate * 100, 1))}%"
        left, right = row.actual.text, row.target.text
        yield Finding("far-beyond", row.actual.place, left, right, how, row.name.text)
