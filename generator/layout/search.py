"""Search for the widths that cost least: room goes from one column to another as long as that helps."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Final

_STEPS: Final = (8, 4, 2, 1)
_ROUNDS: Final = 40

Units = tuple[int, ...]


def search(start: Units, least: Units, cost: Callable[[Units], float]) -> tuple[Units, float]:
    """Move room between columns, in large steps first; no column gets narrower than ``least``."""
    now, value = start, cost(start)
    pairs = list(permutations(range(len(start)), 2))
    for step in (*_STEPS, *_STEPS[1:]):
        for _ in range(_ROUNDS):
            is_better = False
            for giving, taking in pairs:
                if now[giving] - step < least[giving]:
                    continue
                moved = list(now)
                moved[giving] -= step
                moved[taking] += step
                there = cost(tuple(moved))
                if there < value:
                    now, value, is_better = tuple(moved), there, True
            if not is_better:
                break
    return now, value


def in_units(widths: Sequence[int], total: int, least: int) -> Units:
    """Round widths to whole units whose sum is given, the largest remainders first."""
    whole = sum(widths)
    shares = [width * total / whole for width in widths]
    units = [max(int(share), least) for share in shares]
    order = sorted(range(len(units)), key=lambda n: (int(shares[n]) - shares[n], n))
    at = 0
    while sum(units) < total:
        units[order[at % len(order)]] += 1
        at += 1
    while sum(units) > total:
        widest = max(range(len(units)), key=lambda n: (units[n], -n))
        units[widest] -= 1
    return tuple(units)
