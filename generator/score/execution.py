"""The score of budget execution: executed ÷ budget, by the scheme's method and rounding."""

from fractions import Fraction

from generator.base.number import plain
from generator.model.dossier import Subject
from generator.model.funds import Funds
from generator.score.judge import find_method
from generator.score.kinds import COMPUTED, Case
from generator.score.layout import WeightedPart
from generator.score.rules import Rules
from generator.score.sheet import PartScore
from generator.score.trace import Score, Trace, rounded


def execution_rate(funds: Funds) -> Fraction | None:
    """Return executed ÷ budget; 0 ÷ 0 and a missing amount have no rate."""
    if funds.budget is None or funds.spent is None or funds.budget == 0:
        return None
    return Fraction(funds.spent) / Fraction(funds.budget)


def score_execution(weighted: WeightedPart, subject: Subject, rules: Rules) -> PartScore:
    """Score the execution row."""
    funds, part = subject.entry.funds, weighted.part
    keys = ("funds",)
    method = find_method(rules.scheme, "execution", "")
    if weighted.weight is None or method is None or method.kind not in COMPUTED:
        return PartScore(
            weighted, weighted.weight, Score.absent("方案没有规定执行率的分值或计分方式"), keys
        )
    if funds.budget is None or funds.spent is None:
        return PartScore(
            weighted, weighted.weight, Score.absent("缺少全年预算数或全年执行数"), keys
        )
    if funds.budget == 0:
        return PartScore(
            weighted, weighted.weight, Score.absent("全年预算数为 0，执行率无从计算"), keys
        )
    spent, budget = Fraction(funds.spent), Fraction(funds.budget)
    case = Case(
        Fraction(weighted.weight),
        budget,
        spent,
        is_met=spent >= budget,
        steps=tuple((Fraction(step.from_), Fraction(step.points)) for step in method.steps),
        of=Fraction(method.of) if method.of else None,
    )
    outcome = COMPUTED[method.kind](case)
    formula = outcome.formula
    if case.is_met and method.kind == "ratio":
        formula = f"{plain(weighted.weight)} × {plain(funds.spent)} ÷ {plain(funds.budget)}"
        if spent > budget:
            formula += "，不超过满分"
    value, formula = rounded(
        outcome.exact, rules.places if part.places is None else part.places, formula
    )
    trace = Trace(formula, method.label, rules.scheme.cite(method.basis))
    return PartScore(weighted, weighted.weight, Score(value, trace), keys)
