"""Whose form a document is: what it says decides, and of a blank one what it would say."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import Draft, SubjectDraft
from generator.read.form_subject import adopted_subject, form_subject, is_filled_in

AT = DocumentPlace(table=1, row=1, column=1)


def draft(*subjects):
    made = []
    for kind, values in subjects:
        subject = SubjectDraft(kind)
        for keys, value in values.items():
            subject.put(tuple(keys.split(".")), value, AT)
        made.append(subject)
    return Draft(subjects=made)


FILLED, BLANK = {"funds.budget": 12, "goal.expected": "修渠"}, {"goal.expected": ""}


@pytest.mark.parametrize(
    ("said", "full", "kind"),
    [
        ([("department", FILLED)], [("project", FILLED), ("department", BLANK)], "department"),
        ([("department", FILLED)], [("project", FILLED)], "department"),
        ([("project", BLANK)], [("department", FILLED)], "department"),
        ([], [("department", BLANK)], "department"),
        ([("project", FILLED)], [], "project"),
    ],
)
def test_what_a_form_says_decides_whose_it_is(said, full, kind):
    assert adopted_subject(draft(*said), draft(*full)).kind == kind


@pytest.mark.parametrize(
    ("values", "is_filled"),
    [(FILLED, True), ({"funds.spent": 0}, True), ({"goal.expected": "修渠"}, False)],
)
def test_an_amount_tells_a_form_that_was_filled_in(values, is_filled):
    assert is_filled_in(draft(("project", values))) is is_filled


def test_of_several_the_form_is_of_the_one_that_most_is_said_of():
    found = form_subject(draft(("project", BLANK), ("department", FILLED)))
    assert found is not None
    assert found.kind == "department"
