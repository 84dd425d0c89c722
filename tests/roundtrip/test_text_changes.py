"""What differs between two texts, told so that a person would say it like this."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.roundtrip.text_changes import Change, Shift, changes_between, gathered, meets

TEXTS = st.text("甲乙丙1 2.，。", max_size=14)


@given(TEXTS, TEXTS)
def test_putting_the_changes_in_makes_the_other_text(text, other):
    made, at = "", 0
    for change in changes_between(text, other):
        made += text[at : change.start] + other[change.new_start : change.new_end]
        at = change.end
    assert made + text[at:] == other


@given(TEXTS, TEXTS)
def test_gathered_changes_make_the_other_text_too(text, other):
    made, at = "", 0
    for change in gathered(changes_between(text, other), len(text)):
        made += text[at : change.start] + other[change.new_start : change.new_end]
        at = change.end
    assert made + text[at:] == other


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert changes_between(text, text) == []


def test_a_number_changes_as_a_whole():
    assert changes_between("支出95万元", "支出195万元") == [Change(2, 4, 2, 5)]


@given(TEXTS, TEXTS)
def test_a_stretch_that_did_not_change_is_found_where_it_went(text, other):
    changes = changes_between(text, other)
    shift = Shift(changes)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if not any(c.start < end and start < c.end for c in changes) and not any(
                start < c.start < end for c in changes
            ):
                assert other[shift.begin(start) : shift.finish(end)] == text[start:end]


@pytest.mark.parametrize(
    ("changes", "length", "count"),
    [
        ([Change(0, 3, 0, 3), Change(5, 6, 5, 6)], 20, 1),
        ([Change(0, 3, 0, 3), Change(6, 7, 6, 7)], 20, 2),
        ([Change(0, 2, 0, 2), Change(4, 6, 4, 6)], 20, 2),
        ([Change(0, 3, 0, 3), Change(6, 9, 6, 9), Change(12, 15, 12, 15)], 17, 1),
        ([Change(0, 3, 0, 3), Change(6, 9, 6, 9), Change(12, 15, 12, 15)], 18, 3),
    ],
    ids=["an island of two", "of three", "both small", "most is new", "half is new"],
)
def test_scraps_are_told_as_one(changes, length, count):
    assert len(gathered(changes, length)) == count


@pytest.mark.parametrize(
    ("change", "stretch", "is_met"),
    [
        ((2, 4), (4, 6), False),
        ((2, 5), (4, 6), True),
        ((4, 4), (4, 6), False),
        ((5, 5), (4, 6), True),
        ((6, 6), (4, 6), False),
        ((3, 5), (4, 4), True),
        ((4, 5), (4, 4), False),
        ((4, 4), (4, 4), False),
    ],
)
def test_a_change_meets_what_it_reaches_into(change, stretch, is_met):
    assert meets(Change(*change, 0, 0), *stretch) == is_met
