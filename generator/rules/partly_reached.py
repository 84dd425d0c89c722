"""A07: “部分达成预期指标” with full marks, or more than the form itself prints that it is worth."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.deduction_reasons import is_row_explained
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_SHARE = Pattern(r"[0-9]{2,3}[%％]?[（(]?(?:含)?[）)]?[—\-－–~～至到]+[0-9]{1,3}[%％]")

_RANGE = Pattern(
    r"(?<![0-9.])(?P<one>[0-9]{1,3})[%％]?(?:[（(]不?含[）)])?[—\-－–~～至到]+(?P<other>[0-9]{1,3})[%％]"
)
_WHOLE = 100


class _Tier(NamedTuple):
    """What so much of a weight is given for, and how the form prints it."""

    most: Decimal
    printed: str


def above_tier(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The three tiers of the form leave less for what was reached in part, or not at all."""
    rows = [r for r in form.rows if form.is_evaluation and _is_partly(r, words)]
    tiers = next((t for e in form.everything if rows and (t := _tiers(e.text, words))), None)
    if tiers is None:
        return
    for row in rows:
        tier = tiers[words.begins("reached-not", squeezed(row.actual.text))]
        if row.score is None or row.weight is None or _has_all(row):
            continue
        most = row.weight.value * tier.most / _WHOLE
        if row.score.value > most:
            left, name = plain(row.score.value), row.name.text
            how = f"{plain(row.weight.value)} × {tier.printed}"
            yield Finding("above-tier", row.score.place, left, row.actual.text, how, name)


def _tiers(text: str, words: Vocabulary) -> tuple[_Tier, _Tier] | None:
    """Return the second and the third of three tiers that follow each other from the whole down to nothing."""
    if not words.has("reached-in-part", text):
        return None
    found = [
        (sorted((int(m["one"]), int(m["other"]))), m[0]) for m in _RANGE.finditer(squeezed(text))
    ]
    found.sort(key=lambda one: -one[0][1])
    bounds = [bounds for bounds, _ in found]
    is_chain = len(bounds) == 3 and all(a[0] == b[1] for a, b in pairwise(bounds))
    if not is_chain or bounds[0][1] != _WHOLE or bounds[-1][0] != 0:
        return None
    partly, missed = (_Tier(Decimal(bounds[1]), printed) for bounds, printed in found[1:])
    return partly, missed


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
