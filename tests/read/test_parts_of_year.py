"""Columns of a part of the year are kept under their own names; the year's amounts are the year's."""

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称 | 林道维护 | < | < | < | <"


def draft_of(*rows):
    return understood(read_word(TITLE, picture("\n".join((NAME, *rows)))))


def unread(draft):
    return [e.text for e in draft.accounts[0].entries if e.answer == "unread"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("一季度支出", "二至四季度支出"),
        ("1-3月执行数", "4-12月执行数"),
        ("上半年实际支出", "下半年实际支出"),
        ("截至6月支出数", "第四季度支付数"),
    ],
)
def test_what_was_spent_in_a_part_of_the_year_is_not_what_was_spent(first, second):
    draft = draft_of(
        f"资金来源 | 年初预算 | {first} | {second} | 全年支出 | 执行率",
        "资金合计 | 64 | 10.5 | 49.5 | 60 | 93.75%",
        "财政拨款 | 44 | 8 | 36 | 44 | 100%",
        "自筹 | 20 | 2.5 | 13.5 | 16 | 80%",
    )
    (subject,) = draft.subjects
    assert (subject.get(("funds", "budget")), subject.get(("funds", "spent"))) == (64, 60)
    assert [s["spent"] for s in subject.get(("funds", "sources"))] == [44, 16]
    kept = subject.get(("funds", "amounts"))
    assert (str(kept[first]), str(kept[second])) == ("10.5", "49.5")
    assert [str(s["amounts"][second]) for s in subject.get(("funds", "sources"))] == ["36", "13.5"]
    assert unread(draft) == []
    assert not [r for r in subject.remarks if "没有相加" in r]


@pytest.mark.parametrize("whole", ["1-12月执行数", "截至12月支出数", "全年执行数"])
def test_twelve_months_are_the_year(whole):
    draft = draft_of(
        f"资金来源 | 年初预算 | 一季度支出 | {whole} | 执行率 | 备注",
        "资金合计 | 64 | 10.5 | 60 | 93.75% | ",
    )
    assert draft.subjects[0].get(("funds", "spent")) == 60


def test_quarters_alone_are_kept_and_not_added_up():
    draft = draft_of(
        "资金来源 | 年初预算 | 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出",
        "资金合计 | 64 | 10 | 20 | 14 | 16",
    )
    (subject,) = draft.subjects
    assert subject.get(("funds", "spent")) is None
    assert list(subject.get(("funds", "amounts")).values()) == [10, 20, 14, 16]
    assert [r for r in subject.remarks if "没有相加" in r]


@pytest.mark.parametrize("heading", ["上半年完成", "1-9月完成情况", "前三季度完成值"])
def test_what_was_reached_in_a_part_of_the_year_stands_beside_what_was_reached(heading):
    draft = draft_of(
        f"一级指标 | 二级指标 | 三级指标 | 年度指标值 | {heading} | 全年完成值",
        "产出 | 数量 | 维护里程 | ≥80公里 | 31公里 | 82公里",
        "效益 | 社会效益 | 防火通达村 | ≥9个 | 4个 | 9个",
    )
    (subject,) = draft.subjects
    assert [r["actual"] for r in subject.values["indicator"]] == ["82公里", "9个"]
    assert subject.values["fields"] == {
        f"{heading}·维护里程": "31公里",
        f"{heading}·防火通达村": "4个",
    }
    assert unread(draft) == []


def test_where_nothing_else_was_reached_it_is_what_was_reached():
    draft = draft_of(
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月完成值 | 备注",
        "产出 | 数量 | 维护里程 | ≥80公里 | 31公里 | ",
        "效益 | 社会效益 | 防火通达村 | ≥9个 | 4个 | ",
    )
    assert [r["actual"] for r in draft.subjects[0].values["indicator"]] == ["31公里", "4个"]


@pytest.mark.parametrize(
    ("first", "adjusted"),
    [
        ("年初值", "调整值"),
        ("年初值", "调整后指标值"),
        ("年初目标", "调整后"),
    ],
)
def test_an_adjusted_value_is_no_weight(first, adjusted):
    draft = draft_of(
        f"考核指标 | 单位 | 符号 | {first} | {adjusted} | 实际值 | 权重得分",
        "维护里程 | 公里 | ≥ | 80 | 70 | 70 | 40",
        "维护合格率 | % | ＝ | 100 | 100 | 100 | 20",
        "护林员满意度 | % | ≥ | 85 | 90 | 91 | 30",
    )
    rows = draft.subjects[0].values["indicator"]
    assert [r["target"] for r in rows] == ["≥70公里", "=100%", "≥90%"]
    assert [r["actual"] for r in rows] == ["70公里", "100%", "91%"]
    assert not any("weight" in r for r in rows)
    assert [r.get("initial-target") for r in rows] == ["≥80公里", None, "≥85%"]


@pytest.mark.parametrize("heading", ["年中变动调整", "二次核定", "核增核减后"])
def test_values_that_no_form_gives_as_points_are_no_weights(heading):
    draft = draft_of(
        f"考核指标 | 单位 | 符号 | 指标值 | {heading} | 实际值 | 评分",
        "维护里程 | 公里 | ≥ | 80 | 70 | 70 | 40",
        "维护合格率 | % | ＝ | 100 | 100 | 100 | 20",
        "护林员满意度 | % | ≥ | 85 | 90 | 91 | 30",
    )
    rows = draft.subjects[0].values["indicator"]
    assert [r["stated"]["score"] for r in rows] == [40, 20, 30]
    assert not any("weight" in r for r in rows)


def test_a_value_that_speaks_of_a_part_of_the_year_is_no_heading():
    draft = draft_of(
        "三级指标 | 指标值 | 完成值 | 备注 | < | <",
        "林道验收 | 上半年完成 | 上半年完成 | | < | <",
        "围栏验收 | 三季度完成 | 四季度完成 | | < | <",
    )
    rows = draft.subjects[0].values["indicator"]
    assert [(r["name"], r["target"], r["actual"]) for r in rows] == [
        ("林道验收", "上半年完成", "上半年完成"),
        ("围栏验收", "三季度完成", "四季度完成"),
    ]


def test_months_in_a_heading_of_indicators_are_no_figures():
    draft = draft_of(
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月完成值 | 分值",
        "产出指标 | 数量指标 | 养护林道 | ≥30公里 | 18公里 | 50",
        "效益指标 | 社会效益指标 | 受益林农 | ≥200人 | 200人 | 40",
    )
    (band,) = draft.bands
    assert [c.strip.heading for c in band.columns][4] == "1-7月完成值"
