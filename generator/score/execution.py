"""The score of budget execution: executed ÷ budget, by the scheme's method and rounding."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import plain
from generator.model.amounts import BUDGET
from generator.model.dossier import Subject
from generator.model.funds import Funds, FundSource
from generator.model.rate_base import label_of, rate_base
from generator.model.scoring import Method
from generator.score.kinds import COMPUTED, Case
from generator.score.layout import WeightedPart
from generator.score.row_score import find_method
from generator.score.score_sheet import PartScore, SourceScore
from generator.score.score_terms import Rules
from generator.score.trace import Score, Trace, rounded


def execution_rate(money: Funds | FundSource, of: Sequence[str] = ()) -> Fraction | None:
    """Return executed ÷ budget, or what the scheme names; 0 ÷ 0 and a missing amount have no rate."""
    base = rate_base(money, of)
    if base is None or not base.value or money.spent is None:
        return None
    return Fraction(money.spent) / Fraction(base.value)


def score_execution(weighted: WeightedPart, subject: Subject, rules: Rules) -> PartScore:
    """Score the execution row, and every source that has points of its own."""
    funds, part, keys = subject.entry.funds, weighted.part, ("funds",)
    method = find_method(rules.scheme, "execution", "")
    weight = funds.weight if weighted.weight is None else weighted.weight
    if weight is None or method is None or method.kind not in COMPUTED:
        reason = "方案没有规定执行率的分值或计分方式"
        if weight is None and method is not None:
            reason = "执行率的分值由单位自定，缺少 funds.weight"
        return PartScore(weighted, weight, Score.absent(reason), keys)
    way = _Way(method, rules, rules.places if part.places is None else part.places)
    sources = tuple(
        SourceScore(source.name, source.weight, way.score(source.weight, source))
        for source in funds.sources
        if source.weight is not None
    )
    score = _sum(sources, weight) if part.by_source else way.score(weight, funds)
    return PartScore(weighted, weight, score, keys, sources=sources)


class _Way(NamedTuple):
    """How executions are scored: the scheme's method and places."""

    method: Method
    rules: Rules
    places: int

    def score(self, weight: Decimal, money: Funds | FundSource) -> Score:
        """Score one budget and what was spent of it."""
        of = self.rules.scheme.rate_of
        base, name = rate_base(money, of), label_of(of or (BUDGET,))
        if base is None or money.spent is None:
            return Score.absent(f"缺少{name}或全年执行数")
        if base.value == 0:
            return Score.absent(f"{name}为 0，执行率无从计算")
        method, spent, budget = self.method, Fraction(money.spent), Fraction(base.value)
        case = Case(
            Fraction(weight),
            budget,
            spent,
            is_met=spent >= budget,
            steps=tuple((Fraction(step.from_), Fraction(step.points)) for step in method.steps),
            of=Fraction(method.of) if method.of else None,
        )
        outcome = COMPUTED[method.kind](case)
        exact, formula = outcome.exact, outcome.formula
        if case.is_met and method.kind == "ratio":
            formula = f"{plain(weight)} × {plain(money.spent)} ÷ {base.shown}"
            if spent > budget and method.capped:
                formula += "，不超过满分"
            elif spent > budget:
                exact = case.weight * spent / budget
        value, formula = rounded(exact, self.places, formula)
        basis = self.rules.scheme.cite(method.basis)
        return Score(value, Trace(formula, method.label, basis))


def _sum(sources: Sequence[SourceScore], weight: Decimal) -> Score:
    """Add the scores of the sources; the part never scores above its weight."""
    if not sources:
        return Score.absent("各资金来源都没有分值 weight")
    missing = [f"“{one.name}”{one.score.missing}" for one in sources if one.score.value is None]
    if missing:
        return Score.absent("；".join(missing))
    values = [one.score.value for one in sources if one.score.value is not None]
    value = sum(values, Decimal(0))
    formula = f"{' + '.join(plain(v) for v in values)} = {plain(value)}"
    if value > weight:
        value, formula = weight, f"{formula}，不超过满分"
    return Score(value, Trace(formula, "各资金来源得分相加"))
