"""The closed set of scoring kinds: pure functions from target, actual and weight to a score.

Numbers of an authority (steps, pass lines, bounds) come in as values; none stands here.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from generator.base.number import approximate


class Case(NamedTuple):
    """What one indicator puts before a scoring kind; both numbers are in the target's unit."""

    weight: Fraction
    target: Fraction
    actual: Fraction
    is_met: bool
    steps: Sequence[tuple[Fraction, Fraction]] = ()
    of: Fraction | None = None
    pass_line: Fraction | None = None


class Outcome(NamedTuple):
    """An exact score and the formula that gives it."""

    exact: Fraction
    formula: str


def _full(case: Case, why: str) -> Outcome:
    return Outcome(case.weight, f"{why}，得满分")


def _none(why: str) -> Outcome:
    return Outcome(Fraction(0), f"{why}，不得分")


def _show(value: Fraction) -> str:
    return approximate(value)


def ratio(case: Case) -> Outcome:
    """Forward: full weight when met, else weight × actual ÷ target (正向指标)."""
    if case.is_met:
        return _full(case, f"{_show(case.actual)} 达到 {_show(case.target)}")
    if case.target <= 0 or case.actual <= 0:
        return _none(f"{_show(case.actual)} 未达到 {_show(case.target)}")
    share = min(case.actual / case.target, Fraction(1))
    if case.pass_line is not None and share * 100 < case.pass_line:
        return _none(f"完成 {_show(share * 100)}%，低于及格线 {_show(case.pass_line)}%")
    return Outcome(
        case.weight * share, f"{_show(case.weight)} × {_show(case.actual)} ÷ {_show(case.target)}"
    )


def inverse_ratio(case: Case) -> Outcome:
    """Reverse: full weight when met, else weight × target ÷ actual (反向指标)."""
    if case.is_met:
        return _full(case, f"{_show(case.actual)} 未超过 {_show(case.target)}")
    if case.target <= 0 or case.actual <= 0:
        return _none(f"{_show(case.actual)} 超过 {_show(case.target)}")
    share = min(case.target / case.actual, Fraction(1))
    return Outcome(
        case.weight * share, f"{_show(case.weight)} × {_show(case.target)} ÷ {_show(case.actual)}"
    )


def overrun(case: Case) -> Outcome:
    """Reverse: full weight when met, else weight × (1 − (actual − target) ÷ target), not below 0."""
    if case.is_met:
        return _full(case, f"{_show(case.actual)} 未超过 {_show(case.target)}")
    if case.target <= 0:
        return _none(f"{_show(case.actual)} 超过 {_show(case.target)}")
    share = 1 - (case.actual - case.target) / case.target
    if share <= 0:
        return _none(f"{_show(case.actual)} 达到 {_show(case.target)} 的两倍")
    share = min(share, Fraction(1))
    a, b = _show(case.target), _show(case.actual)
    return Outcome(case.weight * share, f"{_show(case.weight)} ×（1 −（{b} − {a}）÷ {a}）")


def all_or_none(case: Case) -> Outcome:
    """Full weight when met, nothing otherwise."""
    return _full(case, "达到目标") if case.is_met else _none("未达到目标")


def steps(case: Case) -> Outcome:
    """Points by the step that the percentage actual ÷ target reaches, scaled to the weight."""
    if case.target <= 0:
        return _full(case, "达到目标") if case.is_met else _none("未达到目标")
    percent = case.actual / case.target * 100
    of = case.of or case.weight
    for start, points in sorted(case.steps, reverse=True):
        if percent >= start:
            formula = f"{_show(percent)}% 达到 {_show(start)}% 一档，{_show(points)} 分"
            if of != case.weight:
                formula += f" × {_show(case.weight)} ÷ {_show(of)}"
            return Outcome(points / of * case.weight, formula)
    return _none(f"{_show(percent)}% 未达到最低一档")


COMPUTED: Mapping[str, Callable[[Case], Outcome]] = MappingProxyType(
    {
        "ratio": ratio,
        "inverse-ratio": inverse_ratio,
        "overrun": overrun,
        "all-or-none": all_or_none,
        "steps": steps,
    }
)
