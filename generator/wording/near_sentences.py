"""The same sentence worded differently, among many: found by shared stretches, proved by distance."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.base.chinese import NUMERALS
from generator.base.distance import edit_distance
from generator.base.pattern import Pattern

SHORTEST = 16
_STRETCH = 6
_SKETCH = 4
_MOST_IN_BUCKET = 8
_ALIKE = 6  # one character in so many may differ
_SENTENCE = Pattern(r"[^。；！？\n]+[。；！？]?")
_TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}")
_NUMBER = Pattern(rf"[0-9.,，%％]+|[{NUMERALS}]+(?=[是、个项])")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences of a text with their offsets."""
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip()
        if sentence:
            yield found.start() + len(found[0]) - len(found[0].lstrip()), sentence


def bare(sentence: str) -> str:
    """Return what a sentence says apart from its figures, which differ rightly."""
    return _NUMBER.sub("#", _TAG.sub("#", sentence)).rstrip("。；！？")


def near_sentences(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of sentences that differ in few characters.

    Every sentence is put into the buckets of its few smallest stretches, and compared with a few
    of those that are there already: the work grows with the number of sentences.
    """
    buckets: dict[int, list[str]] = defaultdict(list)
    for text in dict.fromkeys(texts):
        if len(text) < SHORTEST:
            continue
        near: dict[str, None] = {}
        for key in _sketch(text):
            near.update(dict.fromkeys(buckets[key]))
            if len(buckets[key]) < _MOST_IN_BUCKET:
                buckets[key].append(text)
        # One pair says enough of a sentence: the others are near to one of the two.
        if other := next((other for other in near if _is_near(text, other)), ""):
            yield other, text


def _sketch(text: str) -> list[int]:
    stretches = {text[i : i + _STRETCH] for i in range(len(text) - _STRETCH + 1)}
    return sorted(zlib.crc32(stretch.encode()) for stretch in stretches)[:_SKETCH]


def _is_near(one: str, other: str) -> bool:
    most = min(len(one), len(other)) // _ALIKE
    # Most pairs share too few characters to be near; they never need the distance.
    if len(set(one).difference(other)) > most or abs(len(one) - len(other)) > most:
        return False
    return 0 < edit_distance(one, other) <= most
