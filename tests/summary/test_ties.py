"""What ties out, inside a dossier and between them; the same as what the checks report."""

from decimal import Decimal

import pytest

from generator.cli.session import Session
from generator.summary.digest_rows import Verdict
from generator.use.check.examine import examine
from tests.conftest import PROJECT, ROOT
from tests.summary.trees import DEPARTMENT, add_unit, summary_of_tree

CASES = sorted(p for p in (ROOT / "tests" / "cases").iterdir() if (p / "unit.toml").is_file())


def told(summary, code):
    return [t for d in summary.dossiers for t in d.ties if t.code == code]


def test_projects_make_up_the_department_and_sources_the_whole(workspace):
    add_unit(workspace, "甲", department=DEPARTMENT)
    summary = summary_of_tree(workspace / "inputs")
    assert [(t.what, t.left, t.right, t.verdict) for t in told(summary, "X03")] == [
        ("部门支出的构成", 100, 100, Verdict.EQUAL),
        ("部门的项目支出与各项目", 95, 95, Verdict.EQUAL),
    ]
    odd = [t for t in told(summary, "A09") if t.verdict is Verdict.DIFFERENT]
    assert [(t.left, t.right, t.difference) for t in odd] == [(100, 99, Decimal(1))]
    assert summary.is_at_odds()


def test_a_department_that_lists_some_projects_is_not_held_against_them(workspace):
    folder = add_unit(workspace, "甲", department=DEPARTMENT.replace("= 95", "= 96"))
    unit = folder / "unit.toml"
    unit.write_text("projects-complete = false\n" + unit.read_text("utf-8"), "utf-8")
    (tie,) = (t for t in told(summary_of_tree(folder), "X03") if "各项目" in t.what)
    assert (tie.verdict, tie.left, tie.right) == (Verdict.UNCHECKED, 96, 95)


def test_a_difference_that_the_inputs_explain_is_told_with_its_reason():
    summary = summary_of_tree(ROOT / "inputs" / "hongshan-2020")
    (tie,) = (t for t in told(summary, "X03") if "各项目" in t.what)
    assert (tie.left, tie.right, tie.difference) == (
        Decimal("730.57"),
        Decimal("718.82"),
        Decimal("11.75"),
    )
    assert tie.verdict is Verdict.ACCEPTED
    assert tie.remark
    assert not summary.is_at_odds()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_the_sheet_and_the_checks_say_the_same(case):
    session = Session((case,))
    library = session.library(case)
    codes = {"X03", "A09", "X01", "X04", "C10"}
    reported = {p.code for p in examine(case, library).problems}
    odd = {Verdict.DIFFERENT, Verdict.ACCEPTED, Verdict.SUSPECT, Verdict.EXPLAINED}
    ties = [t for d in summary_of_tree(case).dossiers for t in d.ties]
    assert reported & codes == {t.code for t in ties if t.verdict in odd} & codes


def test_one_project_in_two_dossiers_has_one_set_of_figures(workspace):
    coded = PROJECT.replace("[project]", '[project]\ncode = "2023-7"')
    add_unit(workspace, "甲", coded)
    add_unit(workspace, "乙", coded.replace("spent = 95\n", "spent = 96\n", 1))
    across = summary_of_tree(workspace / "inputs").across
    assert [(t.what, t.left, t.right, t.verdict) for t in across] == [
        ("同一项目的年初预算数", 100, 100, Verdict.EQUAL),
        ("同一项目的全年预算数", 100, 100, Verdict.EQUAL),
        ("同一项目的全年执行数", 96, 95, Verdict.DIFFERENT),
    ] or {t.difference for t in across} == {0, 1, -1}


def test_rows_that_were_copied_whole_between_units_are_told(workspace):
    more = "".join(
        f'\n[[indicator]]\nclass = "产出/质量"\nname = "指标{n}"\ntarget = "{n}件"\nactual = "{n}件"\nweight = 0\n'
        for n in range(1, 4)
    )
    add_unit(workspace, "甲", PROJECT + more)
    add_unit(workspace, "乙", (PROJECT + more).replace("图书购置", "馆舍维修"))
    (tie,) = summary_of_tree(workspace / "inputs").across
    assert (tie.code, tie.verdict) == ("C10", Verdict.SUSPECT)
    assert "馆舍维修" in tie.where + tie.right_label


def test_a_total_is_held_against_the_scores_printed_above_it_as_a_check_holds_it(workspace):
    stated = '\n[stated]\ntotal = 94.5\ngrade = "优"\n\n[[problem]]'
    printed = PROJECT.replace("weight = 30\n", "weight = 30\nstated = { score = 25 }\n")
    folder = add_unit(workspace, "甲", printed.replace("\n[[problem]]", stated))
    (tie,) = told(summary_of_tree(folder), "A01")
    assert (tie.left, tie.right, tie.verdict) == (Decimal("94.5"), Decimal("94.5"), Verdict.EQUAL)
    assert (tie.left_label, tie.right_label) == ("印出的总分", "各项得分之和")
    wrong = folder / "books.toml"
    wrong.write_text(wrong.read_text("utf-8").replace("total = 94.5", "total = 94"), "utf-8")
    (tie,) = told(summary_of_tree(folder), "A01")
    assert (tie.difference, tie.verdict) == (Decimal("-0.5"), Verdict.DIFFERENT)


def test_parts_are_shown_in_one_unit_of_money_with_what_they_are_of(workspace):
    uses = 'spent = 950000\nuses = [{ item = "书", amount = 940000 }]\n'
    sums = PROJECT.replace("[funds]\n", '[funds]\nunit = "元"\n').replace("spent = 95\n", uses)
    sums = sums.replace("initial = 100\nbudget = 100", "initial = 1000000\nbudget = 1000000")
    folder = add_unit(workspace, "甲", sums.replace("sources =", "# sources ="))
    (tie,) = told(summary_of_tree(folder), "A09")
    assert (tie.left_label, tie.left, tie.right_label, tie.right, tie.unit) == (
        "全年执行数",
        95,
        "资金用途明细之和",
        94,
        "万元",
    )
