"""Lines around a report: which is its title, how long one with the unit of money may be."""

import pytest

from tests.foreign import understood
from tests.read.lines import document

TITLE, BODY = "某县2023年度项目支出绩效自评报告", "本项目已完工，资金全部支付。"


@pytest.mark.parametrize(
    ("number", "is_title"), [("", True), ("1.", True), ("（一）", False), ("（1）", False)]
)
def test_a_title_has_no_number_or_a_plain_one(number, is_title):
    draft = understood(document(f"{number}{TITLE}", "一、项目情况", BODY))
    assert (draft.title == TITLE) is is_title


@pytest.mark.parametrize(("length", "is_read"), [(100, True), (101, False)])
def test_the_unit_of_money_stands_in_a_line_of_a_hundred_signs(length, is_read):
    said = "金额单位：元"
    line = f"{said}{'　' * (length - len(said) - 1)}好"
    draft = understood(document("2023年度项目支出绩效自评表", line))
    assert (line not in [left.quote for left in draft.unplaced]) is is_read
