"""C02: the cell at the foot that asks why says 无, although points were lost above it."""

from collections.abc import Iterator

from generator.base.number import plain
from generator.read.given_answers import Entry
from generator.read.printed_values import squeezed
from generator.rules.causes import is_no_reason
from generator.rules.deduction_reasons import is_explained_elsewhere, is_row_explained
from generator.rules.finding import Finding
from generator.rules.funds_sums import is_explained
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LABEL = "栏目名"
_CELLS = 2  # a label and what stands beside it; more are a row of a table


def foot_reasons(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Points were lost for the execution or in a row, and nothing else says why."""
    if not form.is_evaluation:
        return
    cells = [entry for entry in form.entries if entry.place.table]
    for label in cells:
        if label.what != _LABEL or not words.has("asks-why", squeezed(label.text)):
            continue
        row = [e for e in cells if _row_of(e) == _row_of(label)]
        said = row[-1]
        if len(row) != _CELLS or said is label or not is_no_reason(squeezed(said.text), words):
            continue
        if lost := _lost(form, words):
            name, score, weight = lost
            yield Finding("foot-reason-none", said.place, score, weight, said.text, name)
            return


def _row_of(entry: Entry) -> tuple[str, int, int]:
    return entry.place.sheet, entry.place.table, entry.place.row


def _lost(form: PrintedForm, words: Vocabulary) -> tuple[str, str, str] | None:
    """Return what lost points without a reason, its score and its weight."""
    score, weight = form.funds.score, form.funds.weight
    if score and weight and score.value < weight.value and not is_explained(form, words, "unspent"):
        return "执行率", plain(score.value), plain(weight.value)
    for row in form.rows:
        if not row.score or not row.weight or row.score.value >= row.weight.value:
            continue
        if not (is_row_explained(row, words) or is_explained_elsewhere(form, row, words)):
            return row.name.text, plain(row.score.value), plain(row.weight.value)
    return None
