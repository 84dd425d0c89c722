"""What differs between two texts, character by character, and where a place of one is in the other."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from generator.roundtrip.printed_text import Token, tokens_of

_ISLAND = 2


class Change(NamedTuple):
    """A stretch of the printed text, and the stretch that stands there instead."""

    start: int
    end: int
    new_start: int
    new_end: int


def changes_between(text: str, other: str) -> list[Change]:
    """Find what differs between two texts."""
    left, right = tokens_of(text, 0, len(text)), tokens_of(other, 0, len(other))
    return token_changes(left, right, len(text), len(other))


def gathered(changes: Sequence[Change], length: int) -> list[Change]:
    """Put changes together between which hardly anything stayed: whole words read better than scraps."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        if last is not None and change.start - last.end <= _ISLAND and _is_long(last, change):
            joined[-1] = Change(last.start, change.end, last.new_start, change.new_end)
        else:
            joined.append(change)
    if len(joined) > 2 and 2 * sum(c.end - c.start for c in joined) > length:
        return [Change(joined[0].start, joined[-1].end, joined[0].new_start, joined[-1].new_end)]
    return joined


def _is_long(one: Change, other: Change) -> bool:
    """Two changes of a character or two stay apart."""
    sizes = [max(c.end - c.start, c.new_end - c.new_start) for c in (one, other)]
    return max(sizes) > _ISLAND


def token_changes(
    left: Sequence[Token], right: Sequence[Token], end: int, other: int
) -> list[Change]:
    """Find what differs between two rows of tokens, of texts that end at ``end`` and ``other``."""
    keys, others = [t.key for t in left], [t.key for t in right]
    head = sum(1 for _ in takewhile(lambda p: p[0] == p[1], zip(keys, others, strict=False)))
    rest = min(len(keys), len(others)) - head
    backwards = zip(reversed(keys), reversed(others), strict=False)
    tail = min(rest, sum(1 for _ in takewhile(lambda p: p[0] == p[1], backwards)))
    mine, yours = len(keys) - tail, len(others) - tail
    matcher = SequenceMatcher(None, keys[head:mine], others[head:yours], autojunk=False)
    starts = [*(t.start for t in left), end]
    new_starts = [*(t.start for t in right), other]
    found = [
        (head + a, head + b, head + c, head + d)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    return [
        Change(starts[a], starts[b], new_starts[c], new_starts[d])
        for a, b, c, d in _settled(found, keys, others)
    ]


_Stretch = tuple[int, int, int, int]


def _settled(
    found: Sequence[_Stretch], keys: Sequence[str], others: Sequence[str]
) -> list[_Stretch]:
    """Let what was put in or taken out stand as far right as it can: so two who did the same did it
    at the same place, and a whole sentence is one with its own mark at the end.
    """
    settled: list[_Stretch] = []
    for a, b, c, d in reversed(found):
        limit = settled[-1][0] if settled else len(keys)
        step = 0
        if a == b:
            while b + step < limit and others[c + step] == keys[b + step]:
                step += 1
        elif c == d:
            while b + step < limit and keys[a + step] == keys[b + step]:
                step += 1
        moved = (a + step, b + step, c + step, d + step)
        if settled and moved[1] == settled[-1][0]:
            last = settled.pop()
            moved = (moved[0], last[1], moved[2], last[3])
        settled.append(moved)
    return settled[::-1]


def stayed(
    left: Sequence[Token], right: Sequence[Token], changes: Sequence[Change]
) -> Iterator[tuple[Token, Token]]:
    """Pair the tokens outside of changes."""
    gone = {token for c in changes for token in _within(left, c.start, c.end)}
    come = {token for c in changes for token in _within(right, c.new_start, c.new_end)}
    yield from zip(
        (t for t in left if t not in gone), (t for t in right if t not in come), strict=True
    )


def _within(tokens: Sequence[Token], start: int, end: int) -> Iterator[Token]:
    return (token for token in tokens if start <= token.start < end)


class Shift:
    """Where a place of the printed text is in another version."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes

    def begin(self, at: int) -> int:
        """Return the place before the character that stood behind ``at``."""
        moved = at
        for change in self._changes:
            if change.end <= at:
                moved = at + change.new_end - change.end
            elif change.start < at:
                return change.new_start
        return moved

    def finish(self, at: int) -> int:
        """Return the place behind the character that stood before ``at``."""
        moved = at
        for change in self._changes:
            if change.end < at or (change.end == at and change.start < at):
                moved = at + change.new_end - change.end
            elif change.start < at:
                return change.new_end
        return moved


def meets(change: Change, start: int, end: int) -> bool:
    """Tell whether a change reaches into a stretch; one that stands at its edge does not."""
    if start == end:
        return change.start < start < change.end
    if change.start == change.end:
        return start < change.start < end
    return change.start < end and start < change.end
