"""The same sentence worded differently, among many: found by shared stretches, proved by distance."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.base.distance import edit_distance
from generator.base.pattern import Pattern
from generator.wording.passage import pairs_of

SHORTEST = 16
_STRETCH = 6
_SKETCH = 4
_MOST_IN_BUCKET = 8
_ALIKE = 6  # one character in so many may differ
_PER_EDIT = 2
_LAST_BIT = 1023
_SHORT = 3
_MARKED = Pattern(r"[#\x00-\x1f]")
_SENTENCE = Pattern(r"[^。；！？\n]+[。；！？]?")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a text with their offsets."""
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if sentence:
            yield found.start() + len(found[0]) - len(found[0].lstrip()), sentence


class NearSentences:
    """Sentences that others are held against.

    Every sentence is put into the buckets of its few smallest stretches, and another is compared
    with a few of those that lie there: the work grows with the number of sentences.
    """

    def __init__(self) -> None:
        self._buckets: dict[int, list[_Signs]] = defaultdict(list)

    def near(self, text: str) -> str:
        """Return one that differs in few characters (empty: there is none)."""
        most, signs, own = len(text) // _ALIKE, frozenset(text), _signs(text)
        bits, most_pairs = own.bits, _PER_EDIT * most
        shortest, longest = len(text) - most, len(text) + most
        seen: set[str] = set()  # what shares one stretch often shares the next
        for key in own.sketch:
            for other in self._buckets.get(key, ()):
                if other.text in seen:
                    continue
                seen.add(other.text)
                # An edit takes one character away and breaks two pairs: few need the distance.
                # Pairs that share a bit hide each other, so bits never speak against what is near.
                if (
                    shortest <= len(other.text) <= longest
                    and (bits & other.lacking).bit_count() <= most_pairs
                    and len(own.pairs - other.pairs) <= most_pairs
                    and len(signs.difference(other.text)) <= most
                    and are_near(text, other.text)
                ):
                    return other.text
        return ""

    def add(self, text: str) -> None:
        """Take a sentence in."""
        own = _signs(text)
        for key in own.sketch:
            if len(self._buckets[key]) < _MOST_IN_BUCKET:
                self._buckets[key].append(own)


class SharedStretches:
    """Short stretches of sentences without names and figures: a text that has none is near to none.

    An edit breaks one of those that do not overlap, and there are more of them than edits.
    """

    def __init__(self) -> None:
        self._stretches: set[str] = set()
        self._may_have_none = False

    def add(self, key: str) -> None:
        """Take a sentence in, of which marks and not words stand for what was taken out."""
        runs = _MARKED.split(key)
        if sum(len(run) // _SHORT for run in runs) <= len(key) // _ALIKE:
            self._may_have_none = True
        self._stretches |= {
            run[at : at + _SHORT] for run in runs for at in range(len(run) - _SHORT + 1)
        }

    def may_be_near(self, text: str) -> bool:
        """Tell whether a text has to be looked at."""
        if self._may_have_none:
            return True
        own = {text[at : at + _SHORT] for at in range(len(text) - _SHORT + 1)}
        return not own.isdisjoint(self._stretches)


def near_sentences(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of sentences that differ in few characters.

    One pair says enough of a sentence: the others are near to one of the two.
    """
    known = NearSentences()
    for text in dict.fromkeys(texts):
        if len(text) >= SHORTEST:
            if other := known.near(text):
                yield other, text
            known.add(text)


class _Signs(NamedTuple):
    """What sentences are held together by: a few stretches of them, and all pairs of neighbours.

    Each pair sets a bit, so that most sentences are told apart by two numbers.
    """

    text: str
    sketch: tuple[int, ...]
    pairs: frozenset[str]
    bits: int
    lacking: int  # the bits that are not set


@lru_cache(maxsize=4)  # one that is looked for is often the next to be taken in
def _signs(text: str) -> _Signs:
    data, step = text.encode("utf-32-le"), len("x".encode("utf-32-le"))
    size = _STRETCH * step
    stretches = {data[at : at + size] for at in range(0, len(data) - size + 1, step)}
    pairs, bits = pairs_of(text), 0
    for pair in pairs:
        bits |= 1 << (hash(pair) & _LAST_BIT)
    sketch = tuple(sorted(map(zlib.crc32, stretches))[:_SKETCH])
    return _Signs(text, sketch, pairs, bits, ~bits)


def are_near(one: str, other: str) -> bool:
    """Tell whether two sentences differ in few characters."""
    most = min(len(one), len(other)) // _ALIKE
    if abs(len(one) - len(other)) > most:
        return False
    return 0 < edit_distance(one, other) <= most
