"""The five examples: what their documents say must come out of our inputs."""

import re
import shutil
from decimal import Decimal

import pytest

from generator.base.problem import Severity
from generator.load.workspace_folder import find_workspace
from generator.use.check.acceptance import OF_ACCEPTANCES
from generator.use.check.acceptances import standing
from generator.use.check.examine import Examined, examine
from generator.use.library import Library
from generator.use.lint.lint import lint
from generator.use.lint.rulebook import make_rulebook
from tests.conftest import ROOT

DOSSIERS = ("hongshan-2020", "kaiping-2020", "lukou-2023", "shanhaiguan-2021", "ziyang-2022")


@pytest.fixture(scope="module")
def examined():
    library = Library(find_workspace(ROOT / "inputs")[0])
    return {name: examine(ROOT / "inputs" / name, library) for name in DOSSIERS}


def totals(found: Examined) -> dict[str, Decimal | None]:
    return {name: sheet.total.value for name, sheet in found.sheets.items()}


@pytest.mark.parametrize("name", DOSSIERS)
def test_an_example_has_no_problem_that_is_not_accepted(examined, name):
    open_ones = [
        p for p in examined[name].problems if not p.accepted and p.severity is not Severity.NOTE
    ]
    assert open_ones == []


@pytest.mark.parametrize("name", DOSSIERS)
def test_every_acceptance_of_an_example_says_where_or_how_many(examined, name):
    dossier = examined[name].dossier
    assert not [p for p in examined[name].problems if p.code in OF_ACCEPTANCES]
    assert all(own.key or own.acceptance.count for own in standing(dossier))


def test_a_weight_that_goes_missing_is_told_beside_what_is_accepted(tmp_path):
    """The reason for three blanks says nothing of a weight."""
    folder = shutil.copytree(ROOT / "inputs" / "lukou-2023", tmp_path / "lukou-2023")
    path = folder / "case-handling.toml"
    text = path.read_text("utf-8")
    path.write_text(text.replace(next(re.finditer(r"\nweight = .*", text))[0], "", 1), "utf-8")
    found = examine(folder, Library(find_workspace(ROOT / "inputs")[0])).problems
    told = [p for p in found if p.code == "C01" and p.place.file.endswith(path.name)]
    assert len(told) == 4
    assert not [p for p in told if p.accepted]
    assert any("缺少分值" in p.message for p in told)


def test_hongshan_comes_to_the_printed_totals(examined):
    found = totals(examined["hongshan-2020"])
    assert found == {"case-handling": 93, "inspection": 96, "office-running": 96, "department": 95}


def test_hongshan_rounds_execution_to_whole_points(examined):
    sheets = examined["hongshan-2020"].sheets
    case, department = (
        sheets[name].part_of_kind("execution").score for name in ("case-handling", "department")
    )
    assert (case.value, department.value) == (17, 19)
    assert "16.86" in case.trace.formula
    assert (
        "18.81" in department.trace.formula
    )  # 18.815…, shown cut off; rounded from the exact value


def test_hongshan_rolls_the_rows_of_its_third_goal_up(examined):
    rows = {
        r.at.indicator.name: r for r in examined["hongshan-2020"].sheets["department"].indicators
    }
    assert rows["通报典型案例"].actual_text == "25期"
    assert "累加" in rows["通报典型案例"].rolled_up.rule


def test_lukou_scores_by_the_scheme_and_not_as_printed(examined):
    found = totals(examined["lukou-2023"])
    assert found == {
        "township-discipline": Decimal("99.10"),
        "case-handling": Decimal("81.33"),
        "department": Decimal("96.03"),
    }


def test_lukou_counts_cost_as_at_most(examined):
    rows = {
        r.at.indicator.name: r for r in examined["lukou-2023"].sheets["case-handling"].indicators
    }
    assert rows["足额保障办案投入"].judgement.direction.operator == "≤"
    assert rows["足额保障办案投入"].judgement.score.value == Decimal("1.33")


def test_ziyang_reports_ten_points_too_many_once_and_accepts_it_with_a_reason(examined):
    (found,) = [p for p in examined["ziyang-2022"].problems if p.code == "A03"]
    assert "“效益指标”各项分值之和为 50，方案规定为 40" in found.message
    assert "合计110分" in found.accepted


def test_kaiping_adds_up_its_eight_projects_without_a_complaint(examined):
    found = examined["kaiping-2020"]
    assert found.book["unit/total.budget"].shown == "312.6万元"
    assert "84 + 75.6 + 8 + 6 + 6 + 75 + 15 + 43 = 312.6" in found.book["unit/total.budget"].formula
    assert not [p for p in found.problems if p.code.startswith("A")]


def test_shanhaiguan_keeps_yuan_and_its_payment_plan(examined):
    book = examined["shanhaiguan-2021"].book
    assert book["vehicle-insurance/funds.budget"].shown == "28000.00元"
    assert book["vehicle-insurance/funds.plan[10月底]"].shown == "75.00%"
    assert examined["shanhaiguan-2021"].stage == "goals"


def test_the_wording_of_the_examples_has_no_problem_that_is_not_accepted():
    library = Library(find_workspace(ROOT / "inputs")[0])
    linted = lint([ROOT / "inputs" / name for name in DOSSIERS], library, make_rulebook(library))
    open_ones = [p for p in linted.problems if not p.accepted and p.severity is not Severity.NOTE]
    assert open_ones == []
