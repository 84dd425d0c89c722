"""Rows of the funds below one that they come to: 基本支出, and then 人员经费 and 公用经费."""

from collections.abc import Sequence
from decimal import Decimal

from generator.rules.printed_funds import FundsRow

_FEWEST = 2
_ROUNDED = Decimal("0.02")


def without_parts(rows: Sequence[FundsRow]) -> tuple[FundsRow, ...]:
    """Leave out the runs of rows that come to the row right above them, in every column that it has."""
    kept: list[FundsRow] = []
    at = 0
    while at < len(rows):
        kept.append(rows[at])
        at += 1 + _parts(rows[at], rows[at + 1 :])
    return tuple(kept)


def _parts(whole: FundsRow, below: Sequence[FundsRow]) -> int:
    """Return how many rows below one are its parts."""
    known = [(name, amount.value) for name, amount in whole.columns() if amount is not None]
    if not any(value for _, value in known):
        return 0
    for size in range(_FEWEST, len(below) + 1):
        if all(_are_parts(below[:size], name, value) for name, value in known):
            return size
    return 0


def _are_parts(parts: Sequence[FundsRow], column: str, whole: Decimal) -> bool:
    amounts = (dict(part.columns())[column] for part in parts)
    together = sum((a.value for a in amounts if a is not None), Decimal(0))
    return abs(together - whole) <= _ROUNDED
