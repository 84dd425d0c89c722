"""Values that are read, and are hardly what was meant: a digit too many, ‰ for %, the year of another dossier.

Where a reason was given, somebody looked at the value.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import Measure, MeasureKind
from generator.base.number import plain
from generator.model.indicator import Indicator
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

DIGIT, SIGN, YEAR = "digit-too-many", "other-sign-of-rate", "year-of-another"
_RATES = ("%", "‰")
_FAR, _NEAR = 2, Decimal("1.3")  # so many times the target is strange; so much of it is usual
_FEWEST_DIGITS = 3


def strange(evidence: Evidence) -> Iterator[Finding]:
    """Look at the values of all rows that have no reason."""
    units, year = evidence.wording.units, evidence.dossier.unit.year
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            row = at.indicator
            if row.reason.strip():
                continue
            target, actual = units.measure(row.target), units.measure(row.actual)
            for id, key, meant in _of(target, actual, year):
                where = KeyPlace(subject.source, (*at.keys, key))
                yield Finding(id, where, _said(row, key), meant, str(year), row.name)


def _of(target: Measure, actual: Measure, year: int) -> Iterator[tuple[str, str, str]]:
    if target.kind is actual.kind is MeasureKind.NUMBER:
        if target.unit != actual.unit and {target.unit, actual.unit} == {*_RATES}:
            yield SIGN, "actual", f"{plain(actual.value)}{target.unit}"
        elif target.unit == actual.unit and (meant := _without_a_digit(target, actual)):
            yield DIGIT, "actual", meant
    due, done = target.deadline, actual.deadline
    if due is not None and due.year is not None and due.year < year:
        yield YEAR, "target", target.text.replace(str(due.year), str(year), 1)
    if due is not None and done is not None and done.year is not None and done.year > year + 1:
        yield YEAR, "actual", actual.text.replace(str(done.year), str(year), 1)


def _without_a_digit(target: Measure, actual: Measure) -> str:
    """Return the value with its last nought or its first digit left out, where that is a usual one."""
    said = plain(actual.value)
    if target.value <= 0 or actual.value < _FAR * target.value or len(said) < _FEWEST_DIGITS:
        return ""
    shorter = ([said[:-1]] if said.endswith("0") and "." not in said else []) + [said[1:]]
    for text in shorter:
        if text[0] not in "0." and target.value <= Decimal(text) <= _NEAR * target.value:
            return f"{text}{actual.unit}"
    return ""


def _said(row: Indicator, key: str) -> str:
    return row.target if key == "target" else row.actual
