"""Where two rows of words differ: numbers as wholes, few and readable changes rather than many small ones."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.word.redline.inline import Unit

_TOKEN = Pattern(r"\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-z]+|.", re.DOTALL)
_LONGEST_ISLAND = 3
_TOO_DIFFERENT = 0.35
_MANY = 4000  # beyond that, frequent words no longer begin a match


class Change(NamedTuple):
    """A stretch of the old row that became a stretch of the new one."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def size(self) -> int:
        """Return how much is struck out or written, whichever is more."""
        return max(self.old_end - self.old_start, self.new_end - self.new_start)


def unit_changes(old: Sequence[Unit], new: Sequence[Unit]) -> list[Change]:
    """Compare two paragraphs; places are counted in units."""
    old_starts, old_keys = _tokens(old)
    new_starts, new_keys = _tokens(new)
    return [
        Change(
            old_starts[c.old_start],
            old_starts[c.old_end],
            new_starts[c.new_start],
            new_starts[c.new_end],
        )
        for c in changes(old_keys, new_keys)
    ]


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Compare two rows of tokens. What is no text (``\\x00…``) is never joined into a change."""
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    rest = min(len(old), len(new)) - head
    backwards = zip(reversed(old), reversed(new), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], backwards))
    tail = min(tail, rest)
    old_end, new_end = len(old) - tail, len(new) - tail
    matcher = SequenceMatcher(
        None,
        old[head:old_end],
        new[head:new_end],
        autojunk=max(old_end - head, new_end - head) > _MANY,
    )
    found = [
        Change(head + i1, head + i2, head + j1, head + j2)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    return _join(found, old, is_everything=_is_too_different(found, old, new, head + tail))


def _tokens(units: Sequence[Unit]) -> tuple[list[int], list[str]]:
    """Return where tokens begin (and where the last one ends), and their keys."""
    said = "".join(unit.key if unit.is_text else "\x00" for unit in units)
    found = list(_TOKEN.finditer(said))
    keys = [units[m.start()].key if m[0] == "\x00" else m[0] for m in found]
    return [*(m.start() for m in found), len(said)], keys


def _is_too_different(
    found: Sequence[Change], old: Sequence[str], new: Sequence[str], same_ends: int
) -> bool:
    """Tell whether what lies between the first and the last change has hardly a word in common."""
    taken = sum(c.old_end - c.old_start for c in found)
    same = len(old) - taken - same_ends
    whole = len(old) + len(new) - 2 * same_ends
    return 2 * same < _TOO_DIFFERENT * whole


def _join(found: Sequence[Change], old: Sequence[str], *, is_everything: bool) -> list[Change]:
    """Join changes with hardly anything between them: two strokes read better than ten."""
    joined: list[Change] = []
    for change in found:
        now = change
        while joined and _belong_together(joined[-1], now, old, is_everything=is_everything):
            before = joined.pop()
            now = now._replace(old_start=before.old_start, new_start=before.new_start)
        joined.append(now)
    return joined


def _belong_together(
    first: Change, second: Change, old: Sequence[str], *, is_everything: bool
) -> bool:
    island = old[first.old_end : second.old_start]
    if any(token.startswith("\x00") for token in island):
        return False
    return is_everything or len(island) <= min(_LONGEST_ISLAND, first.size, second.size)
