"""Score sheets: parts, groups, totals, grades."""

from decimal import Decimal

import pytest

from generator.score.scorer import find_grade


def row(class_, weight, target="≥10件", actual="10件", **more):
    extra = "".join(f"{key} = {value}\n" for key, value in more.items())
    return f'[[indicator]]\nclass = "{class_}"\nname = "{class_}{weight}"\ntarget = "{target}"\nactual = "{actual}"\nweight = {weight}\n{extra}'


HEAD = '[project]\nname = "p"\n[funds]\nbudget = 358\nspent = 301.82\n[goal]\nexpected = "x"\nscore = 20\n'


def test_parts_add_up_to_the_total_and_the_trace_shows_it(scored):
    sheet = scored(
        HEAD + row("产出/数量", 50) + row("效益/社会效益", 30) + row("满意度/服务对象满意度", 10)
    )
    assert sheet.total.value == Decimal("98.43")
    assert sheet.total.trace.formula == "8.43 + 50 + 30 + 10 = 98.43"
    assert sheet.grade == "优"


@pytest.mark.parametrize(
    ("weights", "formula"), [((50,), "50"), ((30, 20), "30 + 20 = 50"), ((30, 25), "30 + 25 = 55")]
)
def test_the_sum_of_a_part_is_written_out_where_there_is_one(scored, weights, formula):
    classes = ("产出/数量", "产出/质量")
    sheet = scored(HEAD + "".join(row(c, w) for c, w in zip(classes, weights, strict=False)))
    said = sheet.part("output").score.trace.formula
    assert said == (formula if sum(weights) <= 50 else f"{formula}，超过本部分分值，按 50 计")


def test_a_scheme_without_rounding_gives_hundredths(rules):
    scheme = rules().scheme
    assert rules()._replace(scheme=scheme.changed(rounding=None)).places == 2


def test_a_scheme_may_round_execution_to_whole_points(scored):
    sheet = scored(HEAD + row("产出/数量", 60), "hubei-hongshan-2020")
    assert sheet.part_of_kind("execution").score.value == 17
    assert sheet.part_of_kind("execution").score.trace.formula.endswith("= 16.8614… → 17")
    assert sheet.part_of_kind("goal").score.value == 20
    assert sheet.total.value == 97


def test_one_score_for_a_class_stands_for_all_its_rows(scored):
    shared = '[[shared-score]]\nclass = "产出/数量"\nweight = 10\nscore = 9\n'
    text = (
        HEAD
        + row("产出/数量", 1, "件数", "已完成")
        + row("产出/数量", 2, "件数", "已完成")
        + shared
    )
    sheet = scored(text, "hubei-hongshan-2020")
    (group,) = sheet.groups
    assert (group.score.value, len(group.rows)) == (9, 2)
    assert all(r.is_shared for r in group.rows)


def test_a_part_never_scores_above_its_weight(scored):
    sheet = scored(HEAD + row("产出/数量", 50) + row("效益/社会效益", 50), "hunan-ziyang-2022")
    benefit = sheet.part("benefit")
    assert (benefit.score.value, benefit.claimed, benefit.weight) == (40, 50, 40)
    assert "按 40 计" in benefit.score.trace.formula


def test_cost_as_a_class_of_its_own_changes_the_layout(scored):
    rest = (
        row("产出/数量", 40)
        + row("效益/社会效益", 20)
        + row("满意度/服务对象满意度", 10, "≥90%", "95%")
    )
    without = scored(HEAD + rest, "mof-2021")
    with_cost = scored(HEAD + row("成本/经济成本", 20, "≤10万元", "9万元") + rest, "mof-2021")
    assert [p.weight for p in without.parts] == [10, 50, 30, 10]
    assert sorted(p.weight for p in with_cost.parts) == [10, 10, 20, 20, 40]
    assert with_cost.total.value == 97  # execution by steps: 84.3 % gives 7 of 10


def test_weight_that_is_not_evaluated_goes_where_the_scheme_says(scored):
    text = 'not-evaluated = ["满意度"]\n' + HEAD + row("产出/数量", 50) + row("效益/社会效益", 40)
    sheet = scored(text, "mof-2021")
    assert [(p.label, p.weight) for p in sheet.parts if p.weight == 40] == [("效益指标", 40)]
    assert sheet.part_of_kind("execution").score.value + 90 == sheet.total.value


def test_a_missing_score_leaves_the_total_open_with_the_reason(scored):
    sheet = scored(HEAD + row("产出/数量", 50, "定性", "达成预期指标") + row("效益/社会效益", 30))
    assert sheet.total.value is None
    assert "产出" in sheet.total.missing
    assert sheet.grade == ""


def test_without_budget_there_is_no_execution_score(scored):
    sheet = scored(HEAD.replace("358", "0") + row("产出/数量", 50))
    assert sheet.part_of_kind("execution").score.value is None


def test_a_scheme_without_scores_gives_an_empty_sheet(scored):
    sheet = scored(HEAD + row("产出/数量", 50), "hebei-goals-2021")
    assert sheet.layout is None
    assert sheet.total.value is None
    assert sheet.parts == ()


def test_several_yearly_goals_are_blocks_of_their_own(scored):
    goals = "".join(
        f'[[goals]]\nweight = {w}\nexpected = "x"\n[[goals.indicator]]\nclass = "产出/数量"\nname = "n"\ntarget = "件数"\n'
        f'actual = "已完成"\n[[goals.shared-score]]\nclass = "产出/数量"\nscore = {s}\n'
        for w, s in ((25, 24), (25, 24), (30, 28))
    )
    text = f'[department]\nname = "d"\n[funds]\nbudget = 3462.01\nspent = 3256.89\n{goals}'
    sheet = scored(text, "hubei-hongshan-2020", kind="department")
    assert sheet.total.value == 95
    assert sheet.total.trace.formula == "19 + 76 = 95"
    assert len({r.id for r in sheet.indicators}) == 3


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.5", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_each_lower_bound_belongs_to_its_grade(shipped, total, grade):
    assert find_grade(Decimal(total), shipped("mof-2020"))[0] == grade
