"""How strange a document's words are: more is asked where much is of a craft that no list holds."""

import pytest

from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run
from generator.wording.slips.strangeness import Strangeness, unexplained

# Of a run of six characters: which look poor, where a slip is, and how many it does not explain.
RUNS = [
    ("······", None, 0),
    ("··**··", None, 2),
    ("··**··", (2, 4), 0),
    ("·****·", (2, 4), 0),  # those beside it look poor because of it
    ("*····*", (2, 3), 2),
    ("**··**", (0, 1), 2),
]


def run_of(poor):
    is_weak = tuple(sign == "*" for sign in poor)
    return Run("一二三四五六", "", (), is_weak, is_weak, is_weak, (), ())


@pytest.mark.parametrize(("poor", "slip", "left"), RUNS)
def test_what_a_slip_does_not_explain_is_strange(poor, slip, left):
    candidates = [Candidate(*slip, "字", "tone")] if slip else []
    assert unexplained(run_of(poor), candidates) == left


@pytest.mark.parametrize(
    ("size", "strange", "over"),
    [
        (0, 0, 0.0),
        (5_000, 100, 0.0),  # plain prose
        (5_000, 400, 0.0),  # as usual
        (9, 9, 0.027),  # a few characters prove nothing
        (5_000, 1_000, 0.113),
        (5_000, 5_000, 0.25),  # and there is an end to it
    ],
)
def test_the_share_over_the_usual_is_told(size, strange, over):
    assert Strangeness(size, strange).over == pytest.approx(over, abs=0.001)
