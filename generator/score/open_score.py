"""Scores that are open: the unit may write its own in the place of the computed one."""

from fractions import Fraction
from typing import NamedTuple

from generator.base.number import plain
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme
from generator.model.scoring import Method
from generator.score.beyond import goes_beyond
from generator.score.comparison import Comparison
from generator.score.score_terms import Rules
from generator.score.trace import Score, Trace


class Opening(NamedTuple):
    """Why a score is open, by which basis, and whether it may only be lowered."""

    why: str
    basis: str
    is_downwards: bool


def find_opening(
    method: Method, compared: Comparison, reached: Fraction | None, rules: Rules
) -> Opening | None:
    """Tell whether the scheme leaves the score of a row to the unit."""
    far, unmet = rules.scheme.open_score.beyond, rules.scheme.open_score.unmet
    if far is not None and goes_beyond(reached, far):
        return Opening(f"完成到 {plain(far.percent)}% 及以上", far.basis, is_downwards=True)
    if unmet is not None and not compared.is_met and {*method.when} & {*unmet.when}:
        return Opening("没有达到目标", unmet.basis, is_downwards=False)
    return None


def given_by_unit(score: Score, indicator: Indicator, scheme: Scheme) -> Score:
    """Take the score that the unit gave, where the scheme leaves all of them to it."""
    always, own = scheme.open_score.always, indicator.score
    if always is None or own is None or own == score.value or indicator.constraint or own < 0:
        return score
    if indicator.weight is not None and own > indicator.weight:
        return score
    trace = Trace(f"单位自评 {plain(own)} 分", "", scheme.cite(always.basis))
    return Score(own, trace, computed=False)


def set_by_hand(
    score: Score, indicator: Indicator, opening: Opening | None, scheme: Scheme
) -> Score:
    """Take the unit's own score, where it is open and lies within its bounds."""
    own, computed = indicator.score, score.value
    if opening is None or own is None or computed is None or own == computed or own < 0:
        return score
    most = computed if opening.is_downwards else indicator.weight
    if most is None or own > most:
        return score
    formula = f"{score.trace.formula}；{opening.why}，单位自评 {plain(own)} 分"
    trace = Trace(formula, score.trace.rule, scheme.cite(opening.basis), score.trace.direction)
    return Score(own, trace, computed=False)
