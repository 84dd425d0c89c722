"""A number that nobody understood is beside a finding where it may be one of its parts."""

import pytest

from generator.rules.unread_beside import Unread
from tests.rules.forms import at, form

ROWS = ["产出/数量|修剪|≥3次|3次|60|60", "效益/社会效益|整洁|好|好|40|40"]


def lifted(place, up=20):
    return place._replace(row=place.row + up)


def unread(row):
    said = form(rows=ROWS, entries=[f"{row}|5|unread||100"])
    # The rows of the indicators stand below those of the money.
    below = tuple(r._replace(name=r.name._replace(place=lifted(r.name.place))) for r in said.rows)
    return Unread(said._replace(rows=below))


@pytest.mark.parametrize(
    ("where", "row", "is_beside"),
    [(4, 6, True), (4, 20, True), (4, 21, False), (21, 23, True), (21, 20, True)],
)
def test_a_number_among_the_indicators_is_no_source_of_the_money_above_them(where, row, is_beside):
    assert unread(row).is_beside(at(where, 5), "column") is is_beside


def test_another_column_and_words_are_not_beside():
    assert not unread(6).is_beside(at(4, 6), "column")
    words = form(rows=ROWS, entries=["6|5|unread||尚未审定"])
    assert not Unread(words).is_beside(at(4, 5), "column")
