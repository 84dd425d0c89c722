"""Blanks of a form: corners of its tables stay empty, gaps of short cells are filled."""

import pytest

from generator.read.specimen import _below_words, _beside_goals, _corners, _Filler
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


@pytest.mark.parametrize(
    ("head", "words"),
    [("年初预算数 | 全年执行数 | 备注", 1), ("年初预算数 | 名称 | 备注", 0)],
)
def test_words_stand_below_a_remark_beside_two_amounts(head, words):
    assert len([*_below_words(table(f"{head}\n | | "), book())]) == words


def test_amounts_of_a_blank_are_fifty_different_ones_that_a_rate_or_points_may_be():
    filler = _Filler("numbers", (), book())
    made = [int(filler._specimen("")) for _ in range(60)]
    assert (min(made), max(made), len({*made})) == (50, 99, 50)


@pytest.mark.parametrize(
    ("line", "filled"),
    [
        ("年度自评", "2031年度自评"),
        ("    年部门预算自评", "2031年部门预算自评"),
        ("    年限", "    年限"),
        ("年 月 日", "2031年3月15日"),
        ("年 月 日至年 月 日", "2031年3月15日至2031年3月15日"),
    ],
)
def test_what_a_line_begins_with_is_filled_once(line, filled):
    assert _Filler("words", (), book())._line(line, [], is_line=True) == filled


@pytest.mark.parametrize(
    ("row", "places"),
    [
        ("绩效目标 |  | < | 完成情况 |  | <", 2),
        ("绩效目标 |  | 完成情况 |  | < | <", 1),  # a narrow one may be that of a column
        ("一级指标 |  | < | 完成情况 |  | <", 0),
        ("绩效目标 | 改造户厕 | < | 完成情况 | 已改造 | <", 0),
    ],
)
def test_wide_blanks_beside_the_label_of_the_goal_are_no_header(row, places):
    assert len([*_beside_goals(table(row), book())]) == places
