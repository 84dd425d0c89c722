"""Two lists that mean the same in one order."""

import pytest

from generator.read.list_alignment import aligned


def same(a, b):
    return float(a == b)


@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("", "", []),
        ("abc", "", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "axc", [(0, 0), (2, 2)]),
        ("abc", "xabc", [(0, 1), (1, 2), (2, 3)]),
        ("ba", "ab", [(0, 1)]),
    ],
)
def test_what_is_alike_is_paired_in_order(left, right, pairs):
    assert len(aligned(left, right, same)) == len(pairs)
    if left != "ba":  # either of two is as good
        assert aligned(left, right, same) == pairs


def test_one_that_repeats_has_several_partners():
    found = aligned(
        "a*b", "a123b", lambda x, y: 0.5 if x == "*" and y.isdigit() else same(x, y), "*".__eq__
    )
    assert found == [(0, 0), (1, 1), (1, 2), (1, 3), (2, 4)]
