"""Amounts as labels and values along one row are money, wherever the row stands."""

import pytest

from tests.foreign import picture, read_excel, read_word, understood

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
ROWS = """产出指标 | 数量指标 | 清淤长度 | ≥8公里 | 8公里 | 50 | 50
效益指标 | 社会效益 | 排涝能力 | 提升 | 提升 | 40 | 40"""
NAME = "项目名称 | 河道清淤 | < | < | < | < | <"
PAIRS = [
    "年初预算数（元） | 100 | 预算安排（元） | 120 | 实际支出（元） | 90 |",
    "年初预算（元） | 100 | 全年预算数（元） | 120 | 全年执行数（元） | 90 | ",
    "年初预算数 | 100 | 预算数 | 120 | 执行数 | 90 | ",
]
ORDERS = {
    "above": (NAME, "{pairs}", HEAD, ROWS),
    "first": ("{pairs}", HEAD, ROWS),
    "below": (NAME, HEAD, ROWS, "{pairs}"),
    "last": (HEAD, ROWS, "{pairs}"),
}


@pytest.mark.parametrize("read", [read_word, read_excel])
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("pairs", PAIRS)
def test_amounts_in_a_row_are_the_money_and_no_indicator(pairs, order, read):
    rows = picture("\n".join(ORDERS[order]).format(pairs=pairs))
    title = "2023年度项目支出绩效自评表"
    parts = (title, rows) if read is read_word else ([[title], *rows],)
    (subject,) = understood(read(*parts)).subjects
    funds = subject.values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (100, 120, 90)
    assert [row["name"] for row in subject.values["indicator"]] == ["清淤长度", "排涝能力"]


def test_beside_the_label_of_the_block():
    rows = picture("项目资金 | 年初预算数（元） | 100 | 预算安排（元） | 120 | 实际支出（元） | 90")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    assert subject.values["funds"] == {"unit": "元", "initial": 100, "budget": 120, "spent": 90}


def test_an_indicator_called_like_an_amount_stays_one():
    rows = picture(f"{HEAD}\n产出指标 | 成本指标 | 预算数 | ≤120万元 | 118万元 | 50 | 50\n{ROWS}")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    assert [row["name"] for row in subject.values["indicator"]] == [
        "预算数",
        "清淤长度",
        "排涝能力",
    ]
