"""The pieces of a run around its candidates, as they stand and as they were meant, cut into words."""

from functools import partial

from generator.wording.lexicon.asked import Asked
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run
from generator.wording.slips.segment import best_cut

_BESIDE = 6  # characters on each side that are cut again


class Cuts:
    """Cuts each piece once: many candidates stand in the same place, and each is asked for twice."""

    def __init__(self, run: Run, lexicon: Lexicon) -> None:
        self.run, self.lexicon = run, lexicon
        self._cut = Asked(partial(best_cut, lexicon=lexicon))

    def gain(self, one: Candidate) -> float:
        """Say how much better the text reads with a candidate."""
        return self._cut[self.meant(one)][0] - self._cut[self.there(one)][0]

    def starts(self, text: str) -> list[int]:
        """Return where the words of a piece of the run begin."""
        return self._cut[text][1]

    def there(self, one: Candidate) -> str:
        """Return what stands at a candidate, with what is beside it."""
        return self.run.text[self.low(one) : one.end + _BESIDE]

    def meant(self, one: Candidate) -> str:
        """Return the same as it would be with the candidate."""
        text = self.run.text
        return text[self.low(one) : one.start] + one.wanted + text[one.end : one.end + _BESIDE]

    def low(self, one: Candidate) -> int:
        """Return where what is looked at begins."""
        return max(0, one.start - _BESIDE)
