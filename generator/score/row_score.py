"""One indicator before the scheme: which situation it is, which method judges it, what it scores."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.measure import Measure, MeasureKind
from generator.base.number import plain
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme
from generator.model.scoring import Method
from generator.score.comparison import Comparison, compare, completion
from generator.score.direction import Direction, belongs_to, find_direction
from generator.score.kinds import COMPUTED, Case
from generator.score.open_score import find_opening, given_by_unit, set_by_hand
from generator.score.score_terms import Rules
from generator.score.tiers import judge_own_score
from generator.score.trace import Score, Trace, rounded

_DIRECTED = ("≥", "≤", ">", "<", "=")
_SITUATION_OF_KIND = {
    MeasureKind.RANGE: "range",
    MeasureKind.DATE: "date",
    MeasureKind.YES_NO: "yes-no",
    MeasureKind.QUALITATIVE: "qualitative",
    MeasureKind.CHOICE: "qualitative",
}


class Judgement(NamedTuple):
    """The score of one indicator with everything that was read on the way."""

    target: Measure
    actual: Measure
    direction: Direction
    comparison: Comparison | None
    completion: Fraction | None
    score: Score
    undeducted: Decimal | None = None  # the score by formula, before points were taken off by hand


def judge(indicator: Indicator, actual_text: str, rules: Rules) -> Judgement:
    """Judge an indicator by its target and actual (the actual may come from a roll-up)."""
    units = rules.units
    target, actual = units.measure(indicator.target), units.measure(actual_text)
    direction = find_direction(indicator, target, rules.scheme)
    compared = compare(target, actual, direction, rules)
    reached = completion(target, compared, direction)
    method = _method(indicator, target, direction, compared, rules.scheme)
    if why_not := _why_not(indicator, actual, method, rules):
        score = Score.absent(why_not)
    elif indicator.constraint:
        score = _deduct(indicator)
    elif method is not None and compared is not None and method.kind in COMPUTED:
        score = _compute(indicator, compared, method, direction, rules)
        opened = find_opening(method, compared, reached, rules)
        score = set_by_hand(score, indicator, opened, rules.scheme)
    else:
        score = judge_own_score(indicator, actual, method, rules.scheme)
    score = given_by_unit(score, indicator, rules.scheme)
    before = score.value if score.computed else None
    score = _with_deduction(score, indicator.deduction)
    return Judgement(target, actual, direction, compared, reached, score, before)


def find_method(scheme: Scheme, situation: str, class_path: str) -> Method | None:
    """Return the method for a situation; one that names the class goes before one that does not."""
    fitting = [m for m in scheme.method if situation in m.when]
    special = [m for m in fitting if m.classes and belongs_to(class_path, m.classes)]
    general = [m for m in fitting if not m.classes]
    return next(iter([*special, *general]), None)


def _method(
    indicator: Indicator,
    target: Measure,
    direction: Direction,
    compared: Comparison | None,
    scheme: Scheme,
) -> Method | None:
    situation = _SITUATION_OF_KIND.get(target.kind, direction.operator)
    if compared is None and situation != "qualitative":
        situation = "text"
    if target.kind is MeasureKind.NUMBER and compared is not None:
        # 满意度 has a rule of its own in some schemes; it is listed for its classes.
        own_rule = find_method(scheme, "satisfaction", indicator.class_)
        if own_rule is not None and own_rule.classes:
            return own_rule
    return find_method(scheme, situation, indicator.class_)


def _why_not(indicator: Indicator, actual: Measure, method: Method | None, rules: Rules) -> str:
    """Say why there can be no score (empty: there can)."""
    if not rules.scheme.method:
        return "本方案不计分"
    if indicator.constraint:
        return ""
    if indicator.weight is None:
        return "缺少分值"
    if actual.kind is MeasureKind.EMPTY and indicator.score is None:
        return "缺少实际完成值"
    return "" if method is not None else "方案没有规定这类指标的计分方式"


def _compute(
    indicator: Indicator, compared: Comparison, method: Method, direction: Direction, rules: Rules
) -> Score:
    # 满意度 is stepped by the rate itself, out of a hundred, whatever was promised.
    is_stepped_rate = "satisfaction" in method.when and method.kind == "steps"
    case = Case(
        Fraction(indicator.weight or 0),
        Fraction(100) if is_stepped_rate else compared.target,
        compared.actual,
        compared.is_met,
        steps=tuple((Fraction(step.from_), Fraction(step.points)) for step in method.steps),
        of=Fraction(method.of) if method.of else None,
        pass_line=Fraction(indicator.pass_line or 0) if method.pass_line else None,
    )
    outcome = COMPUTED[method.kind](case)
    value, formula = rounded(outcome.exact, rules.places, outcome.formula)
    source = direction.source if set(method.when) & set(_DIRECTED) else ""
    return Score(value, Trace(formula, method.label, rules.scheme.cite(method.basis), source))


def _with_deduction(score: Score, deduction: Decimal | None) -> Score:
    """Take points off a computed score, down to nothing; a score that the unit states is its last word."""
    if not deduction or score.value is None or not score.computed:
        return score
    left = max(score.value - deduction, Decimal(0))
    formula = f"{score.trace.formula}；另扣 {plain(deduction)} 分 → {plain(left)}"
    return score._replace(value=left, trace=score.trace._replace(formula=formula))


def _deduct(indicator: Indicator) -> Score:
    """A constraint indicator only deducts; the unit says how much (约束性指标)."""
    deducted = indicator.score or Decimal(0)
    formula = f"约束性指标，扣分 {plain(deducted)}" if deducted else "约束性指标，未扣分"
    return Score(deducted, Trace(formula), computed=False)
