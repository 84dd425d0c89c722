"""Values of a draft: put in once with their place, looked up and taken out by their keys."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.draft import SubjectDraft
from generator.read.placed_values import SectionText

HERE, THERE = DocumentPlace(paragraph=1), DocumentPlace(paragraph=2)


def draft(**values):
    made = SubjectDraft("project")
    for name, value in values.items():
        made.put(tuple(int(k) if k.isdigit() else k for k in name.split("_")), value, HERE)
    return made


def test_what_is_put_in_opens_the_tables_and_lists_that_it_stands_in():
    made = draft(goals_0_indicator_0_name="购书", funds_spent=Decimal(95))
    assert made.values == {
        "goals": [{"indicator": [{"name": "购书"}]}],
        "funds": {"spent": Decimal(95)},
    }
    assert made.get(("goals", 0, "indicator", 0, "name")) == "购书"


@pytest.mark.parametrize(
    "keys", [("goals", 0), ("goals", 1, "name"), ("funds", "spent", "x"), ("result",)]
)
def test_keys_that_lead_nowhere_give_nothing(keys):
    assert draft(funds_spent=Decimal(95)).get(keys) is None


def test_a_second_value_that_differs_is_listed_and_the_first_one_stays():
    made = draft(funds_spent=Decimal(95))
    made.put(("funds", "spent"), Decimal(96), THERE)
    assert made.get(("funds", "spent")) == Decimal(95)
    (conflict,) = made.conflicts
    assert (conflict.old, conflict.new, conflict.place) == (Decimal(95), Decimal(96), THERE)


def test_a_value_is_taken_out_with_its_place_and_its_table_stays():
    made = draft(stated_total=Decimal(90))
    assert made.take(("stated", "total")) == (Decimal(90), HERE)
    assert (made.values, made.places) == ({"stated": {}}, {})
    assert made.take(("stated", "total")) == (None, None)


def test_tables_that_hold_nothing_else_go_with_a_value_and_rows_of_a_list_stay():
    made = draft(tables_a_row_x=Decimal(1), tables_b_0_x=Decimal(2))
    made.take_clean(("tables", "a", "row", "x"))
    made.take_clean(("tables", "b", 0, "x"))
    assert made.values == {"tables": {"b": [{}]}}


@pytest.mark.parametrize(
    ("text", "places"), [("修渠。", (HERE,)), ("修渠。\n护岸。", (HERE, THERE))]
)
def test_each_line_of_a_text_has_its_place(text, places):
    made = draft()
    made.put_section(("result",), text, SectionText("", 1, text, HERE, places))
    assert made.lines == {("result",): places}


def test_a_text_whose_lines_are_not_known_has_the_place_of_its_first():
    made = draft()
    made.put_section(("result",), "修渠。", SectionText("", 1, "修渠。", HERE, (HERE, THERE)))
    assert (made.lines, made.places) == ({}, {("result",): HERE})
