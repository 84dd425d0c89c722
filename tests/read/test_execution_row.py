"""The points of the execution in a row below the indicators; sums that leave it out."""

from decimal import Decimal

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
FORM = """
项目名称 | < | 村级会计培训 | < | < | < | <
项目资金 | 资金总额 | 预算数 | 50 | 执行数 | 45 | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出指标 | 数量指标 | 培训会计 | ≥90人 | 92人 | 50 | 50
效益指标 | 社会效益 | 记账合格率 | ≥95% | 97% | 40 | 40
{row}
合计 | < | < | < | < | {sums}
"""


def read(row, sums="100 | 99", *below):
    text = FORM.format(row=row, sums=sums)
    (subject,) = understood(read_word(TITLE, picture(text), *below)).subjects
    return subject


@pytest.mark.parametrize(
    "row",
    [
        "预算执行率（10分） | < | < | < | < | 10 | 9",
        "预算执行率得分（10分） | < | < | < | < | < | 9",
        "预算执行率（10） | 预算执行率 | | 100% | 90% | 10 | 9",
    ],
)
def test_they_are_no_rate_and_no_indicator(row):
    subject = read(row)
    stated = subject.values["funds"]["stated"]
    assert (stated["weight"], stated["score"]) == (10, 9)
    assert stated.get("rate") in (None, 90)
    assert [i["name"] for i in subject.values["indicator"]] == ["培训会计", "记账合格率"]
    assert subject.values["stated"] == {"weight": 100, "total": 99}


def test_it_may_stand_above_the_indicators_and_reach_over_their_names():
    row = "预算执行率 | < | < | 100% | 90% | 10 | 9"
    head, top = FORM.split("产出指标", maxsplit=1)
    text = f"{head}{row}\n产出指标{top}".replace("{row}\n", "").format(sums="100 | 99")
    (subject,) = understood(read_word(TITLE, picture(text))).subjects
    stated = subject.values["funds"]["stated"]
    assert (stated["weight"], stated["score"], stated["rate"]) == (10, 9, 90)
    assert subject.unplaced == []


def test_an_indicator_of_that_name_stays_one():
    subject = read("过程指标 | 资金管理 | 预算执行率 | 100% | 90% | 10 | 9")
    assert [i["name"] for i in subject.values["indicator"]][-1] == "预算执行率"


EXECUTION = "预算执行率（10分） | < | < | < | < | 10 | 9"


def test_a_row_of_sums_without_them_is_no_total():
    subject = read(EXECUTION, "90 | 90")
    assert subject.get(("stated", "total")) is None
    assert subject.get(("fields", "指标合计·得分")) == "90"


def test_the_total_is_what_a_later_line_says_with_them():
    subject = read(EXECUTION, "90 | 90", "自评总分：99分")
    assert subject.get(("stated", "total")) == Decimal(99)
    assert subject.conflicts == []


def test_a_wrong_total_stays_the_total():
    subject = read(EXECUTION, "100 | 90")
    assert subject.get(("stated", "total")) == 90


def test_they_may_stand_before_the_indicators():
    text = FORM.replace("\n{row}", "").format(sums="100 | 99")
    head = "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分\n"
    row = "预算执行率（10分） | < | < | 100% | 90% | 10 | 9\n"
    draft = understood(read_word(TITLE, picture(text.replace(head, head + row))))
    (subject,), (band,) = draft.subjects, draft.bands
    stated = subject.values["funds"]["stated"]
    assert (stated["weight"], stated["score"], stated["rate"]) == (10, 9, 90)
    assert [i["name"] for i in subject.values["indicator"]] == ["培训会计", "记账合格率"]
    assert band.first == band.span[0] + 1


@pytest.mark.parametrize(
    ("row", "points"),
    [
        ("预算执行 | 支出率 | < | 100% | 90% | 10 | 9", (10, 9, 90)),
        ("预算执行 | 支出率 | 支出率 | 100% | 90% | 10 | 9", None),
        ("预算执行 | 内控建设 | < | 100% | 90% | 10 | 9", None),
    ],
)
def test_they_may_stand_in_a_class_of_their_own(row, points):
    text = FORM.replace("\n{row}", "").format(sums="100 | 99")
    head = "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分\n"
    (subject,) = understood(
        read_word(TITLE, picture(text.replace(head, f"{head}{row}\n")))
    ).subjects
    stated = subject.values["funds"].get("stated", {})
    found = tuple(stated.get(key) for key in ("weight", "score", "rate"))
    assert found == (points or (None, None, None))


def test_points_of_a_row_whose_score_is_open_are_no_rate():
    stated = read("预算执行率 | < | < | < | < | 10 | ", "100 | ").values["funds"]["stated"]
    assert stated == {"weight": 10}
