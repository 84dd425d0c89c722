"""C06, C07, C08: values that say nothing, that cannot be compared, or that lack their unit."""

from collections.abc import Iterator

from generator.base.measure import Measure, MeasureKind
from generator.base.pattern import Pattern
from generator.read.values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm, Row
from generator.rules.units import is_fraction
from generator.rules.vocabulary import Vocabulary

_IN_NAME = Pattern(r"[（(][^（）()]{1,6}[)）]$")
_COUNTED = (MeasureKind.NUMBER, MeasureKind.RANGE)
_DIGIT = Pattern("[0-9]")
_FAR = 100  # a value in kilometres and one in metres differ a thousandfold
_UNIT_COLUMN = "unit"


def placeholders(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A unit word, a choice, XX: nothing that an actual could be held against."""
    for row in form.rows:
        text = squeezed(row.target.text)
        is_word = words.is_one("placeholder-target", text) or words.has("placeholder", text)
        if row.target and (is_word or row.target.measure.kind is MeasureKind.CHOICE):
            yield Finding("placeholder", row.target.place, row.target.text, "", "", row.name.text)
        said = squeezed(row.actual.text)
        is_counted = row.target.measure.kind in _COUNTED
        if is_counted and words.is_one("placeholder-actual", said):
            at, name = row.actual.place, row.name.text
            yield Finding("placeholder-actual", at, row.actual.text, row.target.text, "", name)


def incomparable(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number is wanted, and words are told; or the two are counted in other units."""
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        if target.kind not in _COUNTED or not row.actual:
            continue
        left, right, name = row.actual.text, row.target.text, row.name.text
        is_placed = words.is_one("placeholder-actual", squeezed(left))
        if actual.kind not in _COUNTED and not _DIGIT.search(left) and not is_placed:
            yield Finding("no-number", row.actual.place, left, right, "", name)
        elif actual.kind is MeasureKind.NUMBER and not words.are_comparable(
            target.unit, actual.unit
        ):
            yield Finding("other-unit", row.actual.place, left, right, "", name)


def bare_actuals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """88 beside ≥85%; 6500 beside 6.5公里; where no column of its own gives the unit."""
    del words
    if _UNIT_COLUMN in form.columns:
        return
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        is_bare = actual.kind is MeasureKind.NUMBER and actual.unit == ""
        if target.kind is not MeasureKind.NUMBER or not target.unit or not is_bare:
            continue
        if _IN_NAME.search(squeezed(row.name.text)) or is_fraction(row) or not actual.value:
            continue
        if target.unit == "%" or _is_far(target, actual):
            left, right = row.actual.text, row.target.text
            yield Finding("bare-actual", row.actual.place, left, right, "", row.name.text)


def rates_in_other_units(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A rate that is counted in persons."""
    for row in form.rows:
        name = squeezed(row.name.text)
        if not words.ends("rates", name) or words.ends("not-rates", name):
            continue
        unit = _unit(row)
        if unit and not words.are_comparable(unit, "%"):
            yield Finding("rate-in-unit", row.target.place, row.target.text, unit, "", name)


def _unit(row: Row) -> str:
    measure = row.target.measure
    return measure.unit if measure.kind is MeasureKind.NUMBER else ""


def _is_far(target: Measure, actual: Measure) -> bool:
    if target.value <= 0 or actual.value <= 0:
        return False
    larger, smaller = sorted((target.value, actual.value), reverse=True)
    return larger / smaller >= _FAR
