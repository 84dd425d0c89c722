"""Which amounts of a row its rate is of: one by another, in most rows and against none."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

_NEAR = Decimal("0.011")
Figures = Mapping[int, tuple[Decimal, bool]]  # by column, each with whether it is written as a rate


def borne_out(lines: Sequence[Figures], roles: Mapping[int, str]) -> tuple[int, int, int] | None:
    """Find budget, spent and rate by all rows: most rows bear them out, and none denies them."""
    every = dict.fromkeys(found for line in lines for found in _ratios(line, roles))
    held = {f: sum(holds(line, f) for line in lines) for f in every}
    held = {f: n for f, n in held.items() if not any(denies(line, f) for line in lines)}
    return max(held, key=lambda f: (held[f], roles[f[0]] == "budget"), default=None)


def _ratios(figures: Figures, roles: Mapping[int, str]) -> Iterator[tuple[int, int, int]]:
    """Give what may be budget, spent and rate in a row: the rate is the second by the first."""
    rates = [n for n, (_, is_rate) in figures.items() if is_rate or roles[n] == "rate"]
    amounts = [n for n, (_, is_rate) in figures.items() if not is_rate]
    for rate in rates:
        for budget, spent in combinations([n for n in amounts if n != rate], 2):
            found = (budget, spent, rate)
            wanted = (("budget", ""), ("spent", ""), ("rate", ""))
            are_free = all(roles[n] in w for n, w in zip(found, wanted, strict=True))
            if are_free and holds(figures, found):
                yield found


def holds(figures: Figures, found: tuple[int, int, int]) -> bool:
    """Tell whether a row bears out what is budget, spent and rate."""
    return _bearing(figures, found) is True


def denies(figures: Figures, found: tuple[int, int, int]) -> bool:
    """Tell whether the rate of a row is not that of these amounts."""
    return _bearing(figures, found) is False


def _bearing(figures: Figures, found: tuple[int, int, int]) -> bool | None:
    """Tell whether the rate of a row is that of two of its amounts; ``None`` where one is missing."""
    if any(n not in figures for n in found):
        return None
    (whole, _), (part, _), (share, is_rate) = (figures[n] for n in found)
    if not whole:
        return None
    shares = (share,) if is_rate else (share, share / 100)
    return any(abs(part / whole - one) < _NEAR for one in shares)
