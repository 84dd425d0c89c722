"""The scoring kinds: every row of the table of formulas, and what holds for all of them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.number import round_half_up
from generator.score.kinds import COMPUTED, Case, all_or_none, inverse_ratio, overrun, ratio, steps

F = Fraction


def case(weight, target, actual, *, is_met, **more):
    return Case(F(str(weight)), F(str(target)), F(str(actual)), is_met, **more)


def test_a_forward_indicator_below_target_scores_in_proportion():
    outcome = ratio(case(15, 50, 47, is_met=False))
    assert outcome.exact == F("14.1")
    assert outcome.formula == "15 × 47 ÷ 50"


def test_a_forward_indicator_that_is_met_gets_its_weight_and_no_more():
    assert ratio(case(10, 80, 130, is_met=True)).exact == 10


def test_a_forward_indicator_with_target_zero_is_all_or_none():
    assert ratio(case(10, 0, 0, is_met=True)).exact == 10
    assert ratio(case(10, 0, 3, is_met=False)).exact == 0


def test_below_the_pass_line_nothing_is_scored():
    assert ratio(case(10, 100, 59, is_met=False, pass_line=F(60))).exact == 0
    assert ratio(case(10, 100, "59.9", is_met=False, pass_line=F(60))).exact == 0
    assert ratio(case(10, 100, 60, is_met=False, pass_line=F(60))).exact == 6


def test_a_reverse_indicator_beyond_target_scores_target_over_actual():
    exact = inverse_ratio(case(20, 17, "255.6", is_met=False)).exact
    assert round_half_up(exact, 2) == Decimal("1.33")


def test_the_other_reverse_formula_takes_the_overrun_off():
    assert overrun(case(10, 100, 120, is_met=False)).exact == 8


def test_twice_the_target_scores_nothing_by_the_other_reverse_formula():
    assert overrun(case(10, 100, 200, is_met=False)).exact == 0
    assert overrun(case(10, 100, 350, is_met=False)).exact == 0


def test_a_reverse_indicator_with_target_zero_is_all_or_none():
    for kind in (inverse_ratio, overrun):
        assert kind(case(10, 0, 0, is_met=True)).exact == 10
        assert kind(case(10, 0, 1, is_met=False)).exact == 0


def test_a_target_of_one_is_scored_in_proportion():
    assert ratio(case(10, 1, "0.5", is_met=False)).exact == 5
    assert inverse_ratio(case(10, 1, 2, is_met=False)).exact == 5
    assert inverse_ratio(case(10, "0.5", 1, is_met=False)).exact == 5
    assert overrun(case(10, 1, "1.5", is_met=False)).exact == 5
    assert steps(case(10, 1, "0.8", is_met=False, steps=STEPS, of=F(10))).exact == 7


@pytest.mark.parametrize(
    ("kind", "target", "actual", "formula"),
    [
        (ratio, 50, 0, "0 未达到 50，不得分"),
        (inverse_ratio, 0, 3, "3 超过 0，不得分"),
        (inverse_ratio, 5, 0, "0 超过 5，不得分"),
        (overrun, 0, 3, "3 超过 0，不得分"),
        (overrun, 100, 200, "200 达到 100 的两倍，不得分"),
        (overrun, 100, 199, "10 ×（1 −（199 − 100）÷ 100）"),
    ],
)
def test_where_nothing_is_left_to_divide_the_reason_is_said(kind, target, actual, formula):
    assert kind(case(10, target, actual, is_met=False)).formula == formula


def test_all_or_none_knows_nothing_between():
    assert all_or_none(case(8, 1, 1, is_met=True)).exact == 8
    assert all_or_none(case(8, 1, 1, is_met=False)).exact == 0


STEPS = ((F(100), F(10)), (F(80), F(7)), (F(60), F(5)))


@pytest.mark.parametrize(
    ("spent", "points"),
    [(100, 10), (120, 10), ("99.99", 7), (80, 7), (79, 5), (60, 5), ("59.99", 0), (0, 0)],
)
def test_steps_give_the_points_of_the_step_reached(spent, points):
    outcome = steps(case(10, 100, spent, is_met=False, steps=STEPS, of=F(10)))
    assert outcome.exact == points


def test_points_of_steps_are_scaled_to_the_weight():
    outcome = steps(case(20, 100, 85, is_met=False, steps=STEPS, of=F(10)))
    assert outcome.exact == 14
    assert outcome.formula == "85% 达到 80% 一档，7 分 × 20 ÷ 10"


numbers = st.decimals(min_value=0, max_value=10**9, places=4).map(Fraction)
weights = st.decimals(min_value=0, max_value=100, places=2).map(Fraction)


def met(kind, target, actual):
    return actual <= target if kind in ("inverse-ratio", "overrun") else actual >= target


def score(kind, weight, target, actual):
    extra = {"steps": STEPS, "of": F(10)} if kind == "steps" else {}
    return COMPUTED[kind](Case(weight, target, actual, met(kind, target, actual), **extra)).exact


@pytest.mark.parametrize("kind", sorted(COMPUTED))
@given(weight=weights, target=numbers, actual=numbers)
def test_no_kind_scores_below_zero_or_above_the_weight(kind, weight, target, actual):
    assert 0 <= score(kind, weight, target, actual) <= weight


@pytest.mark.parametrize("kind", sorted(COMPUTED))
@given(weight=weights, target=numbers, one=numbers, other=numbers)
def test_doing_better_never_scores_less(kind, weight, target, one, other):
    worse, better = sorted((one, other), reverse=kind in ("inverse-ratio", "overrun"))
    assert score(kind, weight, target, worse) <= score(kind, weight, target, better)


@given(weight=weights, target=numbers.filter(lambda n: n > 0), actual=numbers)
def test_a_score_is_rounded_once_to_the_last_digit(weight, target, actual):
    exact = ratio(Case(weight, target, actual, actual >= target)).exact
    # The oracle counts whole hundredths with integers alone.
    share = weight if actual >= target else weight * actual / target
    hundredths, rest = divmod(share.numerator * 100, share.denominator)
    hundredths += 2 * rest >= share.denominator
    assert round_half_up(exact, 2) == Decimal(hundredths).scaleb(-2)
