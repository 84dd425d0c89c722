"""Columns of amounts: what stands around a rate that is borne out, and which columns name rows."""

from decimal import Decimal

import pytest

from generator.read.funds_columns import MoneyColumn, _around, _is_row_head
from generator.read.table_rows import Spot
from tests.foreign import book
from tests.read.cells import table


def roles(*points):
    """Put points behind budget, spent and a rate of nine tenths."""
    values = (Decimal(100), Decimal(90), Decimal("0.9"), *map(Decimal, points))
    figures = {n: (value, n == 2) for n, value in enumerate(values)}
    known = ("budget", "spent", "rate", *[""] * len(points))
    columns = [MoneyColumn(n, n + 1, "", role) for n, role in enumerate(known)]
    return [column.role for column in _around(columns, figures, (0, 1, 2))][3:]


@pytest.mark.parametrize(("points", "role"), [("30", "score"), ("31", "")])
def test_an_execution_is_worth_thirty_points(points, role):
    assert roles(points) == [role]


@pytest.mark.parametrize(
    ("score", "expected"),
    [("9", ["weight", "score"]), ("9.1", ["weight", "score"]), ("9.11", ["", ""])],
)
def test_points_by_the_rate_are_right_to_a_tenth(score, expected):
    assert roles("10", score) == expected


@pytest.mark.parametrize(
    ("words", "figures", "is_head"), [(3, 2, True), (2, 2, False), (11, 9, True), (4, 5, False)]
)
def test_a_column_with_more_words_than_figures_names_rows(words, figures, is_head):
    rows = ["名称", *["中央资金"] * words, *["120"] * figures]
    own = table("\n".join(rows))
    spot = Spot(own.grid[0][0], "")
    assert _is_row_head(own, spot, range(1, len(rows)), book()) is is_head
