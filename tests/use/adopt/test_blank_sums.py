"""Blanks in a row of sums, in a form that nobody has filled in."""

import pytest

from tests.foreign import picture, word_bytes

TASKS = """
    部门名称 | < | | < | < | < | <
    年度主要任务 | 任务名称 | 完成情况 | 预算数（万元） | < | 执行数（万元） | <
    ^ | ^ | ^ | 财政拨款 | 其他资金 | 财政拨款 | 其他资金
    ^ | | | | | |
    ^ | 金额合计 | < | | | |
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | | | | |
    效益指标 | 社会效益指标 | | | | |
    总分 | < | < | < | < | 100 |
"""


@pytest.mark.parametrize(("row", "columns"), [(5, [4, 5, 6, 7]), (9, [6, 7])])
def test_the_sums_of_a_list_over_the_indicators_are_to_be_filled_in(row, columns, planned):
    plan = planned(word_bytes("2023年度部门整体支出绩效自评表", picture(TASKS)))
    assert [e.place.column for e in plan.edits if e.place.row == row] == columns
