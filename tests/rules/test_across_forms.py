"""Amounts of several forms: just within is not told, just beyond is, at its place."""

import pytest

from generator.rules.across_forms import Budget, of_one_unit, of_several_years
from tests.rules.forms import form


def project(budget, **more):
    return form(funds=f"|{budget}||||", **more)


def told(findings):
    return [(f.id, f.where.row, f.where.column) for f in findings]


@pytest.mark.parametrize(
    ("budget", "found"),
    [
        ("120", []),
        ("120.01", [("above-department", 100, 2)]),
        ("119999", [("above-department", 100, 2)]),
        ("120000", [("yuan", 100, 2)]),
    ],
)
def test_a_project_has_no_more_than_its_department(budget, found):
    department = project("120", **{"is-department": True})
    assert told(of_one_unit([project(budget), department])) == found


def test_the_department_may_give_its_amounts_in_yuan():
    department = project("1200000", money="元", **{"is-department": True})
    assert told(of_one_unit([project("120"), department])) == []


@pytest.mark.parametrize(("budget", "found"), [("11999", []), ("12000", [("yuan", 100, 2)])])
def test_a_project_does_not_grow_a_thousandfold_in_a_year(budget, found):
    forms = [project("12", year=2022), project(budget, year=2023)]
    assert told(of_several_years([*map(Budget.of, forms)])) == found


def test_projects_of_other_names_are_not_compared():
    forms = [project("12", year=2022, name="河道保洁"), project("120000", year=2023)]
    assert told(of_several_years([*map(Budget.of, forms)])) == []


ROWS = [f"产出/数量|{name}|≥3次|3次|10|10" for name in ("修剪", "浇水", "补植", "施肥", "除草")]


@pytest.mark.parametrize(
    ("name", "rows", "found"),
    [
        ("泵站更新改造", ROWS, [("copied", 1, 2)]),
        ("泵站更新改造", [*ROWS[:4], "产出/数量|更换水泵|≥3台|3台|10|10"], []),
        ("泵站更新改造", ROWS[:4], []),
        ("绿道绿化养护", ROWS, []),
        ("绿道养护", ROWS, []),
    ],
)
def test_projects_of_two_kinds_do_not_share_a_set_of_indicators(name, rows, found):
    first = form(name="绿道养护", rows=ROWS)
    assert told(of_one_unit([first, form(name=name, rows=rows)])) == found


def test_a_project_keeps_its_indicators_from_year_to_year():
    forms = [form(name="绿道养护", rows=ROWS), form(name="泵站改造", rows=ROWS, year=2022)]
    assert told(of_one_unit(forms)) == []


def listed(total, spent="95"):
    return form(funds=f"|100|{spent}|||", total=total)


@pytest.mark.parametrize(
    ("total", "spent", "found"),
    [
        ("96.7", "95", []),
        ("97", "95", []),  # a list may round
        ("97.6", "95", [("listed-total", 300, 2)]),
        ("96.7", "96", [("listed-amount", 100, 3)]),
    ],
)
def test_a_list_says_of_a_project_what_its_form_says(total, spent, found):
    own = form(funds="|100|95|||", total="96.7", rows=ROWS)
    assert told(of_one_unit([own, listed(total, spent)])) == found
    assert told(of_one_unit([own._replace(year=2022), listed(total, spent)])) == []


@pytest.mark.parametrize(
    ("spending", "found"),
    [
        (["绿道养护|100|95"], []),
        (["泵站更新|40|40", "绿道养护|100|95.0"], []),
        (["泵站更新|40|40", "绿道养护|110|95"], [("listed-amount", 501, 2)]),
        (["绿道养护|100|96", "泵站更新|40|40"], [("listed-amount", 500, 3)]),
        (["绿道养护工程|100|96"], []),
    ],
)
def test_a_table_of_money_says_of_a_project_what_its_form_says(spending, found):
    own = form(funds="|100|95|||", rows=ROWS)
    table = form(name="", spending=spending)
    assert told(of_one_unit([own, table])) == found
    assert told(of_one_unit([own, table._replace(year=2022)])) == []
    assert told(of_one_unit([own, own, table])) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("51000023T000001234567-", [("listed-total", 300, 2)]),
        ("510000230000012345678", [("listed-total", 300, 2)]),
        ("2023", []),  # a year is no code
    ],
)
def test_a_form_may_print_the_code_of_its_project_before_the_name(code, found):
    own = form(funds="|100|95|||", total="96.7", rows=ROWS, name=f"{code}绿道养护")
    assert told(of_one_unit([own, listed("97.6")])) == found


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((2023, 2023), []),
        ((2022, 2023), [("listed-year", 400, 1)]),
        ((2022, 2022), []),  # all of them: the list is of another year
        ((2021, 2023), []),
    ],
)
def test_one_form_of_a_paper_has_the_year_of_its_list_and_of_the_others(years, found):
    own = form(funds="|100|95|||", total="96.7", rows=ROWS, year=years[0])
    beside = form(name="泵站", rows=ROWS[:2], year=years[1])
    assert told(of_one_unit([own, beside, listed("96.7")])) == found


def test_a_list_may_give_what_there_was_after_a_change_in_between():
    cells = [f"100|{n}|used|x|{text}" for n, text in enumerate(("120", "-20", "100", "95"), 1)]
    own = form(funds="120||95|||", total="96.7", rows=ROWS, entries=cells)
    assert told(of_one_unit([own, listed("96.7")])) == []
    own = own._replace(entries=own.entries[:2])
    assert told(of_one_unit([own, listed("96.7")])) == [("listed-amount", 100, 2)]


@pytest.mark.parametrize(("said", "found"), [("96.7", []), ("96.9", [("claimed-total", 0, 0)])])
def test_a_report_claims_the_total_of_its_only_table(said, found):
    table = form(total="96.7", rows=ROWS, name="")
    report = form(name="", **{"claimed-total": said})
    assert told(of_one_unit([report, table])) == found
    assert told(of_one_unit([report, table, table])) == []
    assert told(of_one_unit([report, form(total="96.7", rows=ROWS, name="泵站")])) == []
