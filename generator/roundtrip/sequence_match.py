"""Which members of one row are which of another: by names, by words, by likeness, in that order.

Both rows are in the order of the text. A name is the surest tie and may lead anywhere (things get
moved); equal words come next; what is left is compared only between the same neighbours.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.roundtrip.words_in_common import ALIKE, TELLING, holds, likeness

_GAP_CEILING = 2500  # pairs that are compared by likeness; beyond that only equal words count


class Signs(NamedTuple):
    """What a member is known by: names, words, and a kind that two have to share.

    ``is_text`` tells what may be written anew from end to end and stay the same one.
    """

    names: frozenset[str]
    words: str
    kind: str = ""
    is_text: bool = False


class Tie(NamedTuple):
    """Members that belong together, by their numbers in both rows."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def match(left: Sequence[Signs], right: Sequence[Signs]) -> list[Tie]:
    """Return the ties, in the order of the left row; whoever is in none stands alone."""
    matcher = _Matcher(left, right)
    matcher.by_names()
    matcher.by_words()
    matcher.by_likeness()
    matcher.anywhere()
    ties = matcher.ties()
    return matcher.ties() if matcher.by_place(ties) else ties


class _Matcher:
    def __init__(self, left: Sequence[Signs], right: Sequence[Signs]) -> None:
        self._left, self._right = left, right
        self._partner: dict[int, int] = {}  # left → right; several may share one
        self._taken: set[int] = set()

    def ties(self) -> list[Tie]:
        """Gather those that share a partner; join what was parted or put together."""
        shared: dict[int, list[int]] = {}
        for mine, yours in self._partner.items():
            shared.setdefault(yours, []).append(mine)
        found = [(sorted(own), [yours]) for yours, own in shared.items()]
        found.sort()
        _Joints(self._left, self._right, found).run()
        return [Tie(tuple(own), tuple(yours)) for own, yours in sorted(found)]

    def by_names(self) -> None:
        """Tie those that bear the same names; the copy of a name counts where the words are the same.

        A table that holds the paragraph now is not that paragraph, whatever names are in it.
        """
        bearers: dict[str, list[int]] = {}
        for number, signs in enumerate(self._right):
            for name in signs.names:
                bearers.setdefault(name, []).append(number)
        for number, signs in enumerate(self._left):
            votes: Counter[int] = Counter()
            for name in signs.names:
                votes.update(
                    r for r in bearers.get(name, ()) if self._right[r].is_text == signs.is_text
                )
            if votes:
                best = max(
                    votes,
                    key=lambda r: (votes[r], self._right[r].words == signs.words, -abs(r - number)),
                )
                if best not in self._taken or holds(self._right[best].words, signs.words):
                    self._tie(number, best)

    def by_words(self) -> None:
        """Between ties, tie those that say the same."""
        for mine, yours in self._gaps():
            words = [(self._left[n].kind, self._left[n].words) for n in mine]
            others = [(self._right[n].kind, self._right[n].words) for n in yours]
            matcher = SequenceMatcher(None, words, others, autojunk=False)
            for block in matcher.get_matching_blocks():
                for step in range(block.size):
                    self._tie(mine[block.a + step], yours[block.b + step])

    def by_likeness(self) -> None:
        """Between ties, tie those that say nearly the same, the most alike first."""
        for mine, yours in self._gaps():
            if not mine or not yours or len(mine) * len(yours) > _GAP_CEILING:
                continue
            scored = [
                (likeness(self._left[a].words, self._right[b].words), -abs(n - m), a, b)
                for n, a in enumerate(mine)
                for m, b in enumerate(yours)
                if self._left[a].kind == self._right[b].kind
            ]
            pairs = sorted((s for s in scored if s[0] >= ALIKE), reverse=True)
            for _, _, a, b in pairs:
                if a not in self._partner and b not in self._taken and self._fits(a, b):
                    self._tie(a, b)

    def anywhere(self) -> None:
        """Tie equal words that were moved, when they are long enough to be known by."""
        free: dict[tuple[str, str], list[int]] = {}
        for number, signs in enumerate(self._right):
            if number not in self._taken and len(signs.words.strip()) >= TELLING:
                free.setdefault((signs.kind, signs.words), []).append(number)
        for number, signs in enumerate(self._left):
            if number not in self._partner and (own := free.get((signs.kind, signs.words))):
                self._tie(number, own.pop(0))

    def by_place(self, ties: Sequence[Tie]) -> bool:
        """Tie as many texts as texts between the same neighbours; tells whether there were any.

        Nothing ties them but their place: somebody wrote them anew from end to end.
        """
        tied = {number for tie in ties for number in tie.left}
        self._taken.update(number for tie in ties for number in tie.right)
        found = False
        for free, yours in list(self._gaps()):
            mine = [number for number in free if number not in tied]
            if len(mine) == len(yours) and all(
                self._left[a].is_text and self._right[b].is_text
                for a, b in zip(mine, yours, strict=True)
            ):
                for a, b in zip(mine, yours, strict=True):
                    self._tie(a, b)
                    found = True
        return found

    def _tie(self, left: int, right: int) -> None:
        self._partner[left] = right
        self._taken.add(right)

    def _fits(self, left: int, right: int) -> bool:
        """Tell whether a tie crosses none of those between the same neighbours."""
        before = max((a for a in self._partner if a < left), default=None)
        behind = min((a for a in self._partner if a > left), default=None)
        return (before is None or self._partner[before] < right or self._is_moved(before)) and (
            behind is None or self._partner[behind] > right or self._is_moved(behind)
        )

    def _is_moved(self, number: int) -> bool:
        return number not in self._chain

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """Give the free members between ties that stand in the same order on both sides."""
        chain = self._in_order()
        self._chain = {a for a, _ in chain}
        at_left = at_right = 0
        for left, right in [*chain, (len(self._left), len(self._right))]:
            mine = [n for n in range(at_left, left) if n not in self._partner]
            yours = [n for n in range(at_right, right) if n not in self._taken]
            if mine and yours:
                yield mine, yours
            at_left, at_right = left + 1, right + 1

    def _in_order(self) -> list[tuple[int, int]]:
        """Return the longest row of ties that rises on both sides."""
        ties = sorted(self._partner.items())
        steady = rising([right for _, right in ties])
        return [tie for number, tie in enumerate(ties) if number in steady]


def rising(numbers: Sequence[int]) -> set[int]:
    """Return the places of the longest row of numbers that rise."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(number)
            ends.append(place)
        else:
            tails[at], ends[at] = number, place
    found: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        found.add(last)
        last = before[last]
    return found


class _Joints:
    """Members that were parted in two or put together keep their partner in common."""

    def __init__(
        self,
        left: Sequence[Signs],
        right: Sequence[Signs],
        found: list[tuple[list[int], list[int]]],
    ) -> None:
        self._left, self._right, self._found = left, right, found

    def run(self) -> None:
        """Look beside every tie for a free neighbour that holds the rest of its words."""
        left_taken = {n for own, _ in self._found for n in own}
        right_taken = {n for _, yours in self._found for n in yours}
        for own, yours in self._found:
            said = "".join(self._left[n].words for n in own)
            shown = "".join(self._right[n].words for n in yours)
            self._grow(yours, right_taken, self._right, said, shown)
            shown = "".join(self._right[n].words for n in yours)
            self._grow(own, left_taken, self._left, shown, said)

    @staticmethod
    def _grow(own: list[int], taken: set[int], row: Sequence[Signs], whole: str, part: str) -> None:
        for step in (1, -1):
            while True:
                beside = own[-1] + 1 if step > 0 else own[0] - 1
                if (
                    not 0 <= beside < len(row)
                    or beside in taken
                    or row[beside].kind != row[own[0]].kind
                ):
                    break
                words = row[beside].words
                if not _holds_rest(whole, part, words):
                    break
                taken.add(beside)
                own.append(beside)
                own.sort()
                part = part + words if step > 0 else words + part


def _holds_rest(whole: str, part: str, words: str) -> bool:
    """Tell whether words are a stretch of a whole that its part does not have."""
    bare = words.strip()
    if len(bare) < 2 or len(whole) <= len(part):
        return False
    found = SequenceMatcher(None, whole, bare, autojunk=False).find_longest_match()
    if found.size * 10 < len(bare) * 6:
        return False
    return bare[found.b : found.b + found.size] not in part
