"""A rate of the money: with how many places it is printed."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell
from generator.read.draft import SubjectDraft
from generator.read.funds_row import note_places

CELL = ReadCell("", DocumentPlace(table=1, row=4, column=8), 3, 7)


@pytest.mark.parametrize(
    ("rate", "places"),
    [("95", 0), ("95.1", 1), ("95.12", None), ("95.123", 3), ("95.1234", 4), ("95.12345", 4)],
)
def test_places_are_noted_where_they_are_not_two_and_four_at_most(rate, places):
    subject = SubjectDraft("project")
    note_places(Decimal(rate), subject, CELL)
    assert subject.get(("funds", "rate-places")) == places
