"""Words of a page are found by what they say and their order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.web.pages.places import find_in_order


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("支出95万元，预算100万元", ["95万元", "100万元"], [(2, 6), (9, 14)]),
        ("1001、100", ["100"], [(5, 8)]),
        ("100%和100", ["100"], [(5, 8)]),
        ("3.5和3", ["3"], [(4, 5)]),
        ("95、95", ["95", "95"], [(0, 2), (3, 5)]),
        ("乙2甲1", ["1", "2"], [(3, 4), (1, 2)]),
        ("10\r\n20", ["10", "20"], [(0, 2), (4, 6)]),
        ("丰富\r\n馆藏。", ["丰富馆藏。"], [(0, 7)]),
        ("购书 95 册", ["购书95册"], [(0, 7)]),
        ("没有", ["1"], [None]),
        ("", ["", " "], [None, None]),
    ],
)
def test_each_stretch_has_its_place(text, wanted, found):
    assert find_in_order(text, wanted) == found


@given(st.text("12. \n%a", max_size=40), st.lists(st.text("12a ", max_size=3), max_size=12))
def test_no_place_is_taken_twice_and_words_stand_there(text, wanted):
    seen: set[int] = set()
    for shown, found in zip(wanted, find_in_order(text, wanted), strict=True):
        if found is not None:
            said = text[slice(*found)]
            assert "".join(said.split()) == "".join(shown.split())
            own = {n for n in range(*found) if not text[n].isspace()}
            assert seen.isdisjoint(own)
            seen |= own
