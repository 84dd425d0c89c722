"""The most that a candidate can come to before the words beside it are looked at, which takes longer."""

from generator.wording.slips.candidate import Candidate, Kind
from generator.wording.slips.settings import Settings
from generator.wording.slips.signs import Signs
from generator.wording.slips.weighing import score_of

_ROUNDED = 1e-6  # more than sums in another order differ by
# What the words beside a candidate may yet be seen to say. A score is a sum over these.
_OPEN: tuple[tuple[Signs, ...], ...] = (
    (Signs(torn=True),),
    (Signs(linked=1), Signs(linked=2)),
    (Signs(at_home=1), Signs(at_home=2)),
    (Signs(stray=1), Signs(stray=2)),
)


def least_bare(kind: Kind, settings: Settings) -> float:
    """Return what a candidate of a kind has to come to by itself, so that words beside it can lift it enough."""
    one = Candidate(0, 2, "", kind)
    alone = score_of(one, Signs(), settings)
    lifts = (
        max(alone, *(score_of(one, signs, settings) for signs in each)) - alone for each in _OPEN
    )
    return settings.weights.told - sum(lifts) - _ROUNDED
