"""What follows from the rows of a whole tree: totals, means, ranking, grades, other units of money."""

from decimal import Decimal
from fractions import Fraction

from generator.summary.unit_amounts import in_one_unit
from generator.summary.whole import grade_count, mean_of, ranking, weighted_mean_of
from tests.conftest import PROJECT, ROOT
from tests.summary.trees import add_unit, summary_of_tree

TOTALS = {
    "中共武汉市洪山区纪律检查委员会": ["93", "96", "96", "95"],
    "中共株洲市渌口区纪律检查委员会": ["99.10", "81.33", "96.03"],
    "中国共产党益阳市资阳区纪律检查委员会": ["100.00"],
}


def test_the_examples_have_their_published_totals():
    summary = summary_of_tree(ROOT / "inputs")
    found = {d.name: [str(row.total) for row in d.subjects] for d in summary.dossiers}
    assert len(found) == 5
    assert {name: found[name] for name in TOTALS} == TOTALS


def test_what_has_no_score_is_listed_without_one():
    summary = summary_of_tree(ROOT / "inputs")
    kaiping = next(d for d in summary.dossiers if d.folder == "kaiping-2020")
    assert len(kaiping.projects) == 8
    assert all(row.total is None and row.rate is None for row in kaiping.projects)
    assert all("不计分" in row.remark for row in kaiping.projects)


def test_a_weighted_mean_is_exact_and_no_score_of_the_department():
    summary = summary_of_tree(ROOT / "inputs" / "hongshan-2020")
    (hongshan,) = summary.dossiers
    mean = weighted_mean_of(hongshan.projects)
    assert mean == Fraction(93 * 358 + 96 * 150 + 96 * 267, 358 + 150 + 267)
    assert f"{float(mean):.2f}" == "94.61"
    assert hongshan.department.total == 95
    assert mean_of(hongshan.projects) == 95


def test_equal_scores_share_a_place_and_the_next_is_left_out():
    summary = summary_of_tree(ROOT / "inputs")
    assert [(r.place, str(r.row.total)) for r in ranking(summary.projects)] == [
        (1, "100.00"),
        (2, "99.10"),
        (3, "96"),
        (3, "96"),
        (5, "93"),
        (6, "81.33"),
    ]


def test_grades_are_counted_and_those_without_one_too():
    summary = summary_of_tree(ROOT / "inputs")
    rows = [row for _, _, row in summary.projects]
    assert summary.grades == ("优", "良", "中", "差")
    counted = [grade_count(rows, grade) for grade in (*summary.grades, "")]
    assert counted == [2, 1, 0, 0, 16]


def test_amounts_in_other_units_become_exact_amounts_in_ten_thousands(workspace):
    yuan = PROJECT.replace("[funds]", '[funds]\nunit = "元"')
    yuan = yuan.replace("100", "1000000.01").replace("95", "950000.03")
    add_unit(workspace, "甲", yuan)
    add_unit(workspace, "乙")
    summary = summary_of_tree(workspace / "inputs")
    budgets = {d.folder: d.projects[0].budget for d in summary.dossiers}
    assert budgets == {"甲": Decimal("100.000001"), "乙": Decimal(100)}
    assert summary.money.budget == Decimal("200.000001")
    assert summary.money.rate == Fraction("190.000003") / Fraction("200.000001")


def test_an_amount_that_does_not_end_is_rounded_only_far_behind(workspace):
    from generator.model.units import Units

    assert in_one_unit(None, "元", Units(())) is None
    assert in_one_unit(Decimal("3.20"), "万元", Units(())) == Decimal("3.20")


def test_an_expenditure_that_is_not_known_does_not_lower_the_rate(workspace):
    add_unit(workspace, "甲")
    add_unit(workspace, "乙", PROJECT.replace("spent = 95\n", "\n", 1))
    summary = summary_of_tree(workspace / "inputs")
    assert summary.money.budget == 200
    assert summary.money.rate == Fraction(95, 100)


def test_a_broken_file_is_listed_among_good_ones(workspace):
    add_unit(workspace, "甲")
    add_unit(workspace, "乙", broken="这不是 TOML")
    (add_unit(workspace, "丙") / "unit.toml").write_text("year = ", encoding="utf-8")
    summary = summary_of_tree(workspace / "inputs")
    by_name = {d.folder: d for d in summary.dossiers}
    assert [row.total is not None for row in by_name["甲"].projects] == [True]
    assert [(row.name, row.total is None) for row in by_name["乙"].projects] == [
        ("图书购置", False),
        ("broken", True),
    ]
    assert by_name["乙"].problems.error == 1
    assert "broken.toml" in by_name["乙"].remark
    assert (by_name["丙"].unit, by_name["丙"].year, by_name["丙"].projects) == ("", None, ())
    assert by_name["丙"].problems.error > 0


def test_indicators_off_their_target_are_listed_the_farthest_first(workspace):
    add_unit(workspace, "甲", PROJECT.replace("20500册", "30000册").replace("8%", "1%"))
    add_unit(workspace, "乙")
    summary = summary_of_tree(workspace / "inputs")
    assert [(d.folder, row.name, row.deviation) for d, row in summary.unmet] == [
        ("甲", "到馆人次增长率", Fraction(9, 10)),
        ("乙", "到馆人次增长率", Fraction(2, 10)),
    ]
    assert [(d.folder, row.name, row.completion) for d, row in summary.beyond] == [
        ("甲", "购书册数", Fraction(3, 2))
    ]


def test_an_empty_tree_is_an_empty_summary(workspace):
    (workspace / "inputs").mkdir()
    summary = summary_of_tree(workspace / "inputs")
    assert summary.dossiers == ()
    assert summary.money.budget is None
    assert ranking(summary.projects) == []
