"""Several lists of parts below one whole: by source, then by use, each comes to it."""

from collections.abc import Sequence
from decimal import Decimal

from generator.model.amounts import MOST_TELLING
from generator.rules.printed_funds import Funds, FundsRow

Rows = tuple[FundsRow, ...]
_ROUNDED = Decimal("0.01")
_FEWEST = 2  # parts of a list; a single row that repeats the whole is none


def splits(funds: Funds) -> list[Rows]:
    """Part the rows below the whole into its lists; one column where all of them add up tells.

    A column in which one of them is wrong is held against the whole list by list all the same.
    """
    for column in MOST_TELLING:
        whole = getattr(funds.total, column)
        if whole is None or whole.value <= 0:
            continue
        found = _parted(funds.sources, column, whole.value)
        if len(found) > 1:
            return found
    return [funds.sources]


def _parted(rows: Rows, column: str, whole: Decimal) -> list[Rows]:
    """Close a list where its parts come to the whole (empty: some row is left over)."""
    found: list[Rows] = []
    start, together = 0, Decimal(0)
    for end, row in enumerate(rows, 1):
        amount = getattr(row, column)
        together += amount.value if amount is not None else 0
        if abs(together - whole) <= _ROUNDED and _is_list(rows[start:end], column):
            found.append(rows[start:end])
            start, together = end, Decimal(0)
    if found and together == 0:  # rows of nothing stand at the end of the last list
        found[-1] += rows[start:]
        return found
    return []


def _is_list(rows: Sequence[FundsRow], column: str) -> bool:
    amounts = [getattr(row, column) for row in rows]
    return sum(1 for amount in amounts if amount is not None and amount.value > 0) >= _FEWEST
