"""Which members that stand alone in two texts are one: cut out of one holder, pasted into another.

A body, a cell, a table hold what stands in them, and a holder is compared with its partner alone. So
a paragraph that was moved into a cell is gone here and new there. Names tell where it went; equal
words do so for what is gone by itself, as when somebody typed it anew into a table.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Generic, TypeVar

from generator.roundtrip.sequence_match import Signs
from generator.roundtrip.words_in_common import ALIKE, TELLING, holds, likeness
from generator.word.edited.edited_story import Grid, Line, Node, Slot

NodeT = TypeVar("NodeT", bound=Node)


def below(node: Node) -> Iterator[Node]:
    """Give a member and everything in it."""
    yield node
    if isinstance(node, Grid):
        for line in node.lines:
            yield from below(line)
    elif isinstance(node, Line):
        for slot in node.slots:
            yield from below(slot)
    elif isinstance(node, Slot):
        for block in node.blocks:
            yield from below(block)


def found_elsewhere(
    kind: type[NodeT],
    gone: Sequence[Node],
    added: Sequence[Node],
    signs: Callable[[Node], Signs],
    settled: Set[Node],
) -> list[tuple[NodeT, NodeT]]:
    """Pair members of a kind that are gone with those that came, but for those that have a partner."""
    mine = [n for n in _all_below(gone) if isinstance(n, kind) and n not in settled]
    yours = [n for n in _all_below(added) if isinstance(n, kind) and n not in settled]
    if not mine or not yours:
        return []
    return list(_Pairing(mine, yours, frozenset(gone), signs).pairs())


def _all_below(nodes: Sequence[Node]) -> Iterator[Node]:
    return iter(dict.fromkeys(found for node in nodes for found in below(node)))


class _Pairing(Generic[NodeT]):
    def __init__(
        self,
        mine: Sequence[NodeT],
        yours: Sequence[NodeT],
        alone: Set[Node],
        signs: Callable[[Node], Signs],
    ) -> None:
        self._mine = [(node, signs(node)) for node in mine]
        self._yours = [(node, signs(node)) for node in yours]
        self._alone = alone
        self._taken: set[int] = set()

    def pairs(self) -> Iterator[tuple[NodeT, NodeT]]:
        """Give those of the same names first, then those of the same words."""
        left = []
        for node, signs in self._mine:
            twin = self._by_names(signs)
            if twin is None:
                left.append((node, signs))
            else:
                yield node, twin
        for node, signs in left:
            twin = self._by_words(signs) if node in self._alone else None
            if twin is not None:
                yield node, twin

    def _by_names(self, signs: Signs) -> NodeT | None:
        if not signs.names:
            return None
        votes = Counter(
            {
                number: shared
                for number, (_, own) in enumerate(self._yours)
                if number not in self._taken and (shared := len(signs.names & own.names))
            }
        )
        for number, shared in votes.most_common():
            words = self._yours[number][1].words
            if shared * 2 >= len(signs.names) and is_likely(signs.words, words):
                return self._take(number)
        return None

    def _by_words(self, signs: Signs) -> NodeT | None:
        if len(signs.words.strip()) < TELLING:
            return None
        for number, (_, own) in enumerate(self._yours):
            if number not in self._taken and (own.kind, own.words) == (signs.kind, signs.words):
                return self._take(number)
        return None

    def _take(self, number: int) -> NodeT:
        self._taken.add(number)
        return self._yours[number][0]


def is_likely(words: str, there: str) -> bool:
    """Tell whether words that bear a name are those that bore it: anchors slip when something is cut out."""
    return likeness(words, there) >= ALIKE or holds(there, words)
