"""Which way an indicator points: the key, then the sign in the target, then the scheme's default."""

from typing import NamedTuple

from generator.base.measure import Measure
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme


class Direction(NamedTuple):
    """An operator, where it was taken from, and whether the inputs themselves show it."""

    operator: str
    source: str
    is_stated: bool


def belongs_to(class_path: str, classes: tuple[str, ...]) -> bool:
    """Tell whether a class path (产出/成本) meets one of some classes or parts of a path."""
    return any(name == class_path or name in class_path.split("/") for name in classes)


def find_direction(indicator: Indicator, target: Measure, scheme: Scheme) -> Direction:
    """Find the direction of an indicator and say which of the three sources gave it."""
    if indicator.direction:
        return Direction(indicator.direction, "方向由 direction 指定", is_stated=True)
    if target.operator:
        return Direction(target.operator.value, "方向取自指标值的符号", is_stated=True)
    for default in scheme.default_direction:
        by_class = belongs_to(indicator.class_, default.classes)
        by_name = any(word in indicator.name for word in default.name_contains)
        if by_class or by_name:
            return Direction(
                default.direction, f"方向为方案默认的 {default.direction}", is_stated=False
            )
    return Direction("≥", "方向未写明，按 ≥", is_stated=False)
