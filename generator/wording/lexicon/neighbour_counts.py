"""How well one character follows another: counts of neighbours, kept as two numbers for each pair.

A word list says which words there are, and nothing of which stand beside each other. Neighbours do,
coarsely, so that a word that is one but does not belong here can be told from one that does.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from operator import add
from typing import NamedTuple

from generator.base.mapped import Buffer
from generator.wording.lexicon.packed_text import packed, unpacked

FIGURE, MARK = "#", "|"  # what stands beside a run of characters: a figure, or anything else
_FINENESS = 12  # steps between one logarithm and the next
_MOST = 255
_TRUST = 100.0  # so often a character must be met that its neighbours count for half
_LEAST = 2  # a pair that was met once may be a slip itself
_UNSEEN = 0.3  # of a character that was never met, as if so often


class Pairs(NamedTuple):
    """Each a number of steps below certainty: of pairs met, of others by their first and second."""

    firsts: Buffer
    seconds: Buffer  # and for each first where its part begins
    bounds: Buffer
    weights: Buffer
    others: Buffer  # of what was never met behind each first
    characters: Buffer
    alone: Buffer
    never: Buffer


def make_pairs(counts: Mapping[str, int], words: Iterable[tuple[str, int]]) -> Pairs:
    """Make the pairs of counts and of words, each as if it had been met so often."""
    total = Counter(counts)
    for word, times in words:
        for at in range(len(word) - 1):
            total[word[at : at + 2]] += times
    total = Counter({pair: count for pair, count in total.items() if count >= _LEAST})
    behind: dict[str, list[tuple[str, int]]] = defaultdict(list)
    last: Counter[str] = Counter()
    for pair, count in total.items():
        behind[pair[0]].append((pair[1], count))
        last[pair[1]] += count
    everything = max(1, last.total())
    alone = {c: (count + _UNSEEN) / everything for c, count in last.items()}
    bounds, weights, others = array("I", (0,)), bytearray(), bytearray()
    for followers in behind.values():
        met = sum(count for _, count in followers)
        trust = met / (met + _TRUST)
        weights += bytes(_steps((1 - trust) * alone[c] + trust * n / met) for c, n in followers)
        others.append(_steps(1 - trust))
        bounds.append(len(weights))
    return Pairs(
        packed("".join(behind)),
        packed("".join(c for followers in behind.values() for c, _ in followers)),
        bounds.tobytes(),
        bytes(weights),
        bytes(others),
        packed("".join(alone)),
        bytes(map(_steps, alone.values())),
        bytes((_steps(_UNSEEN / everything),)),
    )


def _steps(likely: float) -> int:
    return min(_MOST, round(-math.log(likely) * _FINENESS))


class Likely(dict[str, float]):
    """How likely the second of two neighbours is behind the first, as a logarithm: found as asked."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self._firsts, self._seconds = unpacked(pairs.firsts), unpacked(pairs.seconds)
        self._bounds = memoryview(pairs.bounds).cast("I")
        self._weights, self._others = pairs.weights, pairs.others
        self._characters = unpacked(pairs.characters)
        self._alone, self._never = pairs.alone, pairs.never[0]
        self._parts: dict[str, tuple[int, int, int]] = {}
        self._steps_alone: dict[str, int] = {}

    def __missing__(self, pair: str) -> float:
        first, second = pair[0], pair[1]
        start, end, steps = self._parts.get(first) or self._part(first)
        at = self._seconds.find(second, start, end)
        if at >= 0:
            steps = self._weights[at]
        else:
            alone = self._steps_alone.get(second)
            steps += self._by_itself(second) if alone is None else alone
        found = self[pair] = -steps / _FINENESS
        return found

    def behind(self, first: str, others: str, least: float) -> list[str]:
        """Return which of some characters are likelier than so behind one; few are, and none is kept."""
        start, end, unmet = self._parts.get(first) or self._part(first)
        find, weights, alone = self._seconds.find, self._weights, self._steps_alone
        most, found = -least * _FINENESS, []
        for second in others:
            at = find(second, start, end)
            if at >= 0:
                steps = weights[at]
            elif unmet > most:
                continue
            else:
                by_itself = alone.get(second)
                steps = unmet + (self._by_itself(second) if by_itself is None else by_itself)
            if steps < most:
                found.append(second)
        return found

    def _part(self, first: str) -> tuple[int, int, int]:
        """Return where the part of a first character lies, and the steps of what was never met there."""
        at = self._firsts.find(first)
        part = (self._bounds[at], self._bounds[at + 1], self._others[at]) if at >= 0 else (0, 0, 0)
        self._parts[first] = part
        return part

    def _by_itself(self, character: str) -> int:
        at = self._characters.find(character)
        steps = self._steps_alone[character] = self._alone[at] if at >= 0 else self._never
        return steps


class Neighbours:
    """Pairs to ask."""

    def __init__(self, pairs: Pairs) -> None:
        self.likely = Likely(pairs)

    def weights(self, text: str) -> list[float]:
        """Return of each two neighbours how likely the second is behind the first, as a logarithm."""
        return [*map(self.likely.__getitem__, map(add, text, text[1:]))]
