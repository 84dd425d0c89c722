"""How well one character follows another: met, not met, never met at all."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.wording.lexicon.neighbour_counts import FIGURE, MARK, Neighbours, make_pairs

COUNTS = {"预算": 900, "预计": 30, "算数": 40, "计算": 60, "数|": 500, "#元": 800, "元|": 700}


@pytest.fixture(scope="module")
def pairs():
    return Neighbours(make_pairs(COUNTS, [("预报", 5), ("报数", 1)]))


def weight(pairs, pair):
    return pairs.weights(pair)[0]


def test_what_was_met_more_often_is_likelier_and_what_was_not_is_least(pairs):
    seen = [weight(pairs, pair) for pair in ("预算", "预计", "预报", "预龘")]
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) == len(seen)


def test_a_pair_that_was_met_once_counts_as_none(pairs):
    without = Neighbours(make_pairs(COUNTS, [("预报", 5)]))
    assert weight(pairs, "报数") == weight(without, "报数")


def test_marks_and_figures_beside_a_run_are_characters_too(pairs):
    assert weight(pairs, f"{FIGURE}元") > weight(pairs, f"{FIGURE}算")
    assert weight(pairs, f"元{MARK}") > weight(pairs, f"预{MARK}")


def test_behind_a_character_that_was_never_met_only_the_other_counts(pairs):
    assert weight(pairs, "龘算") > weight(pairs, "龘龘")


@given(st.text(alphabet="预算计数元报龘|#", min_size=2, max_size=12))
def test_each_two_neighbours_have_one_weight_below_certainty(pairs, text):
    weights = pairs.weights(text)
    assert len(weights) == len(text) - 1
    assert all(-math.inf < w <= 0 for w in weights)
    assert weights == [weight(pairs, one + other) for one, other in pairwise(text)]


def test_without_counts_nothing_is_known_and_nothing_fails():
    assert Neighbours(make_pairs({}, [])).weights("预算")[0] <= 0
