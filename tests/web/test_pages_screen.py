"""Numbers of a page are found by their words and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.web.pages_screen import find_in_order


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("支出95万元，预算100万元", ["95万元", "100万元"], [2, 9]),
        ("1001、100", ["100"], [5]),
        ("100%和100", ["100"], [5]),
        ("3.5和3", ["3"], [4]),
        ("95、95", ["95", "95"], [0, 3]),
        ("乙2甲1", ["1", "2"], [3, 1]),
        ("没有", ["1"], [None]),
        ("", [""], [None]),
    ],
)
def test_each_number_has_its_place(text, wanted, found):
    assert find_in_order(text, wanted) == found


@given(st.text("12.%a", max_size=40), st.lists(st.text("12a", max_size=3), max_size=12))
def test_no_place_is_taken_twice_and_words_stand_there(text, wanted):
    seen: set[int] = set()
    for shown, at in zip(wanted, find_in_order(text, wanted), strict=True):
        if at is not None:
            assert text[at : at + len(shown)] == shown
            own = set(range(at, at + len(shown)))
            assert seen.isdisjoint(own)
            seen |= own
