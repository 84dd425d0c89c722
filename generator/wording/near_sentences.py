"""The same sentence worded differently, among many: found by shared stretches, proved by distance."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.base.distance import common_ends, edit_distance
from generator.base.pattern import Pattern

SHORTEST = 16
_STRETCH = 6
_SKETCH = 4
_MOST_IN_BUCKET = 8
_ALIKE = 6  # one character in so many may differ
_PER_EDIT = 2
_LETTER_BITS, _PAIR_BITS, _TIMES = 256, 1024, 131
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
        self._buckets: dict[int, list[_Held]] = defaultdict(list)

    def near(self, text: str) -> str:
        """Return one that differs in few characters (empty: there is none)."""
        most, own = len(text) // _ALIKE, _signs(text)
        letters, pairs, most_pairs = own.letters, own.pairs, _PER_EDIT * most
        seen: set[str] = set()  # what shares one stretch often shares the next
        for key in own.sketch:
            # An edit takes one character away and breaks two pairs: few need the distance.
            # What shares a bit hides each other, so bits never speak against what is near.
            likely = [
                other
                for no_letters, no_pairs, other in self._buckets.get(key, ())
                if (letters & no_letters).bit_count() <= most
                and (pairs & no_pairs).bit_count() <= most_pairs
                and other not in seen
            ]
            for other in likely:
                if are_near(text, other):
                    return other
            seen.update(likely)
        return ""

    def add(self, text: str) -> None:
        """Take a sentence in."""
        own = _signs(text)
        held = (~own.letters, ~own.pairs, text)
        for key in own.sketch:
            if len(self._buckets[key]) < _MOST_IN_BUCKET:
                self._buckets[key].append(held)


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


_Held = tuple[int, int, str]  # the bits that a sentence has not set, of characters and of pairs


class _Signs(NamedTuple):
    """What sentences are held together by: a few stretches of them, and a bit for each character
    and for each two neighbours, so that most sentences are told apart by a few numbers.
    """

    sketch: tuple[int, ...]
    letters: int
    pairs: int


@lru_cache(maxsize=4)  # one that is looked for is often the next to be taken in
def _signs(text: str) -> _Signs:
    data, step = text.encode("utf-32-le"), len("x".encode("utf-32-le"))
    size = _STRETCH * step
    stretches = {data[at : at + size] for at in range(0, len(data) - size + 1, step)}
    letters = pairs = last = 0
    for code in map(ord, text):
        letters |= 1 << code % _LETTER_BITS
        pairs |= 1 << (last * _TIMES + code) % _PAIR_BITS
        last = code
    return _Signs(tuple(sorted(map(zlib.crc32, stretches))[:_SKETCH]), letters, pairs)


def are_near(one: str, other: str) -> bool:
    """Tell whether two sentences differ in few characters."""
    most = min(len(one), len(other)) // _ALIKE
    if abs(len(one) - len(other)) > most:
        return False
    start, end = common_ends(one, other)
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    # What differs in one short place needs no count of its edits.
    return bool(one or other) and (
        max(len(one), len(other)) <= most or edit_distance(one, other) <= most
    )
