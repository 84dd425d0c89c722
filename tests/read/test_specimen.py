"""Blanks of a form: corners of its tables stay empty, gaps of short cells are filled."""

import pytest

from generator.read.specimen import _corners, _Filler
from tests.foreign import book
from tests.read.cells import row, table


@pytest.mark.parametrize(
    ("head", "corners"),
    [(" | 预算数 | 执行数", 1), (" | 预算数", 0), ("名称 | 预算数 | 执行数", 0)],
)
def test_a_blank_at_the_head_of_three_columns_is_a_corner(head, corners):
    assert len([*_corners(table(head), book())]) == corners


@pytest.mark.parametrize(("length", "gaps"), [(199, 1), (200, 0)])
def test_the_gap_of_a_cell_of_two_hundred_signs_is_none(length, gaps):
    filler = _Filler("words", (), book())
    end = " 联系人："
    (cell,) = row("好" * (length - len(end)) + end)
    filler._cell(cell._replace(text="好" * (length - len(end)) + end))
    assert sum(map(len, filler.lines.values())) == gaps
