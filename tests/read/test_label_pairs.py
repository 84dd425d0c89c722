"""Words that nobody knows beside a value: a label, or one much like a known one, by their points."""

import pytest

from generator.read.label_pairs import PairReader
from generator.read.table_rows import Spot
from tests.foreign import book
from tests.read.cells import desk, row, table

KNOWN, LIKE = "项目名称", "项目的名称"


def role(text, points):
    pairs = PairReader(table("甲 | 乙"), desk(), "word", None)
    pairs._points = lambda _found, _index: points
    return pairs._named([Spot(cell, "") for cell in row(f"{text} | 乙")], 0).role


@pytest.mark.parametrize(("points", "is_label"), [(2.0, False), (2.5, True)])
def test_two_points_and_a_half_make_a_label(points, is_label):
    assert role("养护频次", points) == ("unknown" if is_label else "")


@pytest.mark.parametrize(("points", "is_like"), [(1.0, False), (1.5, True)])
def test_one_point_and_a_half_makes_a_label_of_what_is_much_like_one(points, is_like):
    assert role(LIKE, points) == (book().like(LIKE) if is_like else "")
    assert book().like(LIKE) == book().role(KNOWN)
