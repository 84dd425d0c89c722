"""Columns of money are told by what every row bears out, and a row keeps its own amounts."""

from decimal import Decimal

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度专项资金绩效自评表"
NAME = "项目名称 | 村道亮化 | < | < | < | < | <"
HEAD = "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分"
ROWS = f"""{HEAD}
产出指标 | 数量指标 | 安装路灯 | ≥80盏 | 82盏 | 50 | 50
效益指标 | 社会效益 | 夜间出行 | 改善 | 改善 | 40 | 40"""


def read(*tables):
    (subject,) = understood(read_word(TITLE, *map(picture, tables))).subjects
    return subject


PARTED = """
    来源 | 预算安排（万元） | < | 资金下达（万元） | {spent}（万元） | 结余（万元） | 预算执行率
    ^ | 年初 | 调整后 | ^ | ^ | ^ | ^
    省级资金 | 300 | 300 | 300 | 300 | 0 | 100%
    县级资金 | 200 | 150 | 150 | 120 | 30 | 80%
    合计 | 500 | 450 | 450 | 420 | 30 | 93.33%
"""


@pytest.mark.parametrize("word", ["实际拨付", "拨付到项目"])
def test_a_header_of_two_rows_and_a_rate_that_only_some_columns_bear_out(word):
    funds = read(NAME, PARTED.format(spent=word), ROWS).values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (500, 450, 420)
    assert funds["stated"]["rate"] == Decimal("93.33")
    assert [(s["name"], s["budget"], s["spent"]) for s in funds["sources"]] == [
        ("省级资金", 300, 300),
        ("县级资金", 150, 120),
    ]
    assert funds["amounts"]["资金下达（万元）"] == 450


def test_columns_that_no_rate_bears_out_keep_their_own_names():
    wrong = (
        PARTED.replace("80%", "75%").replace("93.33%", "91%").replace("300 | 0 | 100%", "300 | 0 |")
    )
    funds = read(NAME, wrong.format(spent="实际拨付"), ROWS).values["funds"]
    assert "spent" not in funds
    assert funds["amounts"]["实际拨付（万元）"] == 420


def test_a_subtotal_below_the_sources_is_the_whole():
    money = """
        资金构成 | 预算安排 | < | 预算执行 | < | 未执行原因
        ^ | 年初 | 调整 | 支出 | 执行率（%） | ^
        衔接资金 | 60 | 50 | 48 | 96.00 | 两户退出
        县级配套 | 10 | 10 | 0 | 0 |
        小　计 | 70 | 60 | 48 | 80.00 | 自评得分：8（满分10）
    """
    subject = read(NAME, money, ROWS)
    funds = subject.values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (70, 60, 48)
    assert [s["name"] for s in funds["sources"]] == ["衔接资金", "县级配套"]
    assert (funds["stated"]["score"], funds["stated"]["weight"]) == (8, 10)
    assert "explanation" not in funds
    assert subject.conflicts == []


@pytest.mark.parametrize(("rate", "key"), [("90%", "budget"), ("85%", "initial")])
def test_the_only_amount_before_what_was_spent_is_the_budget_if_its_rate_says_so(rate, key):
    money = f"""
        资金（万元） | 类别 | 年初预算数 | 执行数 | 执行率
        ^ | 资金总额 | 200 | 180 | {rate}
    """
    funds = read(NAME, money, ROWS).values["funds"]
    assert {"budget", "initial"} & {*funds} == {key}
    assert funds[key] == 200


def test_amounts_beside_labels_of_their_own():
    money = """
        项目名称 | < | 村道亮化 | < | < | < | <
        预算安排情况 | < | 资金到位情况 | < | 资金执行情况 | < | 预算执行进度
        预算数 | 90 | 到位数 | 90 | 执行数 | 72 | 80
        其中：财政资金 | 60 | 其中：财政资金 | 60 | 其中：财政资金 | 60 | 100
        其他 | 30 | 其他 | 30 | 其他 | 12 | 40
        二、目标完成情况 | < | < | < | < | < | <
    """
    subject = read(money, ROWS)
    funds = subject.values["funds"]
    assert (funds["budget"], funds["spent"], funds["stated"]["rate"]) == (90, 72, 80)
    assert [(s["name"], s["budget"], s["spent"]) for s in funds["sources"]] == [
        ("财政资金", 60, 60),
        ("其他", 30, 12),
    ]
    assert not [one for one in subject.unplaced if "金额" in one.reason]


def test_an_amount_whose_heading_stands_over_the_names_of_the_rows_too():
    money = """
        资金来源 | 金额 | < | 支出 | 结余
        ^ | 政府性基金 | 500.00 | 450.00 | 50.00
        ^ | 一般公共预算 | 30.00 | 30.00 | 0.00
    """
    sources = read(NAME, money, ROWS).values["funds"]["sources"]
    assert [(s["name"], s["budget"], s["spent"]) for s in sources] == [
        ("政府性基金", 500, 450),
        ("一般公共预算", 30, 30),
    ]


@pytest.mark.parametrize(
    ("said", "total", "score"),
    [
        ("年度预算：60.00　实际支出：54.00　执行率：90%　得分：9分", None, 9),
        ("年度预算：60.00　实际支出：54.00　得分：88分", 88, None),
    ],
)
def test_points_behind_a_rate_are_those_of_the_execution(said, total, score):
    subject = read(f"{NAME}\n政策资金（万元） | {said} | < | < | < | < | <", ROWS)
    assert subject.get(("stated", "total")) == total
    assert subject.get(("funds", "stated", "score")) == score
