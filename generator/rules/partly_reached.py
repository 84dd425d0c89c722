"""A07: “部分达成预期指标” with full marks, where the form itself prints what that is worth."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.deduction_reasons import is_row_explained
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_SHARE = Pattern(r"[0-9]{2,3}[%％]?[（(]?(?:含)?[）)]?[—\-－–~～至到]+[0-9]{1,3}[%％]")


def partly_reached(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A quality that was reached in part, or not at all, has all its points."""
    for row in form.rows if form.is_evaluation else ():
        if row.score is None or not _has_all(row) or not _is_partly(row, words):
            continue
        if is_row_explained(row, words):
            continue
        is_told = any(_sets_tiers(entry.text, words) for entry in form.everything)
        id = "full-marks-partly" if is_told else "full-marks-partly-doubtful"
        yield Finding(
            id, row.actual.place, row.actual.text, plain(row.score.value), name=row.name.text
        )


def _has_all(row: Row) -> bool:
    if row.score is None or row.weight is None:
        return False
    return row.score.value == row.weight.value > 0


def _is_partly(row: Row, words: Vocabulary) -> bool:
    kinds = (MeasureKind.NUMBER, MeasureKind.RANGE, MeasureKind.DATE)
    if row.actual.measure.kind in kinds or row.target.measure.kind in kinds:
        return False
    return words.begins("reached-in-part", squeezed(row.actual.text))


def _sets_tiers(text: str, words: Vocabulary) -> bool:
    """Tell a note that gives what was reached in part less than all of its points."""
    return words.has("reached-in-part", text) and bool(_SHARE.search(squeezed(text)))
