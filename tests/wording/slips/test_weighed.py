"""Of candidates that overlap, which is told."""

import pytest

from generator.wording.slips.weighed import Weighed, best_of

# Of two candidates with their places, kinds and scores: which are told.
PAIRS = [
    ((0, 2, "tone", 3.0), (1, 3, "tone", 2.0), [(0, 2)]),
    ((0, 2, "tone", 3.0), (2, 4, "tone", 2.0), [(0, 2), (2, 4)]),
    ((0, 2, "tone", 2.0), (0, 2, "swap", 3.0), [(0, 2)]),  # most slips sound alike
    ((0, 2, "near", 2.4), (0, 1, "missing", 2.8), [(0, 2)]),  # 资量 is 质量, not 资金
    ((0, 2, "word", 0.1), (1, 2, "missing", 4.0), [(0, 2)]),
    ((0, 2, "shape", 1.0), (0, 1, "missing", 2.8), [(0, 1)]),
    ((2, 4, "tone", 1.0), (0, 1, "missing", 2.8), [(0, 1), (2, 4)]),
]


def weighed(start, end, kind, score):
    return Weighed(0, start, end, "", "", kind, (), score)


@pytest.mark.parametrize(("one", "other", "told"), PAIRS)
def test_of_those_that_overlap_the_likeliest_is_told(one, other, told):
    found = best_of([weighed(*one), weighed(*other)])
    assert [(each.start, each.end) for each in found] == told
