"""Which paragraph, table or row of the old version is which of the new one.

What says the same under the same anchors comes first; between such fixed points the best pairing in
order is taken: equal words count more than equal anchors, for keys move when a paragraph comes in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Final

MOST_PAIRS: Final = 60_000  # to be weighed one by one; beyond that only equal texts are paired
_MANY = 2000
_LIKENESS = 0.4
_COMPARED = 4000  # characters of a long text
_OTHER_STYLE = 0.25


@dataclass(frozen=True)
class Item:
    """Something to find again: its kind, its words, the anchors in it, its style."""

    kind: str
    text: str
    anchors: frozenset[str]
    style: str = ""

    @cached_property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """Return what is equal for things that did not change."""
        return self.kind, self.text, tuple(sorted(self.anchors))

    @cached_property
    def features(self) -> frozenset[str]:
        """Return the pairs of characters in the words."""
        said = self.text[:_COMPARED]
        return frozenset(a + b for a, b in pairwise(said)) or frozenset(said)


Pairs = list[tuple[int, int]]
MayPair = Callable[[int, int], bool]


def align(old: Sequence[Item], new: Sequence[Item], may_pair: MayPair) -> Pairs:
    """Pair items in order; what has no partner was deleted or inserted."""
    fixed = _equal(old, new, may_pair)
    pairs: Pairs = []
    at_old = at_new = 0
    for i, j in (*fixed, (len(old), len(new))):
        pairs += _between(old, new, (at_old, i), (at_new, j), may_pair)
        if i < len(old):
            pairs.append((i, j))
        at_old, at_new = i + 1, j + 1
    return pairs


def _equal(old: Sequence[Item], new: Sequence[Item], may_pair: MayPair) -> Pairs:
    """Pair what is equal and says something; empty paragraphs find their place afterwards."""
    mine = [n for n, item in enumerate(old) if item.text.strip()]
    yours = [n for n, item in enumerate(new) if item.text.strip()]
    found = _matches([old[n].key for n in mine], [new[n].key for n in yours])
    pairs = ((mine[i], yours[j]) for i, j in found)
    return [(i, j) for i, j in pairs if may_pair(i, j)]


def _matches(old: Sequence[object], new: Sequence[object]) -> Pairs:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    matcher = SequenceMatcher(
        None, old[head:], new[head:], autojunk=max(len(old), len(new)) > _MANY
    )
    blocks = matcher.get_matching_blocks()
    return [(n, n) for n in range(head)] + [
        (head + block.a + n, head + block.b + n) for block in blocks for n in range(block.size)
    ]


def _between(
    old: Sequence[Item],
    new: Sequence[Item],
    mine: tuple[int, int],
    yours: tuple[int, int],
    may_pair: MayPair,
) -> Pairs:
    """Pair what lies between two fixed points, so that the sum of likeness is greatest."""
    rows, columns = mine[1] - mine[0], yours[1] - yours[0]
    if not rows or not columns:
        return []
    if rows * columns > MOST_PAIRS:
        own, other = old[mine[0] : mine[1]], new[yours[0] : yours[1]]
        found = _matches([(i.kind, i.text) for i in own], [(i.kind, i.text) for i in other])
        shifted = ((mine[0] + i, yours[0] + j) for i, j in found)
        return [(i, j) for i, j in shifted if may_pair(i, j)]
    weights = [
        [_weight(old[i], new[j]) if may_pair(i, j) else 0.0 for j in range(yours[0], yours[1])]
        for i in range(mine[0], mine[1])
    ]
    return [(mine[0] + i, yours[0] + j) for i, j in _heaviest(weights)]


def _heaviest(weights: Sequence[Sequence[float]]) -> Pairs:
    """Return the pairs in order whose weights add up to most."""
    rows, columns = len(weights), len(weights[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        here, below = best[i], best[i + 1]
        for j in reversed(range(columns)):
            weight = weights[i][j]
            alone = max(below[j], here[j + 1])
            here[j] = max(alone, weight + below[j + 1]) if weight > 0 else alone
    pairs: Pairs = []
    i = j = 0
    while i < rows and j < columns:
        weight = weights[i][j]
        if weight > 0 and best[i][j] == weight + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _weight(old: Item, new: Item) -> float:
    """Weigh a pair: nothing for strangers."""
    if old.kind != new.kind:
        return 0.0
    shared = len(old.anchors & new.anchors)
    likeness = _likeness(old, new)
    if not shared and likeness < _LIKENESS:
        return 0.0
    length = min(1.0, 0.1 + max(len(old.text), len(new.text)) / 10)
    weight = 2 * likeness * length
    if shared:
        weight += shared / max(len(old.anchors), len(new.anchors))
    return weight if old.style == new.style else weight * (1 - _OTHER_STYLE)


def _likeness(old: Item, new: Item) -> float:
    if old.text == new.text:
        return 1.0
    mine, yours = old.features, new.features
    if not mine or not yours:
        return 0.0
    return 2 * len(mine & yours) / (len(mine) + len(yours))
