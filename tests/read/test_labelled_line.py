"""Cells that hold a label and its amount: the unit in the label is noted, the amount is kept."""

import pytest

from tests.foreign import picture, read_word, understood


@pytest.mark.parametrize(
    ("said", "budget", "unit"),
    [
        ("预算批复数（万元）：27.5", "27.5", "万元"),
        ("预算批复数（元）：275000", "275000", "元"),
        ("预算资金：27.5万元", "27.5", ""),
    ],
)
def test_an_amount_behind_its_label_is_the_budget(said, budget, unit):
    rows = picture(f"""
    项目名称：水渠维修 | < | < | <
    {said} | < | 实际支出数：26万元 | <
    三级指标 | 年度指标值 | 实际完成值 | 得分
    维修长度 | 9公里 | 9公里 | 90
    """)
    draft = understood(read_word("2023年度项目支出绩效自评表", rows))
    (subject,) = draft.subjects
    assert str(subject.values["funds"]["budget"]) == budget
    assert subject.money_unit == unit
    assert not draft.unplaced + subject.unplaced
