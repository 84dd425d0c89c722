"""Qualitative judgement: the unit's own score, held against the tiers of the scheme."""

from decimal import Decimal
from fractions import Fraction

from generator.base.measure import Measure
from generator.base.number import plain, round_half_up
from generator.model.indicator import Indicator
from generator.model.scheme import Scheme
from generator.model.scoring import Method, Tier
from generator.score.trace import Score, Trace


def judge_own_score(
    indicator: Indicator, actual: Measure, method: Method | None, scheme: Scheme
) -> Score:
    """Take the unit's own score and name the tier that it lies in."""
    if indicator.score is None or method is None:
        return Score.absent("不能按公式计算，缺少单位的自评得分 score")
    named = tier_named(actual.text, scheme)
    tier = named or tier_of(indicator.score, indicator.weight or Decimal(0), scheme)
    formula = f"单位自评 {plain(indicator.score)} 分"
    if method.kind == "tier" and tier:
        formula += f"，{tier.label}档（{plain(tier.to)}%–{plain(tier.from_)}%）"
    return Score(
        indicator.score, Trace(formula, method.label, scheme.cite(method.basis)), computed=False
    )


def tier_named(actual: str, scheme: Scheme) -> Tier | None:
    """Return the tier whose words the actual uses."""
    return next((tier for tier in scheme.tier if actual.strip() in tier.words), None)


def tier_of(score: Decimal, weight: Decimal, scheme: Scheme) -> Tier | None:
    """Return the tier that a score lies in."""
    return next((tier for tier in scheme.tier if lies_in(score, weight, tier, scheme)), None)


def lies_in(score: Decimal, weight: Decimal, tier: Tier, scheme: Scheme) -> bool:
    """Tell whether a score lies in a tier; a bound that two tiers touch belongs to one of them."""
    if weight == 0:
        return score == 0
    low, high = (_points(percent, weight, scheme) for percent in (tier.from_, tier.to))
    is_above = score >= low if tier.from_included else score > low
    is_taken = any(other.from_ == tier.to and other.from_included for other in scheme.tier)
    return is_above and (score < high if is_taken else score <= high)


def _points(percent: Decimal, weight: Decimal, scheme: Scheme) -> Fraction:
    """Return the bound of a tier in points, rounded where the scheme rounds it before comparing."""
    exact = Fraction(percent) * Fraction(weight) / 100
    places = scheme.rounding.tier_places if scheme.rounding is not None else None
    return exact if places is None else Fraction(round_half_up(exact, places))
