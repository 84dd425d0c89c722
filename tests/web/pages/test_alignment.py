"""Two texts that say the same are laid side by side; what could be two places is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.web.pages.alignment import aligned

_ROW = "年度资金总额161616100%1010"


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("", "", []),
        ("", "甲", []),
        ("甲", "", [-1]),
        ("甲乙", "甲乙", [0, 1]),
        ("甲乙", "页甲乙", [1, 2]),
        ("甲乙丙丁", "甲乙－页－丙丁", [0, 1, 5, 6]),
        (_ROW, _ROW, [*range(len(_ROW))]),
        (f"甲{_ROW}乙", f"页眉甲{_ROW}乙", [*range(2, len(_ROW) + 4)]),
        ("甲1616乙", "甲16乙", [0, -1, -1, -1, -1, 3]),  # which of both is missing nobody knows
        ("甲，乙", "甲乙，", [0, -1, -1]),
    ],
)
def test_each_character_has_its_place_or_none(text, other, found):
    assert aligned(text, other) == found


@given(
    st.lists(st.sampled_from(["16", "10", "0", "100%", "47件", "甲乙丙"]), max_size=12),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["第1页", "页眉"])), max_size=3),
)
def test_what_pages_say_besides_never_moves_a_number(cells, besides):
    text = "".join(cells)
    signs: list[tuple[str, int]] = [(sign, n) for n, sign in enumerate(text)]
    for at, words in besides:
        signs[at:at] = [(sign, -1) for sign in words]
    found = aligned(text, "".join(sign for sign, _ in signs))
    there = {own: at for at, (_, own) in enumerate(signs) if own >= 0}
    same = "".join(sign for sign, own in signs if own >= 0) == text
    assert same
    for own, at in enumerate(found):
        assert at == -1 or signs[at][0] == text[own]
        assert at in (-1, there[own]) or text[own] == "1"  # the number of a page


@given(st.text("12%甲", max_size=40), st.text("12%甲", max_size=40))
def test_places_rise_and_the_same_stands_there(text, other):
    found = aligned(text, other)
    known = [at for at in found if at >= 0]
    assert known == sorted(set(known))
    assert all(at < 0 or text[n] == other[at] for n, at in enumerate(found))
