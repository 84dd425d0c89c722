"""Department rows from project rows: absolute values add, shares are weighted by funds."""

from decimal import Decimal

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import UNIT, write_files

PROJECT = """
[project]
name = "{name}"
authority = "a"
implementer = "b"
[funds]
initial = {budget}
budget = {budget}
spent = {budget}
unit = "{unit}"
[goal]
expected = "x"
achieved = "y"
[[indicator]]
class = "产出/数量"
name = "办件"
target = "≥1件"
actual = "{count}"
weight = 50
[[indicator]]
class = "效益/社会效益"
name = "好评率"
target = "≥1%"
actual = "{rate}"
weight = 30
[[indicator]]
class = "满意度/服务对象满意度"
name = "口碑"
target = "定性"
actual = "{told}"
weight = 10
score = {score}
"""

DEPARTMENT = """
[[indicator]]
class = "产出/数量"
name = "办件总数"
target = "≥100件"
from = ["one:办件", "two:办件"]
weight = 50
[[indicator]]
class = "效益/社会效益"
name = "总好评率"
target = "≥90%"
from = ["one:好评率", "two:好评率"]
weight = 30
[[indicator]]
class = "满意度/服务对象满意度"
name = "总口碑"
target = "定性"
from = ["one:口碑", "two:口碑"]
weight = 20
"""


@pytest.fixture
def rolled(workspace):
    def call(department=DEPARTMENT, other=None, **changes):
        one = {
            "name": "甲项目",
            "budget": 300,
            "unit": "万元",
            "count": "60件",
            "rate": "95%",
            "score": 10,
            "told": "达成预期指标",
        }
        two = {
            "name": "乙项目",
            "budget": 100,
            "unit": "万元",
            "count": "30件",
            "rate": "80%",
            "score": 8,
            "told": "达成预期指标",
        }
        files = {
            "unit.toml": UNIT,
            "one.toml": PROJECT.format(**{**one, **changes}),
            "two.toml": PROJECT.format(**{**two, **(other or {})}),
            "department.toml": department,
        }
        folder = write_files(workspace / "inputs" / "x", files)
        found = examine(folder, Library(find_workspace(folder)[0]))
        assert found.sheets, found.problems
        return found, {r.at.indicator.name: r for r in found.sheets["department"].indicators}

    return call


def test_absolute_values_add_up_before_they_are_scored(rolled):
    _, rows = rolled()
    assert rows["办件总数"].actual_text == "90件"
    assert rows["办件总数"].judgement.score.value == 45
    assert rows["办件总数"].rolled_up.formula == "60 + 30 = 90件"


def test_shares_are_means_weighted_by_the_adjusted_budget(rolled):
    _, rows = rolled()
    assert rows["总好评率"].actual_text == "91.25%"


def test_shares_are_rounded_to_hundredths(rolled):
    _, rows = rolled(budget=200, rate="90%")
    assert rows["总好评率"].actual_text == "86.67%"  # (90 × 200 + 80 × 100) ÷ 300


def test_sums_keep_every_yuan_of_hundreds_of_millions(rolled):
    _, rows = rolled(other={"count": "1.5元"}, count="1亿元")
    assert rows["办件总数"].actual_text == "1.00000002亿元"  # half a yuan is rounded up


@pytest.mark.parametrize(("two", "mean"), [(0, "95%"), (1, "87.5%")])
def test_a_budget_of_one_weighs_and_no_budget_at_all_cannot(rolled, two, mean):
    _, rows = rolled(budget=1, other={"budget": two})
    assert rows["总好评率"].actual_text == mean
    _, rows = rolled(budget=0, other={"budget": 0})
    assert rows["总好评率"].actual_text == ""


@pytest.mark.parametrize(
    ("told", "said"), [("达成预期指标", "达成预期指标"), ("部分达成预期指标", "")]
)
def test_words_are_taken_over_where_all_say_the_same(rolled, told, said):
    _, rows = rolled(other={"told": told})
    assert rows["总口碑"].actual_text == said


def test_qualitative_scores_are_means_weighted_by_funds(rolled):
    _, rows = rolled()
    # (10/10 × 300 + 8/10 × 100) ÷ 400 = 0.95 of 20 points
    assert rows["总口碑"].judgement.score.value == 19


def test_budgets_in_other_units_weigh_what_they_are_worth(rolled):
    _, rows = rolled(budget=3_000_000, unit="元")
    assert rows["总好评率"].actual_text == "91.25%"


def test_units_are_converted_before_adding(rolled):
    department = DEPARTMENT.replace("≥100件", "≥100万元")
    _, rows = rolled(department, count="600000元")
    assert rows["办件总数"].actual_text == ""  # 元 and 件 do not add up


@pytest.mark.parametrize(
    ("old", "new"), [("one:办件", "noe:办件"), ("one:办件", "one:办见"), ("one:办件", "办件")]
)
def test_an_unknown_source_is_a_problem_at_its_line(rolled, old, new):
    found, _ = rolled(DEPARTMENT.replace(old, new))
    (problem,) = [p for p in found.problems if p.code == "I18"]
    assert problem.place.line == 5


def test_a_stated_actual_that_differs_from_its_sources_is_a_problem(rolled):
    department = DEPARTMENT.replace('target = "≥100件"', 'target = "≥100件"\nactual = "95件"')
    found, _ = rolled(department)
    (problem,) = [p for p in found.problems if p.code == "X03" and "汇总" in p.message]
    assert "90件" in problem.message


def test_the_figure_of_a_rolled_up_row_names_its_formula(rolled):
    found, _ = rolled()
    figure = found.book["department/indicator[产出/数量/办件总数].actual"]
    assert figure.formula == "60 + 30 = 90件"
    assert figure.value == Decimal(90)
    assert figure.inputs == (
        "one/indicator[产出/数量/办件].actual",
        "two/indicator[产出/数量/办件].actual",
    )
