"""What a run of characters is by itself: its longer words, and what may be wrong in it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.wording.lexicon.asked import Asked
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.lost import SHORTEST_LONG
from generator.wording.slips.beside import is_led, missing, out_of_place
from generator.wording.slips.candidate import Candidate, Kind, wrong_places
from generator.wording.slips.candidates import LooksAlike, added, doubled, dropped, swapped
from generator.wording.slips.ceiling import least_bare
from generator.wording.slips.character_run import Run, cut
from generator.wording.slips.cuts import Cuts
from generator.wording.slips.settings import Settings
from generator.wording.slips.signs import Signs, bare_signs, signs_of
from generator.wording.slips.sound_text import (
    is_estate,
    is_paired,
    is_person,
    is_place,
    is_suffixed,
)
from generator.wording.slips.sounding import Sounding, sounding_alone, sounding_long
from generator.wording.slips.strangeness import unexplained
from generator.wording.slips.weighing import score_of

_LEAST_GAIN = 0.0
_LEAST_GAINS: Mapping[Kind, float] = {"missing": 5.0, "word": -9.0}  # these are proved otherwise
_LEAST_OF_HALF = 0.0
_LEAST_BETTER = 0.5  # neighbours that read hardly better are not worth two cuts
_LEAST_OF_LONG = -1.0
_BOTH = 2  # sides of a word
_HEARD = ("tone", "plain", "near")
_CHECKED = ("doubled", "missing")  # what proves these is not how characters follow


class Looked(NamedTuple):
    """What a run of characters is, wherever it stands: its longer words, and what may be wrong."""

    words: tuple[str, ...]
    strange: int  # characters that look poor and are explained by no candidate
    run: Run | None = None  # only where something may be
    candidates: tuple[tuple[Candidate, Signs], ...] = ()


class Look:
    """Looks at runs with one lexicon, and remembers of their characters what comes again."""

    def __init__(self, lexicon: Lexicon, settings: Settings) -> None:
        self._lexicon, self._settings = lexicon, settings
        self._sounding = Sounding(lexicon)
        self._looks = LooksAlike(lexicon, settings.shapes)
        self._least_bare = Asked(partial(least_bare, settings=settings))

    def at(self, edged: str) -> Looked:
        """Cut a run, and give the candidates that a document could speak for so as to be told."""
        run = cut(edged, self._lexicon)
        cuts = Cuts(run, self._lexicon)
        found = []
        for one in dict.fromkeys(self._candidates(run)):
            neighbours = run.better(one.start, one.end, one.wanted, self._lexicon)
            is_checked = one.kind not in _CHECKED
            is_long = len(one.wanted) >= SHORTEST_LONG and one.kind in _HEARD
            least = _LEAST_OF_LONG if is_long else _LEAST_BETTER
            if is_checked and (neighbours <= least or (one.kind != "word" and _is_own(run, one))):
                continue
            gain = cuts.gain(one)
            if one.kind != "missing" and gain <= _LEAST_GAINS.get(one.kind, _LEAST_GAIN):
                continue
            bare = bare_signs(run, one, self._lexicon, neighbours, gain)
            if score_of(one, bare, self._settings) < self._least_bare[one.kind]:
                continue
            if self._is_name_or_pair(run, one):
                continue
            if is_place(run, one, self._settings, self._lexicon):
                continue
            signs = signs_of(cuts, one, bare)
            if one.kind == "missing" and signs.stray and not signs.linked:
                continue  # 苇|业, 苏|生|器: what stands beside it is half a word as well
            most = score_of(one, signs, self._settings)
            is_enough = one.kind != "missing" or gain > self._least_of_half(run, one, signs)
            if is_enough and most >= self._settings.weights.told:
                found.append((one, signs))
        words = tuple(word for word in run.words if len(word) > 1)
        strange = unexplained(run, (one for one, _ in found))
        return Looked(words, strange, run, tuple(found)) if found else Looked(words, strange)

    def _least_of_half(self, run: Run, one: Candidate, signs: Signs) -> float:
        """Say from which gain on half a word is worth a look: it is proved by its neighbours."""
        is_linked = signs.linked == _BOTH or is_led(run, one, self._lexicon)
        return _LEAST_OF_HALF if is_linked else _LEAST_GAINS["missing"]

    def _is_name_or_pair(self, run: Run, one: Candidate) -> bool:
        return (
            is_paired(run, one, self._settings)
            or is_estate(run, one, self._settings)
            or is_person(run, one, self._settings, self._lexicon)
            or is_suffixed(run, one, self._settings, self._lexicon)
        )

    def _candidates(self, run: Run) -> Iterator[Candidate]:
        yield from doubled(run, self._lexicon, self._settings)
        sounds = self._lexicon.sounds(run.text)
        yield from sounding_long(run, sounds, self._lexicon)
        if True in run.is_strange:
            yield from self._looks.find(run)
            yield from swapped(run, self._lexicon, self._settings)
        if True in run.is_weak:
            yield from self._sounding.find(run, sounds)
            yield from dropped(run, self._lexicon, self._settings)
            yield from added(run, self._lexicon, self._settings)
        yield from missing(run, self._lexicon, self._settings)
        yield from out_of_place(run, self._lexicon)
        yield from sounding_alone(run, sounds, self._lexicon)


def _is_own(run: Run, one: Candidate) -> bool:
    """Tell whether all that would change lies in words of one's own, and not in a longer one."""
    if max(run.own[one.start : one.end]) < len(one.wanted):
        return False
    wrong = wrong_places(run.text[one.start : one.end], one.wanted)
    return bool(wrong) and all(run.own[one.start + at] >= len(one.wanted) for at in wrong)
