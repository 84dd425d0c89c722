from decimal import Decimal

import pytest

from generator.read.draft import Draft, SubjectDraft
from generator.use.adopt.adopted_scheme import parts_of, required
from generator.use.adopt.printed_points import Points

ASKED = frozenset(("project.name", "funds.rate", "score.total"))


def test_nothing_is_required_that_the_form_has_no_item_for():
    base = {"evaluation": ["project.name", "project.code"]}
    made = required(base, ASKED, "evaluation")
    assert made == {"evaluation": ["project.name", "funds.rate", "score.total"]}


def test_what_an_adopted_base_requires_is_required_once():
    base = required({"evaluation": ["project.name"]}, ASKED, "evaluation")
    assert required(base, ASKED, "evaluation") == base


def test_in_spring_nothing_is_worked_out():
    assert required({"goals": ["project.name"]}, ASKED, "goals") == {"goals": ["project.name"]}


@pytest.mark.parametrize(("of_form", "since"), [(2023, 2020), (2019, 2019), (None, 2020)])
def test_a_form_holds_as_long_as_the_rules_that_it_goes_by(of_form, since):
    draft, points = Draft(year=of_form), Points({}, None, has_execution=False, total=Decimal(100))
    base = {"force": {"from": 2020}, "basis": []}
    made = parts_of(draft, SubjectDraft("project"), points, base, {}, frozenset())
    assert made["force"] == {"from": since}
