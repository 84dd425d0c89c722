"""Amounts of several forms: just within is not told, just beyond is, at its place."""

import pytest

from generator.rules.across import of_one_unit, of_several_years
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
    assert told(of_several_years([project("12", year=2022), project(budget, year=2023)])) == found


def test_projects_of_other_names_are_not_compared():
    forms = [project("12", year=2022, name="河道保洁"), project("120000", year=2023)]
    assert told(of_several_years(forms)) == []
