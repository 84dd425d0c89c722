"""Values that are numbers or days but for a slip, and amounts that hardly anybody has."""

import pytest

from generator.model.units import Units
from generator.rules.dossier.mistyped import mistyped_value, with_unit
from generator.use.check.examine import examine
from generator.use.libraries import Libraries
from tests.conftest import ROOT

LIBRARY = Libraries().of(ROOT)[0]
UNITS: Units = LIBRARY.units


def told(folder) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.key) for problem in examine(folder, LIBRARY).problems]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("≥2OOOO册", "≥20000册"),
        ("8。5%", "8.5%"),
        ("9O%-95%", "90%-95%"),
        ("≥20000册", None),
        ("≥20,000册", None),
        ("2023年11月底前", None),
        ("优", None),
        ("H2O检测达标", None),
        ("5l", None),
    ],
)
def test_what_reads_as_a_value_once_its_digits_are_right_is_mistyped(typed, meant):
    found = mistyped_value(typed, UNITS)
    assert (None if found is None else found.text) == meant


@pytest.mark.parametrize(
    ("actual", "target", "meant"),
    [
        ("20500", "≥20000册", "20500册"),
        ("1", "≥99册", "1册"),
        ("1", "≥100册", ""),  # a hundred times: who knows of which unit
        ("20500册", "≥20000册", ""),
        ("93", "≥90%", ""),
        ("20500", "≥20000", ""),
        ("0", "≥20000册", ""),
        ("良好", "≥20000册", ""),
        (20500, "≥20000册", ""),
    ],
)
def test_an_actual_in_quotes_takes_the_unit_of_its_target(actual, target, meant):
    assert with_unit(actual, target, UNITS) == meant


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({'"≥20000册"': '"≥2OOOO册"'}, [("I12", "indicator[购书册数].target")]),
        ({'"8%"': '"2023年11月31日"'}, [("I12", "indicator[到馆人次增长率].actual")]),
        ({'"20500册"': '"20500本"'}, [("C08", "indicator[购书册数].actual")]),
        ({'"93%"': '"0.93"'}, [("C08", "indicator[读者满意度].actual")]),
        ({"为全县读者": "2023年9月31日前为全县读者"}, [("I12", "project.overview")]),
    ],
)
def test_what_follows_from_a_slip_is_not_told_beside_it(dossier, change, found):
    assert told(dossier(change=change)) == found


@pytest.mark.parametrize(("budget", "is_told"), [("99999.99", False), ("100000", True)])
def test_an_amount_that_hardly_any_project_has_is_said_aloud(dossier, budget, is_told):
    change = {
        "100\n": f"{budget}\n",
        "95\n": f"{budget}\n",
        "100, spent = 95": f"{budget}, spent = {budget}",
        "initial = 100,": f"initial = {budget},",
    }
    folder = dossier(change=change)
    assert [p.code for p in examine(folder, LIBRARY).problems] == (["F03"] if is_told else [])
