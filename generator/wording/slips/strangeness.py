"""How strange a document's words are: where much is of a craft that no list holds, little is proved."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run

_USUAL = 0.08  # of the characters of a plain report look poor, and nothing else was meant
_MOST_OVER = 0.25
_BEFORE = 300  # characters that count as usual, whatever the document: a few prove nothing
_BESIDE = 1  # characters beside a slip look poor because of it


class Strangeness(NamedTuple):
    """Of how many characters how many look poor without any slip."""

    size: int
    strange: int

    @property
    def over(self) -> float:
        """Return how much larger their share is than in plain reports."""
        share = (self.strange + _USUAL * _BEFORE) / (self.size + _BEFORE)
        return min(_MOST_OVER, max(0.0, share - _USUAL))


def unexplained(run: Run, candidates: Iterable[Candidate]) -> int:
    """Count the characters of a run that look poor, and of which no candidate says why."""
    if True not in run.is_weak:
        return 0
    explained: set[int] = set()
    for one in candidates:
        explained.update(range(one.start - _BESIDE, one.end + _BESIDE))
    return sum(is_weak and at not in explained for at, is_weak in enumerate(run.is_weak))
