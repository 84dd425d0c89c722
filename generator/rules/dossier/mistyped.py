"""I12: targets and actuals that are numbers or days, but for a slip: ≥2OOOO册, 8。5%, 2023年11月31日前.

What follows from a slip is no fault of its own: where a value is mistyped, nothing can be compared.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import date_text
from generator.base.day_slips import impossible_days, in_digits, no_such_day, run_of_digits
from generator.base.digit_slips import mend_digits
from generator.base.measure import MeasureKind
from generator.base.measure_slips import put_right
from generator.base.toml import KeyPath, value_at
from generator.model.units import Units
from generator.rules.dossier import fractions
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.dossier.strange_sizes import DIGIT, SIGN, YEAR
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

MISTYPED, NO_SUCH_DAY, FRACTION, OTHER_UNIT = "mistyped", "impossible-day", "fraction", "other-unit"
NO_UNIT, UNREAD, NO_DAY = "no-unit", "unread-value", "no-day"
UNREAD_TARGET = "unread-target"
DIGITS_ONLY, NUMERALS_OF_DAY = "日期写成了八位数字", "日期写成了汉字"
_VALUES = ("target", "actual", "initial_target", "adjusted_target")
_FAR = 100  # a value in kilometres and one in metres differ a thousandfold
_READ = (MeasureKind.NUMBER, MeasureKind.RANGE, MeasureKind.DATE)
# Found of a row because its value is no value.
_FOLLOWING = ("score-missing", "no-number", "number-for-words", "other-unit")
# Found of a row because its actual is a hundredth of what was meant.
_OF_FRACTIONS = ("reason-missing",)
# Found of a row because a digit, a sign or a year is another than was meant.
_OF_SIZES = ("reason-missing", "beyond", "beyond-zero", "far-beyond")
_OF_UNITS = ("score-missing",)
# Found because a target is a hundredth of what was meant, or because points are given as a share.
_OF_FRACTION_TARGETS = ("beyond", "beyond-zero", "far-beyond", "reason-missing")
_OF_SHARES = ("part-weights", "scheme-weights")
# Found of a block because its rows name a class that is none.
_NO_CLASSES = ("class-misspelt", "class-of-no-block", "class-unknown", "class-blank")
_OF_CLASSES = ("part-score-missing", "part-weights", "scheme-weights")


class MistypedValue(NamedTuple):
    """What was meant, and which slips were made."""

    text: str
    slips: tuple[str, ...]


def mistyped(evidence: Evidence) -> Iterator[Finding]:
    """Look at the values of all rows."""
    units = evidence.wording.units
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            others = [getattr(at.indicator, name, "") for name in _VALUES]
            for name, text in zip(_VALUES, others, strict=True):
                if not text:
                    continue
                where = KeyPlace(subject.source, (*at.keys, name.replace("_", "-")))
                yield from _slips_of(text, others, at.indicator.name, where, units)


def _slips_of(
    text: str, others: Sequence[str], own: str, where: KeyPlace, units: Units
) -> Iterator[Finding]:
    """Look at one value; ``others`` are those of its row, it among them."""
    meant = mistyped_value(text, units) or mistyped_day(text, others, units)
    if meant is not None:
        yield Finding(MISTYPED, where, text, meant.text, "，".join(meant.slips), own, text)
    for one in impossible_days(text, is_value=True):
        yield Finding(NO_SUCH_DAY, where, one.said, one.fault)
    run = run_of_digits(text)
    if run and (fault := no_such_day(*run)) and has_day(others, units):
        yield Finding(NO_SUCH_DAY, where, text, fault)


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
            for one in impossible_days(line):
                where = in_prose(field, number, one.start + 1)
                yield Finding(NO_SUCH_DAY, where, one.said, one.fault)


def has_day(texts: Iterable[str], units: Units) -> bool:
    """Tell a row of days: one of its values is read as one."""
    return any(units.measure(text).kind is MeasureKind.DATE for text in texts if text)


def mistyped_day(text: str, others: Iterable[str], units: Units) -> MistypedValue | None:
    """Tell which day is meant by eight digits in a row of days."""
    run = run_of_digits(text)
    if run is None or no_such_day(*run) or not has_day(others, units):
        return None
    return MistypedValue(date_text(datetime.date(*run)), (DIGITS_ONLY,))


def mistyped_value(text: str, units: Units) -> MistypedValue | None:
    """Tell what was meant by a text that reads as a value once its digits are put right."""
    if units.measure(text).kind is not MeasureKind.TEXT:
        return None
    spelt = in_digits(text)
    if spelt != text and units.measure(spelt).kind is MeasureKind.DATE:
        return MistypedValue(spelt, (NUMERALS_OF_DAY,))
    for meant, slip in put_right(text):
        if units.measure(meant).kind in _READ:
            return MistypedValue(meant, (slip,))
    mended = mend_digits(text, keeps_groups=True)
    if not mended.slips or units.measure(mended.text).kind not in _READ:
        return None
    return MistypedValue(mended.text, mended.slips)


def without_what_follows(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what is found only because a value of the same row is mistyped."""
    found = list(findings)
    hidden = {MISTYPED: _FOLLOWING, NO_SUCH_DAY: _FOLLOWING, FRACTION: _OF_FRACTIONS}
    hidden |= dict.fromkeys((UNREAD, UNREAD_TARGET, NO_DAY), _FOLLOWING)
    hidden |= dict.fromkeys((DIGIT, SIGN, YEAR), _OF_SIZES)
    hidden |= {OTHER_UNIT: _OF_UNITS, fractions.TARGET: _OF_FRACTION_TARGETS}
    files = {_file(one) for one in found if one.id == fractions.WEIGHT}
    astray = {_file(one) for one in found if one.id in _NO_CLASSES}
    gone = {(row, id) for one in found for id in hidden.get(one.id, ()) if (row := _row(one))}
    for one in found:
        of_share = one.id in _OF_SHARES and _file(one) in files
        of_class = one.id in _OF_CLASSES and _file(one) in astray
        if (_row(one), one.id) not in gone and not of_share and not of_class:
            yield one


def _file(finding: Finding) -> str:
    return finding.where.file if isinstance(finding.where, KeyPlace) else ""


def _row(finding: Finding) -> tuple[str, KeyPath] | None:
    """Return the row of an indicator that a finding is of."""
    where = finding.where
    if not isinstance(where, KeyPlace):
        return None
    last = max((n for n, key in enumerate(where.keys) if isinstance(key, int)), default=-1)
    return (where.file, where.keys[: last + 1]) if last >= 0 else None
