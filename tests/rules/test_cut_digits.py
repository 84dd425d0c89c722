"""I30: digits that somebody filled in and a form does not print."""

import json

import pytest

from tests.conftest import PROJECT, UNIT
from tests.own_form import VALUES, own_workspace, scheme_text

OWN_UNIT = UNIT.replace("mof-2020", "county-2020")
OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)
PRINT = """
[document.print]
{more}
numbers = {{ budget = {{ places = {places} }}, weight = {{ places = 0 }} }}
[[document]]
id = "goals\""""


@pytest.fixture
def told(dossier, workspace, run):
    def check(change, print_=""):
        scheme = scheme_text()
        if print_:
            scheme = scheme.replace('\n[[document]]\nid = "goals"', print_, 1)
        own_workspace(workspace, scheme=scheme)
        folder = dossier(OWN_UNIT, OWN_PROJECT, change=change)
        _, out, _ = run("check", folder, "--format", "json")
        return [p["message"] for p in json.loads(out)["problems"] if p["code"] == "I30"]

    return check


@pytest.mark.parametrize(
    ("typed", "says"),
    [("80.005", ["“财政资金”填写 80.005，表上只印出 80.01"]), ("80.05", []), ("80.050", [])],
)
def test_a_field_with_places(typed, says, told):
    assert told({'"财政资金" = 80': f'"财政资金" = {typed}'}) == says


@pytest.mark.parametrize(
    ("budget", "places", "unit", "is_told"),
    [
        ("100.5", 0, "", True),
        ("100.5", 1, "", False),
        ("100.12345", 0, 'money-unit = "元"', True),  # 1001234.5元
        ("100.1234", 0, 'money-unit = "元"', False),
    ],
)
def test_an_amount_whose_form_has_places(budget, places, unit, is_told, told):
    print_ = PRINT.format(places=places, more=unit)
    change = {"budget = 100\nspent = 95\nsources": f"budget = {budget}\nspent = 95\nsources"}
    found = told(change, print_)
    assert any("全年预算数" in one for one in found) is is_told


def test_points_whose_form_has_none(told):
    found = told({"weight = 50\n": "weight = 49.5\n"}, PRINT.format(places=2, more=""))
    assert any("购书册数" in one and "49.5" in one for one in found)
