"""Search for the widths that cost least: room goes from one column to another as long as that helps."""

from collections.abc import Callable, Sequence
from itertools import permutations
from math import inf
from typing import Final

_STEPS: Final = (4, 2, 1)
_ROUNDS: Final = 40

Units = tuple[int, ...]
# What some widths cost; where that is no less than what is given, how much more need not be known.
CostOf = Callable[[Units, float], float]


def search(start: Units, least: Units, gentle: CostOf, cost: CostOf) -> tuple[Units, float]:
    """Move room between columns, in large steps first; no column gets narrower than ``least``.

    A cost that is gentle with what is wrong shows the way first: where several columns have to
    give at once, what is wrong in between would stand in it.
    """
    near, _ = _climb(start, least, gentle, _STEPS)
    return _climb(near, least, cost, _STEPS)


def search_near(start: Units, least: Units, cost: CostOf) -> tuple[Units, float]:
    """Move room between columns in small steps, from widths that are nearly right."""
    return _climb(start, least, cost, _STEPS[1:])


def _climb(now: Units, least: Units, cost: CostOf, steps: Sequence[int]) -> tuple[Units, float]:
    value = cost(now, inf)
    tried = {now}  # what costs as much as what there is now, or more
    pairs = list(permutations(range(len(now)), 2))
    for step in steps:
        for _ in range(_ROUNDS):
            is_better = False
            for giving, taking in pairs:
                if now[giving] - step < least[giving]:
                    continue
                moved = list(now)
                moved[giving] -= step
                moved[taking] += step
                way = tuple(moved)
                if way in tried:
                    continue
                tried.add(way)
                there = cost(way, value)
                if there < value:
                    now, value, is_better = way, there, True
            if not is_better:
                break
    return now, value


def in_units(widths: Sequence[float], total: int, least: Sequence[int]) -> Units:
    """Round widths to whole units whose sum is given, the largest remainders first."""
    whole = sum(widths)
    shares = [width * total / whole for width in widths]
    units = [max(int(share), few) for share, few in zip(shares, least, strict=True)]
    order = sorted(range(len(units)), key=lambda n: (int(shares[n]) - shares[n], n))
    at = 0
    while sum(units) < total:
        units[order[at % len(order)]] += 1
        at += 1
    while sum(units) > total:
        units[_widest(units, least)] -= 1
    return tuple(units)


def _widest(units: Sequence[int], least: Sequence[int]) -> int:
    """Return the column that has most to give."""
    return max(range(len(units)), key=lambda n: (units[n] - least[n], -n))
