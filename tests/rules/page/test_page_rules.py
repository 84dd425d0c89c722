"""Every rule over pages at its boundary: what is just within is not told, what is just beyond is, at its place."""

import pytest

from generator.load.packs import find_packs
from generator.load.rule_texts import load_rule_texts
from tests.rules.page.changes import CASES
from tests.rules.page.letter import written
from tests.rules.page.yard import found, told

FAMILY = next(f for f in load_rule_texts(find_packs(None))[0] if f.family.startswith("L "))
each = pytest.mark.parametrize("case", CASES, ids=lambda case: case.finding)


def test_a_letter_by_the_standard_has_no_finding():
    assert found(written()) == []


@each
def test_what_is_just_within_is_not_told(case):
    assert [f for f in found(written(case.within)) if f.id == case.finding] == []


@each
def test_what_is_just_beyond_is_told_at_its_place(case):
    own = [f for f in found(written(case.beyond)) if f.id == case.finding]
    assert str(own[0].where) == case.where
    problem = told(own[0])
    assert problem.severity.value == case.severity
    assert problem.hint
    assert "{" not in problem.message + problem.hint


def test_every_finding_has_its_case():
    assert [
        case.finding for case in CASES if case.finding not in {t.id for t in FAMILY.finding}
    ] == []
    assert {case.finding for case in CASES} == {text.id for text in FAMILY.finding}
    assert {text.code for text in FAMILY.finding} == {text.id for text in FAMILY.code}
