"""Rows that come to the row above them are its parts, but for what was rounded."""

from decimal import Decimal

import pytest

from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Amount
from generator.rules.rows_of_parts import without_parts


@pytest.mark.parametrize(
    ("budgets", "kept"),
    [
        (("100", "60", "40", "20"), ["100", "20"]),
        (("100", "60", "39.98", "20"), ["100", "20"]),
        (("100", "60", "39.97", "20"), ["100", "60", "39.97", "20"]),
        (("100", "100", "20"), ["100", "100", "20"]),  # one row is no list of parts
    ],
)
def test_two_rows_or_more_come_to_the_one_above_them(budgets, kept):
    rows = [FundsRow("项", budget=Amount(Decimal(value))) for value in budgets]
    total = FundsRow("", budget=Amount(Decimal(500)))
    found = without_parts(rows, total)
    assert [str(row.budget.value) for row in found] == kept
