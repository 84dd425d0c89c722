"""Words that sound like what stands there: any where it is poor, long ones of our own everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.wording.lexicon.alike import words_in
from generator.wording.lexicon.asked import Asked
from generator.wording.lexicon.lexicon import Lexicon, Nature
from generator.wording.lexicon.lost import LONGEST_SOUNDING, SHORTEST_LONG
from generator.wording.slips.beside import is_typed_so
from generator.wording.slips.candidate import Candidate, Kind
from generator.wording.slips.character_run import Run

_SHORTEST = 2
_NATURES: tuple[Nature, ...] = ("tone", "plain", "near", "")


def sounding_long(run: Run, sounds: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give long words of our own where nothing is poor: few begin as anything in a text sounds."""
    text, is_weak = run.text, run.is_weak
    long_starts = lexicon.long_starts
    for start in range(len(text) - SHORTEST_LONG + 1):
        if sounds[start : start + SHORTEST_LONG] not in long_starts:
            continue
        lines = lexicon.long_sounding[sounds[start : start + 2]]
        for stop in range(start + SHORTEST_LONG, min(len(text), start + LONGEST_SOUNDING) + 1):
            if True not in is_weak[start:stop]:
                words = words_in(lines, sounds[start + 2 : stop])
                for word, kind in _near(text[start:stop], words, lexicon):
                    yield Candidate(start, stop, word, kind)


class Heard(NamedTuple):
    """Words that begin at a place and sound like so many characters there."""

    size: int
    pair: str  # the first two sounds
    words: Sequence[str]
    near: Sequence[tuple[str, Kind]] = ()  # of three characters and more: which are near enough


class Sounding:
    """Remembers what was heard: the same few characters stand in many runs."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._heard: dict[tuple[str, int], Sequence[Heard]] = {}
        # Of three characters that no longer word begins with what follows does not matter.
        self._short: tuple[dict[str, Sequence[Heard]], ...] = ({}, {})
        self._better = Asked(self._find_better)

    def find(self, run: Run, sounds: str) -> Iterator[Candidate]:
        """Give all words that hold a place where what stands there is poor."""
        text, size, is_weak = run.text, len(run.text), run.is_weak
        edges = {0, *accumulate(map(len, run.words))}
        for start in range(size - 1):
            end = min(size, start + LONGEST_SOUNDING)
            if True not in is_weak[start:end]:
                continue
            first = max(is_weak.index(True, start) + 1 - start, _SHORTEST)
            for heard in self._hear(text[start:end], sounds[start:end], first):
                stop = start + heard.size
                if heard.size > _SHORTEST:
                    for word, kind in heard.near:
                        yield Candidate(start, stop, word, kind)
                    continue
                for word, kind in self._better[run.edged[start : start + 4], heard.pair]:
                    yield Candidate(start, stop, word, kind)
                if {start, stop} <= edges and not self._lexicon.knows(text[start:stop]):
                    yield from _typed_so(run, start, heard.words, self._lexicon)

    def _hear(self, text: str, sounds: str, first: int) -> Sequence[Heard]:
        """Find the words of so many characters or more that begin some text."""
        short, three = self._short[first > _SHORTEST], text[: _SHORTEST + 1]
        found = short.get(three)
        if found is None:
            found = self._heard.get((text, first))
        if found is None:
            ends = range(first, len(text) + 1)
            found, goes_on = _all_alike(text, sounds, ends, self._lexicon)
            if goes_on:
                self._heard[text, first] = found
            else:
                short[three] = found
        return found

    def _find_better(self, key: tuple[str, str]) -> Sequence[tuple[str, Kind]]:
        """Find words of two characters of which one is wrong, and that stand better between their neighbours.

        Most words are wrong in both, or in none; there is no need to ask how they sound.
        """
        four, pair = key
        before, one, other, after = (*four,)
        likely, here = self._lexicon.neighbours.likely, one + other
        as_first = likely[here] + likely[other + after]
        as_last = likely[here] + likely[before + one]
        better: list[str] = []
        for word in words_in(self._lexicon.sounding[pair], ""):
            if word[0] == one:
                if word[1] != other and likely[word] + likely[word[1] + after] > as_first:
                    better.append(word)
            elif word[1] == other and likely[word] + likely[before + word[0]] > as_last:
                better.append(word)
        return _near(here, better, self._lexicon)


def sounding_alone(run: Run, sounds: str, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that two characters by themselves sound like, where such a word was met: 全部|到|为."""
    at = 0
    for one, other in pairwise((*run.words, "")):
        if len(one) == len(other) == 1 and not (run.is_weak[at] or run.is_weak[at + 1]):
            stop = at + _SHORTEST
            for word in words_in(lexicon.sounding[sounds[at:stop]], ""):
                if word != one + other and is_typed_so(run, at, stop, word, lexicon):
                    yield Candidate(at, stop, word, "word")
        at += len(one)


def _near(there: str, words: Iterable[str], lexicon: Lexicon) -> Sequence[tuple[str, Kind]]:
    """Return words that are near enough to what stands there, and how near."""
    found: list[tuple[str, Kind]] = []
    for word in words:
        nature = _nature(there, word, lexicon)
        if nature is not None:
            found.append((word, nature))
    return found


def _typed_so(run: Run, start: int, words: Iterable[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words of two characters that are wrong in both, or in one that is read otherwise alone."""
    there, stop = run.text[start : start + _SHORTEST], start + _SHORTEST
    for word in words:
        if _nature(there, word, lexicon) is None and is_typed_so(run, start, stop, word, lexicon):
            yield Candidate(start, stop, word, "word")


def _all_alike(
    text: str, sounds: str, ends: range, lexicon: Lexicon
) -> tuple[Sequence[Heard], bool]:
    """Find words, one character perhaps read otherwise than alone, and whether longer ones may follow."""
    begins, is_longer = f"\n{sounds[2:3]}", ends[0] > _SHORTEST
    found: list[Heard] = []
    lines, goes_on = "", False
    for pair in _pairs(text, sounds, lexicon):
        lines = lexicon.sounding[pair]
        is_begun = begins in lines
        goes_on = goes_on or is_begun
        if is_begun or (lines and not is_longer):
            for end in ends if is_begun else ends[:1]:
                if words := words_in(lines, sounds[2:end]):
                    near = _near(text[:end], words, lexicon) if end > _SHORTEST else ()
                    found.append(Heard(end, pair, words, near))
    if lines and ends[-1] > _SHORTEST:
        thirds = lexicon.other_sounds[text[_SHORTEST]]
        goes_on = goes_on or any(f"\n{third}" in lines for third in thirds)
        if goes_on:
            found += _read_otherwise(text, sounds, ends, lexicon)
    return found, goes_on


def _pairs(text: str, sounds: str, lexicon: Lexicon) -> Sequence[str]:
    """Return how the first two characters may be read, as alone last."""
    first, second = sounds[0], sounds[1]
    pairs = [other + second for other in lexicon.other_sounds[text[0]]]
    pairs += [first + other for other in lexicon.other_sounds[text[1]]]
    return [*pairs, first + second]


def _read_otherwise(text: str, sounds: str, ends: range, lexicon: Lexicon) -> Iterator[Heard]:
    """Give words of which a character behind the second is read otherwise than alone."""
    pair = sounds[:_SHORTEST]
    lines = lexicon.sounding[pair]
    for at in range(_SHORTEST, ends[-1]):
        for other in lexicon.other_sounds[text[at]]:
            read = sounds[2:at] + other + sounds[at + 1 : ends[-1]]
            for end in ends:
                if end > at and (words := words_in(lines, read[: end - 2])):
                    yield Heard(end, pair, words, _near(text[:end], words, lexicon))


def _nature(there: str, word: str, lexicon: Lexicon) -> Kind | None:
    """Say how alike the characters sound that differ, unless too many do or some do not at all."""
    wrong = [(one, other) for one, other in zip(there, word, strict=False) if one != other]
    if not wrong or len(wrong) > max(1, len(there) // 2):
        return None
    worst = max(_NATURES.index(lexicon.nature(one, other)) for one, other in wrong)
    return _NATURES[worst] or None
