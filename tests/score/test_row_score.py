"""One indicator before a scheme: situation, direction, method, score."""

from decimal import Decimal

import pytest


def score(judgement):
    return judgement.score.value


@pytest.mark.parametrize(
    ("target", "actual", "expected"),
    [
        ("≥50件", "47件", "9.4"),
        ("50件", "47件", "9.4"),
        ("50件以上", "130件", "10"),
        ("=100%", "100%", "10"),
        ("=100%", "98.5%", "9.85"),
        ("≤17万元", "17万元", "10"),
        ("≤17万元", "20万元", "8.5"),
        ("≤5%", "0%", "10"),
        ("0件", "0件", "10"),
        ("0件", "1件", "0"),
        ("≤0件", "1件", "0"),
        ("≥0件", "3件", "10"),
        ("50%-60%", "55%", "10"),
        ("50%-60%", "61%", "0"),
        ("两轮", "2轮", "10"),
        ("是", "是", "10"),
        ("是", "否", "0"),
        ("2023年11月30日前", "2023年11月3日", "10"),
        ("2023年11月30日前", "2023年12月1日", "0"),
        ("12月底前", "2023年11月30日", "10"),
        (">80分", "80分", "10"),
    ],
)
def test_a_row_scores_by_the_kind_of_its_target(judged, target, actual, expected):
    assert score(judged(target, actual)) == Decimal(expected)


def test_units_are_converted_inside_their_dimension(judged):
    assert score(judged("≤17万元", "170000元")) == 10
    assert score(judged("≥0.5亿元", "2500万元")) == 5


def test_a_number_without_unit_takes_the_unit_of_the_other(judged):
    assert score(judged("17", "255.6万", 20, class_="产出/成本")) == Decimal("1.33")


def test_units_of_other_dimensions_are_not_compared(judged):
    judgement = judged("≥80件", "80个")
    assert judgement.comparison is None
    assert judgement.score.value is None


class TestDirection:
    def test_the_key_goes_before_the_sign(self, judged):
        assert judged("≥10天", "5天", direction="≤").direction.operator == "≤"

    def test_the_sign_goes_before_the_default_of_the_class(self, judged):
        judgement = judged("≥10万元", "5万元", class_="产出/成本")
        assert (judgement.direction.operator, score(judgement)) == ("≥", 5)

    def test_cost_is_at_most_by_default_of_the_scheme(self, judged):
        judgement = judged("1262.27万元", "1715.85万元", 15, class_="产出/成本")
        assert (judgement.direction.operator, score(judgement)) == ("≤", Decimal("11.03"))

    def test_a_control_rate_is_at_most_by_its_name(self, judged):
        assert score(judged("100%", "70.56%", 8, name="公用经费控制率")) == 8

    def test_the_trace_says_where_the_direction_came_from(self, judged):
        assert "符号" in str(judged("≥50件", "47件").score.trace)
        assert "方案默认" in str(judged("17万元", "18万元", class_="产出/成本").score.trace)


class TestQualitative:
    def test_the_units_own_score_is_taken(self, judged):
        judgement = judged("定性", "达成预期指标", score=9)
        assert score(judgement) == 9
        assert not judgement.score.computed

    def test_without_own_score_there_is_none_and_the_trace_says_why(self, judged):
        judgement = judged("定性", "达成预期指标")
        assert judgement.score.value is None
        assert "score" in judgement.score.missing

    def test_text_against_a_number_is_judged_by_the_unit(self, judged):
        assert score(judged("≥80%", "开展了宣传", score=8)) == 8


class TestTrace:
    def test_it_shows_formula_rounding_rule_and_basis(self, judged):
        trace = judged("≥358件", "301.82件", 20).score.trace
        assert trace.formula == "20 × 301.82 ÷ 358 = 16.8614… → 16.86"
        assert "财预〔2020〕10号" in trace.basis

    def test_an_unverified_basis_says_so(self, judged):
        assert "未与原文核对" in judged("≤10件", "11件").score.trace.basis


def test_a_constraint_indicator_only_deducts(judged):
    assert score(judged("0件", "2件", constraint=True, score=-2)) == -2
    assert score(judged("0件", "0件", constraint=True)) == 0


def test_satisfaction_has_a_rule_of_its_own_where_the_scheme_says_so(judged):
    call = {"scheme": "mof-2021", "class_": "满意度/服务对象满意度"}
    assert score(judged("≥90%", "85%", **call)) == 8
    assert score(judged("≥90%", "93%", **call)) == 10


def test_completion_is_known_for_forward_rows_only(judged):
    assert judged("≥80件", "130件").completion * 100 == Decimal("162.5")
    assert judged("≤80件", "10件").completion is None
    assert judged("0件", "3件").completion is None
