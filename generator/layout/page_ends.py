"""Where pages end: told from the heights of what stands on them, before there are any."""

from collections.abc import Sequence
from typing import NamedTuple


class Slab(NamedTuple):
    """What no page end parts: a line outside of tables, a row of one. Heights in twips."""

    height: int
    keeps: bool = False  # stays with the next one
    heads: int = 0  # how high the heads are that are repeated above it on a new page
    cuts: int = 0  # cells over several rows that a page end before it would cut
    splits: bool = False  # may go on on the next page
    is_row: bool = False


class PageRules(NamedTuple):
    """How high a page is, what programs may differ by, what may be left free to end between groups."""

    room: int
    spare: int
    early: int


class Turn(NamedTuple):
    """A page end: the slab behind it, and the last one that has to stay with that.

    So many stay together that no program finds room for them on the page before.
    """

    first: int
    chain: int


class Pages(NamedTuple):
    """The page ends of what begins on a page of its own, and how far its last page is filled."""

    turns: tuple[Turn, ...]
    used: int


def pages_of(slabs: Sequence[Slab], rules: PageRules) -> Pages:
    """Set slabs on pages; the first of them begins one."""
    turns: list[Turn] = []
    first, used, at = 0, 0, 0
    room = rules.room - rules.spare
    while at < len(slabs):
        slab = slabs[at]
        if used + slab.height <= room or (at == first and not slab.splits):
            used, at = used + slab.height, at + 1
            continue
        turn = at if at == first else _turn(slabs, first, at, rules.early)
        if slab.splits and turn == at:
            # It goes on over the page end; what is left of it stands on the next page.
            used, first, at = used + slab.height - room + slab.heads, at, at + 1
            while used > room:
                used -= max(room - slab.heads, room // 2)
            continue
        free = rules.room + rules.spare - used + sum(s.height for s in slabs[turn:at])
        turns.append(Turn(turn, _chain(slabs, turn, free)))
        first, used, at = turn, slabs[turn].heads, turn
    return Pages(tuple(turns), used)


def _turn(slabs: Sequence[Slab], first: int, at: int, early: int) -> int:
    """Choose what the next page begins with: as late as can be, but rather between groups."""
    ends = [n for n in range(first + 1, at + 1) if not slabs[n - 1].keeps]
    if not ends:
        return max(at, first + 1)
    last = best = ends[-1]
    lost = 0
    for n in range(last - 1, first, -1):
        lost += slabs[n].height
        if lost > early or not slabs[n].is_row:
            break
        if n in ends and slabs[n].cuts < slabs[best].cuts:
            best = n
    return best


def _chain(slabs: Sequence[Slab], turn: int, free: int) -> int:
    """Return the last slab that has to stay with the first one of a page."""
    height, last = 0, turn
    for last in range(turn, len(slabs)):
        height += slabs[last].height
        if height > free or not slabs[last].is_row:
            break
    return last
