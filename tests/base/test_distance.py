"""The distance of two words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.distance import common_ends, edit_distance

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


@given(st.text("甲乙", max_size=7), st.text("甲乙", max_size=7))
def test_common_ends_are_shared_never_overlap_and_stop_at_a_difference(one, other):
    start, end = common_ends(one, other)
    assert one[:start] == other[:start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end <= min(len(one), len(other))
    if start + end < min(len(one), len(other)):
        assert one[start] != other[start]
        assert one[-1 - end] != other[-1 - end]
