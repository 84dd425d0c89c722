"""What is said of a year in which no scheme holds: the nearest one that has any, and its first."""

from collections.abc import Callable, Sequence
from typing import Final

from generator.model.scheme import Scheme

_REACH: Final = 30  # years to either side


def year_without_scheme(year: int, schemes_of: Callable[[int], Sequence[Scheme]]) -> str:
    """Say it; nothing where there is a scheme, or where no near year has one either."""
    if schemes_of(year):
        return ""
    near = (own for step in range(1, _REACH) for own in (year + step, year - step))
    for other in near:
        if schemes := schemes_of(other):
            first = f"{schemes[0].title}（{schemes[0].id}）"
            return f"没有适用 {year} 年度的方案；{other} 年度的可用 {first}"
    return f"没有适用 {year} 年度的方案"
