"""Funds that are turned: sources in columns, kinds of amounts in rows, of which there are at least two."""

import pytest

from tests.foreign import picture, read_word, understood

FORM = """
项目名称 | 戏台修缮 | < | < | <
主管部门 | 某县文旅局 | < | 实施单位 | 某县文化馆
资金情况（万元） | 项目 | 合计 | 财政拨款 | 其他资金
^ | 全年预算数 | 100 | 80 | 20
^ | {second} | {whole} | {one} | {other}
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值
产出指标 | 数量指标 | 修缮戏台 | 2座 | 2座
"""


@pytest.mark.parametrize(
    ("second", "cells", "expected"),
    [
        ("全年执行数", ("95", "76", "19"), (100, 95)),
        ("执行率", ("95%", "95%", "95%"), (None, None)),
    ],
)
def test_one_kind_of_amount_is_no_table_of_funds(second, cells, expected):
    whole, one, other = cells
    text = FORM.format(second=second, whole=whole, one=one, other=other)
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(text.strip()))).subjects
    assert (subject.get(("funds", "budget")), subject.get(("funds", "spent"))) == expected
