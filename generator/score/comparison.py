"""Target and actual side by side: comparable or not, met or not, and by how much."""

from fractions import Fraction
from typing import NamedTuple

from generator.base.measure import Measure, MeasureKind
from generator.score.direction import Direction
from generator.score.score_terms import Rules


class Comparison(NamedTuple):
    """Both sides in the unit of the target; words that were compared stand as 1 and 1."""

    target: Fraction
    actual: Fraction
    is_met: bool


def compare(
    target: Measure, actual: Measure, direction: Direction, rules: Rules
) -> Comparison | None:
    """Compare two measures; ``None`` when only a person can tell."""
    if target.kind is MeasureKind.YES_NO and actual.kind is MeasureKind.YES_NO:
        return Comparison(Fraction(1), Fraction(1), is_met=target.yes == actual.yes)
    if target.kind is MeasureKind.DATE and actual.kind is MeasureKind.DATE:
        return _compare_dates(target, actual, rules.year)
    units = rules.units
    if actual.kind is not MeasureKind.NUMBER or not units.are_comparable(target.unit, actual.unit):
        return None
    reached = units.convert(Fraction(actual.value), actual.unit, target.unit)
    if target.kind is MeasureKind.RANGE and target.low is not None and target.high is not None:
        low, high = Fraction(target.low), Fraction(target.high)
        return Comparison(low, reached, is_met=low <= reached <= high)
    if target.kind is MeasureKind.NUMBER:
        wanted = Fraction(target.value)
        return Comparison(wanted, reached, is_met=_is_met(wanted, reached, direction))
    return None


def completion(
    target: Measure, compared: Comparison | None, direction: Direction
) -> Fraction | None:
    """Return actual ÷ target of a forward indicator, the figure that over-completion looks at."""
    if target.kind is not MeasureKind.NUMBER or direction.operator in ("≤", "<"):
        return None
    if compared is None or compared.target <= 0:
        return None
    return compared.actual / compared.target


def _compare_dates(target: Measure, actual: Measure, year: int) -> Comparison | None:
    if target.deadline is None or actual.deadline is None:
        return None
    is_met = actual.deadline.in_year(year).is_within(target.deadline.in_year(year))
    return None if is_met is None else Comparison(Fraction(1), Fraction(1), is_met=is_met)


def _is_met(wanted: Fraction, reached: Fraction, direction: Direction) -> bool:
    """Compare in the direction; a bare target of 0 (0件) is met by 0 alone."""
    if wanted == 0 and (not direction.is_stated or direction.operator == "="):
        return reached == 0
    match direction.operator:
        case "≤":
            return reached <= wanted
        case "<":
            return reached < wanted
        case ">":
            return reached > wanted
        case _:
            return reached >= wanted
