"""Slips made by rule: of sentences that are right, each with one slip as people make them.

Seeded, so that a sample can be made again. Homophones are those that pinyin input offers: common
characters and words of the same syllables.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")
_CHINESE = re.compile("[一-鿿]{4,}")
_SHORTEST = 12
_COMMON = 2000  # how often a character is met that pinyin input offers among the first
_COMMON_WORD = 150
_LONGEST_DOUBLED = 4
_TRIES = 20
_KINDS = ("sound", "sound", "sound", "sound", "word", "doubled", "swapped")
Cut = Callable[[str], Iterable[tuple[int, str]]]


class MadeSlip(NamedTuple):
    """A sentence with one slip from ``start`` to ``end``, and what stood there."""

    kind: str
    text: str
    start: int
    end: int
    right: str


class SlipMaker:
    """Makes slips with a list of words and the readings of characters."""

    def __init__(
        self,
        counts: Mapping[str, int],
        readings: Mapping[str, Sequence[str]],
        plain: Callable[[str], str],
    ) -> None:
        self._counts, self._readings, self._plain = counts, readings, plain
        self._same: dict[str, list[str]] = defaultdict(list)
        for character, said in readings.items():
            if counts.get(character, 0) >= _COMMON:
                self._same[plain(said[0])].append(character)
        self._words: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for word, count in counts.items():
            if len(word) == 2 and count >= _COMMON_WORD and all(c in readings for c in word):
                self._words[self._key(word)].append(word)
        self._make_wrong = {
            "sound": self._sound,
            "word": self._word,
            "doubled": self._doubled,
            "swapped": self._swapped,
        }

    def sample(self, texts: Sequence[str], seed: int, cut: Cut) -> Iterator[MadeSlip]:
        """Make one slip in each sentence, kinds by lot."""
        rng = random.Random(seed)  # noqa: S311 - a sample, no secret
        for text in texts:
            for sentence in _sentences(text):
                for _ in range(_TRIES):
                    slip = self._make(sentence, rng.choice(_KINDS), rng, cut)
                    if slip is not None:
                        yield slip
                        break

    def _make(self, sentence: str, kind: str, rng: random.Random, cut: Cut) -> MadeSlip | None:
        words = [(at, word) for at, word in cut(sentence) if len(word) > 1]
        if not words:
            return None
        at, word = rng.choice(words)
        wrong = self._make_wrong[kind](word, rng)
        if not wrong or wrong == word:
            return None
        text = sentence[:at] + wrong + sentence[at + len(word) :]
        return MadeSlip(kind, text, at, at + len(wrong), word)

    def _sound(self, word: str, rng: random.Random) -> str:
        at = rng.randrange(len(word))
        said = self._readings.get(word[at], ("",))[0]
        others = [c for c in self._same[self._plain(said)] if c != word[at]]
        weights = [self._counts[c] for c in others]
        return word[:at] + rng.choices(others, weights)[0] + word[at + 1 :] if others else ""

    def _word(self, word: str, rng: random.Random) -> str:
        if len(word) != 2:
            return ""
        others = [other for other in self._words.get(self._key(word), ()) if other != word]
        return rng.choice(others) if others else ""

    def _doubled(self, word: str, rng: random.Random) -> str:
        del rng
        return word * 2 if len(word) <= _LONGEST_DOUBLED else ""

    def _swapped(self, word: str, rng: random.Random) -> str:
        at = rng.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    def _key(self, word: str) -> tuple[str, ...]:
        return tuple(self._plain(self._readings[c][0]) if c in self._readings else c for c in word)


def _sentences(text: str) -> Iterator[str]:
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if len(sentence) >= _SHORTEST and _CHINESE.search(sentence):
            yield sentence
