"""A neighbour that is named twice was left from a copied paper; named again and again it is meant."""

import pytest

from tests.rules.forms import BOOK, form

SAID = ("账目由石城县文化馆核对。", "问题由石城县文化馆整改。", "设备由石城县文化馆采购。")


@pytest.mark.parametrize(("times", "told"), [(1, 1), (2, 2), (3, 0)])
def test_a_neighbour_is_told_when_it_is_named_twice_at_most(times, told):
    entries = [f"0|{n}|used|own|{text}" for n, text in enumerate(SAID[:times], 3)]
    found = BOOK.findings(form(units=["永丰县文化馆"], entries=entries))
    assert len([one for one in found if one.id == "other-place"]) == told
