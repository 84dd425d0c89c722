"""The distance of two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.distance import edit_distance

words = st.text("甲乙丙丁", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ("", "", 0),
        ("", "甲乙", 2),
        ("按期办结回报率", "按期办结回告率", 1),
        ("的氛围", "的社会氛围", 2),
        ("甲乙", "乙甲", 2),
        ("kitten", "sitting", 3),
    ],
)
def test_known_distances(one, other, distance):
    assert edit_distance(one, other) == distance


@given(words, words, words)
def test_it_is_a_distance(one, other, third):
    assert edit_distance(one, one) == 0
    assert edit_distance(one, other) == edit_distance(other, one)
    assert edit_distance(one, third) <= edit_distance(one, other) + edit_distance(other, third)


@given(words, st.integers(0, 8), st.sampled_from("甲乙丙丁戊"))
def test_one_more_character_is_one_edit(word, at, char):
    assert edit_distance(word, word[:at] + char + word[at:]) == 1
