"""Tables that list things: a row of heads, two rows of values at least, one total at most."""

from types import SimpleNamespace

import pytest

from generator.rules.list_tables import _list


@pytest.mark.parametrize(
    ("first", "has_total", "is_list"),
    [
        (("护岸", "清淤"), False, True),
        (("护岸",), False, False),
        (("护岸", "清淤", "合计"), True, True),
        (("护岸", "合计"), True, False),
        (("护岸", "清淤", "合计", "总计"), True, False),
    ],
)
def test_a_list_has_two_rows_and_one_total_at_most(first, has_total, is_list):
    said = [("名称", "金额"), *((name, "5") for name in first)]
    cells = {
        row: {column: SimpleNamespace(text=text) for column, text in enumerate(texts, 1)}
        for row, texts in enumerate(said, 1)
    }
    found = [*_list(cells)]
    assert [table.total is not None for table in found] == [has_total] * is_list
