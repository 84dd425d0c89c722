"""A header of amounts: by two names that are known, or by one with others that are likely, or parts of a year."""

import pytest

from generator.read.funds_block import is_header
from tests.foreign import book
from tests.read.cells import table


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("资金来源 | 全年预算数 | 全年执行数", True),
        ("资金来源 | 全年预算数 | 备注", False),
        ("资金来源 | 全年预算数 | 1-6月 | 7-12月", True),
        ("资金来源 | 全年预算数 | 1-6月 | 备注", False),
        ("资金来源 | 全年预算数 | 支付金额情况 | 执行比例情况", True),
        ("资金来源 | 全年预算数 | 支付金额情况 | 备注", False),
    ],
)
def test_a_header_of_amounts_names_two_columns_or_is_likely_to_name_three(head, is_one):
    below = " | ".join(["合计", *["甲"] * head.count("|")])
    assert is_header(table(f"{head}\n{below}"), 0, book()) is is_one


@pytest.mark.parametrize(
    ("head", "below", "is_one"),
    [
        ("拨款情况 | 配套情况 | 花费情况", "5 | 5 | 5", True),
        ("拨款情况 | 配套情况 | 花费情况", "5 | 5 | 无", False),
        ("拨款情况 | < | <", "5 | 5 | 5", False),
    ],
)
def test_other_names_over_a_whole_are_three_over_three_amounts(head, below, is_one):
    assert is_header(table(f"资金 | < | {head}\n^ | 合计 | {below}"), 0, book()) is is_one
