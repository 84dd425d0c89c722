"""How much a label is like known words: by the signs and pairs of signs that they share."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

_LEAST = 0.72  # of all signs and pairs; 年度总体目标完成情况综述 is 0.9 of 年度总体目标完成情况
_SHORTEST, _LONGEST = 3, 24


class Likeness:
    """Finds the known word that a label is most like, and what that word stands for."""

    def __init__(self, known: Mapping[str, str], apart: Sequence[str]) -> None:
        """Take known words with what they stand for, and ends of words that make another thing of one.

        They are indexed when first asked.
        """
        self._known, self._apart = known, tuple(apart)
        self._by_pair: dict[str, list[str]] = {}
        self._seen: dict[str, str] = {}

    def nearest(self, plain: str) -> str:
        """Return what the most like word stands for (empty: no word is like it)."""
        if not _SHORTEST <= len(plain) <= _LONGEST:
            return ""
        if plain not in self._seen:
            self._seen[plain] = self._nearest(plain)
        return self._seen[plain]

    def _nearest(self, plain: str) -> str:
        self.index()
        mine = _pairs(plain)
        shared = Counter(word for pair in mine for word in self._by_pair.get(pair, ()))
        best, found = _LEAST, ""
        for word, count in shared.most_common(20):
            like = 2 * count / (len(mine) + len(_pairs(word)))
            if like > best and self._end(plain) == self._end(word):
                best, found = like, self._known[word]
        return found

    def _end(self, word: str) -> str:
        return next((end for end in self._apart if word.endswith(end)), "")

    def index(self) -> None:
        """Index the known words, once."""
        if self._by_pair:
            return
        for word in self._known:
            if len(word) >= _SHORTEST:
                for pair in _pairs(word):
                    self._by_pair.setdefault(pair, []).append(word)


def _pairs(word: str) -> dict[str, None]:
    """Return signs and pairs once, in the order of the word: of two words alike the same one wins in each run."""
    return dict.fromkeys((*word, *_twos(word)))


def _twos(word: str) -> Iterable[str]:
    return (word[i : i + 2] for i in range(len(word) - 1))
