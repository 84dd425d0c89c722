"""Forms with sentences about them: what disagrees is told, and what only looks so is not."""

import tomllib
from pathlib import Path

import pytest

from tests.rules.against import heeded, name_of, told

FAMILIES = [
    family
    for path in sorted((Path(__file__).parent / "against").glob("*.toml"))
    for family in tomllib.loads(path.read_text(encoding="utf-8"))["family"]
]


def cases(key):
    return [
        pytest.param(family, case, id=name_of(family, case))
        for family in FAMILIES
        for case in family[key]
    ]


@pytest.mark.parametrize(("family", "case"), cases("right"))
def test_what_agrees_is_left_alone(family, case):
    assert [f"{p.code} {p.message}" for p in heeded(family, told(family, case))] == []


@pytest.mark.parametrize(("family", "case"), cases("wrong"))
def test_what_disagrees_is_told(family, case):
    assert {p.code for p in heeded(family, told(family, case))} & set(family["codes"])


def test_each_family_has_cases_of_both_kinds():
    assert all(len(family["right"]) >= 3 <= len(family["wrong"]) for family in FAMILIES)
