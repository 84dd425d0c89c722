"""Amounts in one cell with the names of their rows, below a heading that says which amount it is."""

from decimal import Decimal

import pytest

from tests.foreign import picture, read_word, understood

INDICATORS = """
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡护里程 | ≥200公里 | 210公里 | 100 | 100
"""
FORM = """
    项目名称 | 护林防火 | < | < | < | < | <
    预算执行情况（万元） | {head} | 调整后预算 | 预算执行数 | 执行率 | 权重 | 得分
    ^ | {whole} | 64.00 | 48.00 | 75.00% | 10 | 7.5
    ^ | {first} | 50.00 | 40.00 | 80.00% | / | /
    ^ | {second} | 14.00 | 8.00 | 57.14% | / | /
"""


def funds(head, *rows):
    whole, first, second = rows
    table = FORM.format(head=head, whole=whole, first=first, second=second).rstrip()
    (subject,) = understood(
        read_word("项目支出绩效自评表（2023年度）", picture(table + INDICATORS))
    ).subjects
    found = subject.get(("funds",))
    return found.get("initial"), [(s["name"], s.get("initial")) for s in found["sources"]]


def test_the_amount_behind_the_name_of_a_row_is_that_of_the_heading():
    rows = ("总额：60.00", "其中：财政资金：50.00", "其他资金：10.00")
    initial, sources = funds("年初预算", *rows)
    assert initial == Decimal(60)
    assert sources == [("财政资金", Decimal(50)), ("其他资金", Decimal(10))]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("年初预算", ("总额", "其中：财政资金", "其他资金")),
        ("资金来源", ("总额", "其中：财政资金", "其他资金")),
    ],
)
def test_a_name_without_an_amount_is_a_name(head, rows):
    assert funds(head, *rows) == (None, [("财政资金", None), ("其他资金", None)])


def test_a_figure_under_a_heading_of_no_amount_is_none():
    _, sources = funds("资金来源", "总额：60.00", "其中：财政资金：50.00", "其他资金：10.00")
    assert all(initial is None for _, initial in sources)
