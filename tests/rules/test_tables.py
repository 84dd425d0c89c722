"""Whole tables in several wordings: what is wrong in one cell is told, and nothing where all is right."""

import tomllib
from pathlib import Path

import pytest

from generator.base.problem import Severity
from tests.foreign import picture
from tests.rules.papers import paper, problems_of

FAMILIES = [
    family
    for path in sorted(Path(__file__).parent.glob("tables*.toml"))
    for family in tomllib.loads(path.read_text(encoding="utf-8"))["family"]
]


def cases(key):
    return [
        pytest.param(family, case, id=f"{family['name']}: {number}")
        for family in FAMILIES
        for number, case in enumerate(family[key])
    ]


def told(family, case):
    said = {**family["usual"], **case}
    prose, above = family["prose"].format(**said), family.get("line", "").format(**said)
    table = picture(family["table"].format(**said).strip())
    title = family["title"].format(**said)
    parts = [title, *filter(None, (above,)), table, *filter(None, (prose,)), family["date"]]
    return [p for p in problems_of(paper(parts)) if p.severity is not Severity.NOTE]


@pytest.mark.parametrize(("family", "case"), cases("right"))
def test_nothing_is_told_where_all_is_right(family, case):
    assert [f"{p.code} {p.message}" for p in told(family, case)] == []


@pytest.mark.parametrize(("family", "case"), cases("wrong"))
def test_the_one_fault_is_told_and_nothing_else(family, case):
    assert {p.code for p in told(family, case)} == {case["told"]}
