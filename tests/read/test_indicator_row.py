"""Points of one row: what is a weight, and what stays for a person to look at."""

from decimal import Decimal

import pytest

from generator.read.draft import SubjectDraft
from generator.read.indicator_row import Row, set_points
from tests.foreign import book
from tests.read.cells import row

KEYS = ("indicator", 0)


@pytest.mark.parametrize(
    ("text", "weight", "left"),
    [("0", Decimal(0), []), ("-1", None, ["-1"]), ("十分", None, ["十分"]), ("—", None, [])],
)
def test_a_weight_is_no_less_than_nothing(text, weight, left):
    subject = SubjectDraft("project")
    (cell,) = row(text)
    set_points("weight", cell, KEYS, Row("产出/数量", {"target": "3次"}, {}, book()), subject)
    assert subject.get((*KEYS, "weight")) == weight
    assert [one.quote for one in subject.unplaced] == left
