"""C08, A03: numbers that were typed as parts of 1: a target of ≥0.9 beside 93 %, 0.3 of 30 points."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import Measure, MeasureKind, Operator
from generator.base.number import plain
from generator.model.indicator import Indicator
from generator.model.units import Units
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.layout import level1

TARGET, WEIGHT, NO_UNIT, NO_PER_CENT = (
    "fraction-target", "weight-fraction", "target-without-unit", "actual-without-per-cent"
)  # fmt: skip
_PERCENT = 100
_SURELY_PER_CENT = 50  # 0.9% beside 60% is 90%; beside 3% it may be what it says
_FAR = 100
_LIMITS = (Operator.AT_MOST, Operator.BELOW)


def targets(evidence: Evidence) -> Iterator[Finding]:
    """Hold the unit of every target against that of its actual."""
    units = evidence.wording.units
    for subject in evidence.dossier.subjects:
        for at in subject.indicators:
            indicator = at.indicator
            where = KeyPlace(subject.source, (*at.keys, "target"))
            if meant := target_in_per_cent(indicator.target, indicator.actual, units):
                yield Finding(TARGET, where, indicator.target, meant, "", indicator.name)
            elif unit := _missing_unit(indicator, units):
                left, right = indicator.target, f"{indicator.target.strip()}{unit}"
                yield Finding(NO_UNIT, where, left, right, indicator.actual, indicator.name)
            elif right := per_cent_of_target(indicator, units):
                where = KeyPlace(subject.source, (*at.keys, "actual"))
                yield Finding(
                    NO_PER_CENT, where, indicator.actual, right, indicator.target, indicator.name
                )


def target_in_per_cent(target: str, actual: str, units: Units) -> str:
    """Write a target that stands as a fraction beside a rate in per cent (empty: it is none)."""
    wanted, said = _numbers(target, actual, units)
    if wanted is None or said is None or said.unit != "%" or wanted.operator in _LIMITS:
        return ""
    least = {"": 1, "%": _SURELY_PER_CENT}.get(wanted.unit)
    if least is None or not 0 < wanted.value < 1 or said.value <= least:
        return ""
    number = plain(wanted.value)
    at = target.find(number)
    if at < 0:
        return ""
    return f"{target[:at].strip()}{plain(wanted.value * _PERCENT)}%"


def is_sure(target: str) -> bool:
    """Tell a fraction that says itself that it is none of per cent."""
    return "%" not in target and "％" not in target


def weights(evidence: Evidence) -> Iterator[Finding]:
    """Find points that are given as a share, where a hundred times as many are what the scheme says."""
    for subject, sheet in evidence.subjects():
        for part in sheet.parts:
            due = part.weighted.weight
            if due is None or part.claimed is None or part.claimed == due:
                continue
            classes = part.weighted.part.classes
            rows = [
                at
                for at in subject.indicators
                if not classes or level1(at.indicator.class_) in classes
            ]
            shares = [at for at in rows if _is_share(at.indicator.weight)]
            lacking = sum((at.indicator.weight or 0 for at in shares), Decimal(0))
            if not shares or part.claimed + lacking * (_PERCENT - 1) != due:
                continue
            for at in shares:
                where = KeyPlace(subject.source, (*at.keys, "weight"))
                weight = at.indicator.weight or Decimal(0)
                left, right = plain(weight), plain(weight * _PERCENT)
                yield Finding(WEIGHT, where, left, right, part.label, at.indicator.name)


def _is_share(weight: Decimal | None) -> bool:
    return weight is not None and 0 < weight < 1


def _missing_unit(indicator: Indicator, units: Units) -> str:
    """Return the unit that the actual has and the target has not (empty: both have, or none)."""
    wanted, said = _numbers(indicator.target, indicator.actual, units)
    if wanted is None or said is None or wanted.unit or not said.unit or not wanted.value:
        return ""
    return said.unit if _are_near(wanted, said) else ""


def per_cent_of_target(indicator: Indicator, units: Units) -> str:
    """Write an actual beside a rate with its sign: of 1 nobody knows whether it is the whole."""
    wanted, said = _numbers(indicator.target, indicator.actual, units)
    if wanted is None or said is None or wanted.unit != "%" or said.unit or said.value <= 1:
        return ""
    return f"{indicator.actual.strip()}%"


def _numbers(target: str, actual: str, units: Units) -> tuple[Measure | None, Measure | None]:
    wanted, said = units.measure(target), units.measure(actual)
    if wanted.kind is said.kind is MeasureKind.NUMBER:
        return wanted, said
    return None, None


def _are_near(wanted: Measure, said: Measure) -> bool:
    small, large = sorted((abs(wanted.value), abs(said.value)))
    return small > 0 and large / small < _FAR
