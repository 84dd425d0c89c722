"""I12: targets and actuals that are numbers or days, but for a slip: ≥2OOOO册, 8。5%, 2023年11月31日前.

What follows from a slip is no fault of its own: where a value is mistyped, nothing can be compared.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.base.day_slips import impossible_days
from generator.base.digit_slips import mend_digits
from generator.base.measure import MeasureKind
from generator.base.toml import KeyPath, value_at
from generator.model.units import Units
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

MISTYPED, NO_SUCH_DAY, FRACTION, OTHER_UNIT = "mistyped", "impossible-day", "fraction", "other-unit"
NO_UNIT = "no-unit"
_VALUES = ("target", "actual", "initial_target", "adjusted_target")
_FAR = 100  # a value in kilometres and one in metres differ a thousandfold
_READ = (MeasureKind.NUMBER, MeasureKind.RANGE, MeasureKind.DATE)
# Found of a row because its value is no value.
_FOLLOWING = ("score-missing", "no-number", "number-for-words", "other-unit")
# Found of a row because its actual is a hundredth of what was meant.
_OF_FRACTIONS = ("reason-missing",)
_OF_UNITS = ("score-missing",)


class MistypedValue(NamedTuple):
    """What was meant, and which slips were made."""

    text: str
    slips: tuple[str, ...]


def mistyped(evidence: Evidence) -> Iterator[Finding]:
    """Look at the values of all rows."""
    units = evidence.wording.units
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            for name in _VALUES:
                text = getattr(at.indicator, name, "")
                where = KeyPlace(subject.source, (*at.keys, name.replace("_", "-")))
                meant = mistyped_value(text, units)
                if meant is not None:
                    how, own = "，".join(meant.slips), at.indicator.name
                    yield Finding(MISTYPED, where, text, meant.text, how, own, text)
                for said, fault in impossible_days(text):
                    yield Finding(NO_SUCH_DAY, where, said, fault)


def without_unit(evidence: Evidence) -> Iterator[Finding]:
    """An actual in quotes, without the unit of its target: it is taken to be the same."""
    units = evidence.wording.units
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            keys = (*at.keys, "actual")
            typed = value_at(subject.source.data, keys)
            meant = with_unit(typed, at.indicator.target, units)
            if meant:
                where, name = KeyPlace(subject.source, keys), at.indicator.name
                yield Finding(NO_UNIT, where, str(typed), meant, "", name)


def with_unit(actual: object, target: str, units: Units) -> str:
    """Write an actual with the unit of its target, where it has none of its own (empty: it has).

    A number without quotes is told so on purpose; of rates and of far numbers nobody knows.
    """
    if not isinstance(actual, str):
        return ""
    wanted, said = units.measure(target), units.measure(actual)
    if not (wanted.kind is said.kind is MeasureKind.NUMBER) or said.unit or not wanted.unit:
        return ""
    small, large = sorted((abs(wanted.value), abs(said.value)))
    is_near = small > 0 and large / small < _FAR
    return f"{actual.strip()}{wanted.unit}" if wanted.unit != "%" and is_near else ""


def impossible_days_of_prose(evidence: Evidence) -> Iterator[Finding]:
    """Look for days that do not exist in every text."""
    for field in evidence.prose:
        for number, line in enumerate(field.text.splitlines(), 1):
            for said, fault in impossible_days(line):
                where = in_prose(field, number, line.find(said) + 1)
                yield Finding(NO_SUCH_DAY, where, said, fault)


def mistyped_value(text: str, units: Units) -> MistypedValue | None:
    """Tell what was meant by a text that reads as a value once its digits are put right."""
    if units.measure(text).kind is not MeasureKind.TEXT:
        return None
    mended = mend_digits(text, keeps_groups=True)
    if not mended.slips or units.measure(mended.text).kind not in _READ:
        return None
    return MistypedValue(mended.text, mended.slips)


def without_what_follows(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what is found only because a value of the same row is mistyped."""
    found = list(findings)
    hidden = {MISTYPED: _FOLLOWING, NO_SUCH_DAY: _FOLLOWING, FRACTION: _OF_FRACTIONS}
    hidden[OTHER_UNIT] = _OF_UNITS
    gone = {(row, id) for one in found for id in hidden.get(one.id, ()) if (row := _row(one))}
    yield from (one for one in found if (_row(one), one.id) not in gone)


def _row(finding: Finding) -> tuple[str, KeyPath] | None:
    """Return the row of an indicator that a finding is of."""
    where = finding.where
    if not isinstance(where, KeyPlace):
        return None
    last = max((n for n, key in enumerate(where.keys) if isinstance(key, int)), default=-1)
    return (where.file, where.keys[: last + 1]) if last >= 0 else None
