"""Scores that the unit may set by hand: far beyond the target, and where the scheme leaves unmet ones open."""

from decimal import Decimal

import pytest

from generator.model.scheme_bounds import AnyScore

# scheme · target · actual · own score · the score that holds
CASES = {
    "below 120 % the formula holds": ("finance-system", "≥100件", "119件", 8, 10),
    "at 120 % it may be lowered": ("finance-system", "≥100件", "120件", 8, 8),
    "it may not be raised": ("finance-system", "≥100件", "120件", 11, 10),
    "nothing below 0": ("finance-system", "≥100件", "120件", -1, 10),
    "down to 0": ("finance-system", "≥100件", "120件", 0, 0),
    "the national rules leave nothing open": ("mof-2020", "≥100件", "120件", 8, 10),
    "a reverse target that is exceeded is open": ("tianjin", "≤100件", "110件", 9.5, 9.5),
    "one that is kept is not": ("tianjin", "≤100件", "100件", 9.5, 10),
    "an equal one that is not met is open": ("tianjin", "=100件", "90件", 9.5, 9.5),
    "a forward one is not": ("tianjin", "≥100件", "90件", 9.5, 9),
    "never above the weight": ("tianjin", "≤100件", "110件", 10.5, 9),
    "up to the weight": ("tianjin", "≤100件", "110件", 10, 10),
}


@pytest.mark.parametrize("name", CASES)
def test_an_own_score_holds_where_it_is_open(judged, rules, name):
    scheme, target, actual, own, expected = CASES[name]
    judgement = judged(target, actual, score=Decimal(str(own)), scheme=rules(scheme, 2024).scheme)
    assert judgement.score.value == Decimal(str(expected))


def test_the_trace_names_the_formula_and_the_basis(judged):
    trace = judged("≥100件", "130件", score=7, scheme="finance-system").score.trace
    assert "单位自评 7 分" in trace.formula
    assert "120%" in trace.formula
    assert "财政预算绩效管理系统" in trace.basis


ALWAYS = {
    "the own score holds": ("≥100件", "90件", 10, "8.5", "8.5"),
    "without one the formula holds": ("≥100件", "90件", 10, None, "9"),
    "never above the weight": ("≥100件", "90件", 10, "11", "9"),
    "nothing below 0": ("≥100件", "90件", 10, "-1", "9"),
    "down to 0": ("≥100件", "90件", 10, "0", "0"),
    "up to the weight": ("≥100件", "90件", 10, "10", "10"),
    "without a weight it is all there is": ("≥100件", "90件", None, "8.5", "8.5"),
    "without a result as well": ("≥100件", "", 10, "8.5", "8.5"),
}


@pytest.mark.parametrize("name", ALWAYS)
def test_where_all_scores_are_the_units_its_own_hold(judged, rules, name):
    target, actual, weight, own, expected = ALWAYS[name]
    scheme = rules("mof-2020", 2024).scheme
    open_ = scheme.changed(open_score=scheme.open_score.changed(always=AnyScore(basis="mof-2020")))
    given = {"score": Decimal(own)} if own is not None else {}
    judgement = judged(target, actual, weight, open_, **given)
    assert judgement.score.value == Decimal(expected)
