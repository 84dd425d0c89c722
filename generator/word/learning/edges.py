"""How wide the columns of a table of ours are in an edited file, told by the cells that both have.

Programs leave out columns of the grid that no cell begins or ends at, and add some where a single
cell was moved: so the columns themselves cannot be counted against each other.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final

from generator.word.edited.edited_story import Grid, Slot
from generator.word.learning.measured_looks import widths_of

NEAR: Final = 15  # twips: programs round when they save


def widths_now(own: Grid, other: Grid, slots: Mapping[Slot, Slot]) -> tuple[int, ...] | None:
    """Return the widths of our columns as they are there; ``None`` where an edge is no longer one."""
    old = [0, *accumulate(widths_of(own.element))]
    new = [0, *accumulate(widths_of(other.element))]
    found: dict[int, int] = {}
    for line in own.lines:
        for slot in line.slots:
            there = slots.get(slot)
            if there is None:
                continue
            ends = (
                (slot.column, there.column),
                (slot.column + slot.width, there.column + there.width),
            )
            for mine, yours in ends:
                if mine >= len(old) or yours >= len(new):
                    return None
                if abs(found.setdefault(mine, new[yours]) - new[yours]) > NEAR:
                    return None
    if 0 not in found or len(old) - 1 not in found:
        return None
    if len(old) == len(new) and all(found[n] == new[n] for n in found):
        found |= {n: at for n, at in enumerate(new) if n not in found}
    edges = _between(old, found)
    widths = tuple(b - a for a, b in pairwise(edges))
    return widths if all(width > 0 for width in widths) else None


def _between(old: Sequence[int], found: Mapping[int, int]) -> list[int]:
    """Give edges that no cell shows their places between those that some show."""
    edges: list[int] = []
    known = sorted(found)
    for number, at in enumerate(old):
        if number in found:
            edges.append(found[number])
            continue
        left = max(n for n in known if n < number)
        right = min(n for n in known if n > number)
        share = (at - old[left]) / ((old[right] - old[left]) or 1)
        edges.append(found[left] + round(share * (found[right] - found[left])))
    return edges


def are_near(one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether the edges of columns lie where they lay."""
    if len(one) != len(other):
        return False
    pairs = zip(accumulate(one), accumulate(other), strict=True)
    return all(abs(mine - yours) <= NEAR for mine, yours in pairs)
