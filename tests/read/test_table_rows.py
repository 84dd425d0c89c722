"""Headers of one row and of two: the second row is theirs where one word stands over several columns."""

import pytest

from generator.read.table_rows import leaf_heads
from tests.read.cells import table


@pytest.mark.parametrize(
    ("rows", "leaf", "heads"),
    [
        ("事项 | 选择 | <\n^ | 是 | 否", 1, ["事项", "是", "否"]),
        ("事项 | 选择\n^ | 是", 0, ["事项", "选择"]),
        ("事项 | 选择 | <\n修渠 | 是 | 否", 0, ["事项", "选择"]),
    ],
    ids=["several", "one", "beside a row"],
)
def test_a_word_over_several_columns_beside_a_cell_of_two_rows_makes_a_header_of_two(
    rows, leaf, heads
):
    found, lowest, _ = leaf_heads(table(rows), 0)
    assert (found, [cell.text for cell in lowest]) == (leaf, heads)
