"""Rows of the funds below one that they come to: 基本支出, and then 人员经费 and 公用经费."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from generator.rules.printed_funds import FundsRow

_FEWEST = 2
_ROUNDED = Decimal("0.02")
Known = list[tuple[str, Decimal]]


def without_parts(rows: Sequence[FundsRow], total: FundsRow) -> tuple[FundsRow, ...]:
    """Leave out the runs of rows that come to the row right above them, in every column that it has.

    Where there are none, those that come to it in one column are left out, if what is left comes
    to the total in one.
    """
    kept = tuple(whole for whole, _ in _runs(rows, all))
    return kept if len(kept) < len(rows) else tuple(w for w, _ in _by_one_column(rows, total))


def parts_by_one_column(
    rows: Sequence[FundsRow], total: FundsRow
) -> Iterator[tuple[FundsRow, Sequence[FundsRow]]]:
    """Give the rows that others below them come to in one column, and not in another."""
    if all(not parts for _, parts in _runs(rows, all)):
        yield from ((whole, parts) for whole, parts in _by_one_column(rows, total) if parts)


def _by_one_column(
    rows: Sequence[FundsRow], total: FundsRow
) -> list[tuple[FundsRow, Sequence[FundsRow]]]:
    runs = list(_runs(rows, any))
    kept = [whole for whole, _ in runs]
    is_sure = any(_are_parts(kept, name, value) for name, value in _known(total) if value)
    return runs if is_sure else [(row, ()) for row in rows]


def _runs(
    rows: Sequence[FundsRow], enough: Callable[[Iterator[bool]], bool]
) -> Iterator[tuple[FundsRow, Sequence[FundsRow]]]:
    """Give every row that is no part, with the rows below it that are its parts."""
    at = 0
    while at < len(rows):
        size = _parts(rows[at], rows[at + 1 :], enough)
        yield rows[at], rows[at + 1 : at + 1 + size]
        at += 1 + size


def _parts(
    whole: FundsRow, below: Sequence[FundsRow], enough: Callable[[Iterator[bool]], bool]
) -> int:
    """Return how many rows below one are its parts."""
    known = _known(whole)
    if not any(value for _, value in known):
        return 0
    if enough is any:
        known = [(name, value) for name, value in known if value]
    for size in range(_FEWEST, len(below) + 1):
        if enough(_are_parts(below[:size], name, value) for name, value in known):
            return size
    return 0


def _known(row: FundsRow) -> Known:
    return [(name, amount.value) for name, amount in row.columns() if amount is not None]


def _are_parts(parts: Sequence[FundsRow], column: str, whole: Decimal) -> bool:
    amounts = (dict(part.columns())[column] for part in parts)
    together = sum((a.value for a in amounts if a is not None), Decimal(0))
    return abs(together - whole) <= _ROUNDED
