"""A06: points in the rows of the sources: the execution is scored once, in the row of the whole."""

from collections.abc import Iterator

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary


def row_weights(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Tell the first row that bears points, or else a score without points."""
    del words
    for weight in form.funds.row_weights:
        if weight.value:
            yield Finding("row-weights", weight.place, plain(weight.value))
            return
    for score in form.funds.row_scores:
        if score.value:
            yield Finding("row-scores", score.place, plain(score.value))
            return
