"""Many words looked up in one pass: by their first two characters, so that most texts need no look."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.wording.passage import Passage, Passages


class WordIndex:
    """Finds the longest known word at every place of a text."""

    def __init__(self, words: Iterable[str]) -> None:
        self._single: list[str] = []
        self._words = frozenset(words)
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in sorted(self._words):
            if len(word) > 1:
                lengths[word[:2]].add(len(word))
            elif word:
                self._single.append(word)
        # Thousands of names may begin alike: they are looked up by their lengths, and not tried.
        self._lengths = {pair: sorted(found, reverse=True) for pair, found in lengths.items()}
        self._pairs = frozenset(lengths)

    def likely(self, passages: Passages) -> Iterator[tuple[int, Passage]]:
        """Give the passages, with their index, that may hold one of the words: most hold none."""
        for number, passage in enumerate(passages):
            if self._single or not self._pairs.isdisjoint(passage.pairs):
                yield number, passage

    def find(self, passage: Passage) -> Iterator[tuple[int, str]]:
        """Give offset and word of everything found, from left to right; shorter overlaps drop out."""
        return self.found_in(passage.plain, passage.pairs)

    def found_in(self, text: str, pairs: frozenset[str]) -> Iterator[tuple[int, str]]:
        """Find words in a text with these neighbours."""
        hits = []
        for pair in self._pairs & pairs:
            at = text.find(pair)
            while at >= 0:
                word = self._longest_at(text, at, pair)
                if word:
                    hits.append((at, word))
                at = text.find(pair, at + 1)
        for word in self._single:
            at = text.find(word)
            while at >= 0:
                hits.append((at, word))
                at = text.find(word, at + 1)
        end = 0
        for at, word in sorted(hits, key=lambda hit: (hit[0], -len(hit[1]))):
            if at >= end:
                yield at, word
                end = at + len(word)

    def _longest_at(self, text: str, at: int, pair: str) -> str:
        for length in self._lengths[pair]:
            word = text[at : at + length]
            if len(word) == length and word in self._words:
                return word
        return ""


def is_inside(text: str, start: int, end: int, words: Iterable[str]) -> bool:
    """Tell whether a place lies within one of some words, which make it right."""
    for word in words:
        at = text.find(word, max(0, end - len(word)), start + len(word))
        if at >= 0 and at <= start and at + len(word) >= end:
            return True
    return False
