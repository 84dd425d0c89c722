"""The most that a candidate can come to is never less than what it comes to."""

from itertools import product

import pytest

from generator.wording.slips.candidate import Candidate
from generator.wording.slips.ceiling import least_bare
from generator.wording.slips.signs import Signs
from generator.wording.slips.weighing import score_of

KINDS = ("tone", "plain", "near", "shape", "swap", "doubled", "dropped", "added", "missing", "word")
BESIDE = ("linked", "at_home", "stray", "torn")
SEEN = [dict(zip(BESIDE, seen, strict=True)) for seen in product(*[range(3)] * 3, range(2))]
BARE = Signs(gain=6.0, neighbours=7.0, common=8.0, partly=0.5, long=True, strange=True)


def best(kind, settings):
    """What a candidate comes to when the words beside it are as good as they can be."""
    return max(score_of(Candidate(0, 2, "效益", kind), BARE._replace(**s), settings) for s in SEEN)


@pytest.mark.parametrize("kind", KINDS)
def test_a_candidate_is_left_where_the_best_words_beside_it_would_not_do(slips, kind):
    settings = slips._settings
    lift = best(kind, settings) - score_of(Candidate(0, 2, "效益", kind), BARE, settings)
    assert settings.weights.told - least_bare(kind, settings) == pytest.approx(lift, abs=2e-6)


def test_what_speaks_for_a_slip_where_ours_speaks_against_it_is_counted(slips):
    weights = slips._settings.weights
    settings = slips._settings._replace(weights=weights._replace(stray=0.5, linked=-1.0))
    lift = weights.told - least_bare("tone", settings)
    assert lift == pytest.approx(1.0, abs=2e-6)
