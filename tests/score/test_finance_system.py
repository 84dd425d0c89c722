"""The rules of the finance system, at their bounds."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from generator.score.tiers import tier_of

CASES = tomllib.loads(Path(__file__).with_name("finance_system.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_row_scores_as_the_system_does(judged, case):
    score = judged(case["target"], case["actual"], scheme="finance-system").score
    assert score.value == Decimal(str(case["score"]))


@pytest.mark.parametrize(
    ("year", "score"), [(2024, "8"), (2025, "7.5")], ids=["our own choice", "as the system does"]
)
@pytest.mark.parametrize("scheme", ["mof-2020", "mof-2021"])
def test_the_national_schemes_take_the_reverse_formula_from_2025_on(
    judged, shipped, scheme, year, score
):
    assert judged("≤80万元", "100万元", scheme=shipped(scheme, year)).score.value == Decimal(score)


@pytest.mark.parametrize("scheme", ["hunan-2023", "hubei-2020", "ningxia"])
def test_other_schemes_keep_theirs(judged, shipped, scheme):
    assert judged("≤80万元", "100万元", scheme=shipped(scheme, 2030)).score.value == Decimal(8)


# A bound of 4.34 is 3.472 of the top tier and 2.604 of the middle one: rounded before comparing.
@pytest.mark.parametrize(
    ("score", "tier"),
    [("4.34", 0), ("3.47", 0), ("3.46", 1), ("2.60", 1), ("2.59", 2), ("0", 2)],
)
def test_the_bounds_of_the_tiers_are_rounded_before_comparing(shipped, score, tier):
    scheme = shipped("finance-system")
    assert tier_of(Decimal(score), Decimal("4.34"), scheme) == scheme.tier[tier]


def test_elsewhere_the_bounds_are_exact(shipped):
    scheme = shipped("mof-2020")
    assert tier_of(Decimal("3.47"), Decimal("4.34"), scheme) == scheme.tier[1]


@pytest.mark.parametrize(
    ("total", "word"),
    [("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差")],
)
def test_grades_include_their_lower_bound(shipped, total, word):
    from generator.score.scorer import find_grade

    assert find_grade(Decimal(total), shipped("finance-system"))[0] == word


EXECUTION = """
[project]
name = "图书购置"
[funds]
budget = 20
spent = {spent}
{weight}
"""


@pytest.mark.parametrize(
    ("scheme", "spent", "score"),
    [
        ("finance-system", 20, "10"),
        ("finance-system", 21, "10.5"),
        ("mof-2020", 21, "10"),
        ("finance-system", 19, "9.5"),
    ],
)
def test_only_the_system_does_not_cap_the_execution(scored, scheme, spent, score):
    sheet = scored(EXECUTION.format(spent=spent, weight=""), scheme)
    assert sheet.part("execution").score.value == Decimal(score)


def test_the_form_in_hand_says_what_the_execution_is_worth(scored):
    sheet = scored(EXECUTION.format(spent=19, weight="weight = 20"), "as-printed")
    assert sheet.part("execution").score.value == Decimal(19)
    assert sheet.part("execution").weight == Decimal(20)
    without = scored(EXECUTION.format(spent=19, weight=""), "as-printed")
    assert "缺少 funds.weight" in without.part("execution").score.missing
