"""What the loops of a template leave out is told when it is checked: with the dossiers there are, else with an example."""

import json
import re

import pytest

from tests.conftest import PROJECT, UNIT
from tests.own_form import INDICATORS, TEMPLATE, VALUES, own_workspace

OWN_UNIT = UNIT.replace("mof-2020", "county-2020")
OWN_PROJECT = PROJECT.replace("\n[funds]", f"{VALUES}\n[funds]", 1).replace(
    "weight = 50", 'weight = 50\nfields = { "评分标准" = "达到目标得满分" }'
)
# The form has no place for sources and goals, which would be told, too.
OWN_PROJECT = re.sub(r"sources = .*|\[goal\]\n.*\n.*", "", OWN_PROJECT)


def with_loop(over):
    return (*TEMPLATE[:-1], INDICATORS.replace("rows.indicators", over))


@pytest.fixture
def codes(run, workspace):
    def check(over):
        own_workspace(workspace, template=with_loop(over))
        path = workspace / "templates" / "docx" / "county-form.docx"
        _, out, _ = run("templates", "check", path, "--format", "json")
        return [(p["code"], p["message"]) for p in json.loads(out)["problems"]]

    return check


@pytest.mark.parametrize("has_dossier", [True, False])
def test_rows_that_no_loop_prints_are_told(has_dossier, codes, dossier):
    if has_dossier:
        dossier(OWN_UNIT, OWN_PROJECT)
    found = codes('rows.indicators｜of("产出")')
    assert [code for code, _ in found] == ["T09"]
    assert codes("rows.indicators") == []


def test_a_class_that_is_never_there_is_told(codes, dossier):
    dossier(OWN_UNIT, OWN_PROJECT)
    assert [code for code, _ in codes('rows.indicators｜of("产岀")')] == ["T08"]


def test_what_else_is_wrong_in_a_dossier_is_not_told_of_a_template(codes, dossier):
    dossier(OWN_UNIT, OWN_PROJECT.replace("spent = 95", "spent = 195"))
    assert codes("rows.indicators") == []


def test_a_dossier_that_cannot_be_read_stops_nothing(codes, dossier):
    dossier(OWN_UNIT, OWN_PROJECT.replace("[funds]", "[funds", 1))
    assert codes("rows.indicators") == []
