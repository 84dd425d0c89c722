"""Lists of parts below one whole: each comes to it, but for a cent that was rounded."""

from decimal import Decimal

import pytest

from generator.rules.funds_splits import splits
from generator.rules.printed_funds import Funds, FundsRow
from generator.rules.printed_value import Amount


def row(value, name=""):
    return FundsRow(name, budget=Amount(Decimal(value)) if value else None)


@pytest.mark.parametrize(
    ("parts", "lists"),
    [
        (("60", "40", "70", "30"), [2, 2]),
        (("60", "40", "70", "29.99"), [2, 2]),
        (("60", "40", "70", "29.98"), [4]),
        (("60", "40", "100", "0"), [4]),  # a row that repeats the whole is no list
        (("60", "40", "70", "30", "0"), [2, 3]),
    ],
)
def test_a_list_ends_where_its_parts_come_to_the_whole(parts, lists):
    funds = Funds(total=row("100"), sources=tuple(row(part, "项") for part in parts))
    assert [len(found) for found in splits(funds)] == lists
