"""Words that may name a field, at the lengths up to which they do."""

import pytest

from generator.read.cell_kinds import label_points, looks_like_label
from tests.foreign import book


@pytest.mark.parametrize(
    ("text", "is_label"),
    [
        ("栏" * 22, True),
        ("栏" * 23, False),
        ("是否" + "栏" * 58, True),
        ("是否" + "栏" * 59, False),
        ("是否公开" + " " * 116, True),  # a question with its blanks
        ("是否公开" + " " * 117, False),
        ("栏目", True),
        ("栏", False),
    ],
)
def test_a_label_is_short_and_a_question_may_be_longer(text, is_label):
    assert looks_like_label(text, book()) is is_label


@pytest.mark.parametrize(("length", "points"), [(8, 1.0), (9, 0.5), (22, 0.5), (23, -1.0)])
def test_a_label_of_eight_signs_is_surer_than_a_longer_one(length, points):
    assert label_points("栏" * length, book()) == points
