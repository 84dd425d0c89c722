"""Cells that hold a label and its amount: the unit in the label is noted, the amount is kept."""

import pytest

from generator.read.labelled_line import LineReader
from generator.read.labelled_values import FieldTaker
from tests.foreign import picture, read_word, understood
from tests.read.cells import desk, row


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


@pytest.mark.parametrize(("length", "year"), [(120, 2022), (121, None)])
def test_a_line_of_a_hundred_and_twenty_signs_may_say_the_year(length, year):
    own = desk()
    (cell,) = row("项目名称：2022年度水渠维修".ljust(length, "好"))
    assert LineReader(own, FieldTaker(own)).read(cell)
    assert own.draft.year == year
