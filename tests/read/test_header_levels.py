"""A row of labels and values above a header is no part of it; a row of wider headings is."""

import pytest

from generator.read.header_levels import HeaderLevels
from tests.foreign import picture, read_word, understood
from tests.read.cells import lens, table

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称 | 苗圃围栏 | < | < | < | < | <"
HEADER = "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 评分"
ROWS = """
产出 | 数量 | 围栏长度 | ≥12公里 | 11公里 | 50 | 45.8
效益 | 社会效益 | 受益苗圃 | ≥6个 | 6个 | 40 | 40
"""


def draft_of(*rows):
    return understood(read_word(TITLE, picture("\n".join((NAME, *rows, HEADER, ROWS)))))


def answers(draft):
    return {e.text: e.answer for e in draft.accounts[0].entries}


@pytest.mark.parametrize(
    "expected", ["建成围栏12公里", "建成围栏12公里，苗木安全过冬。", "围好苗圃"]
)
@pytest.mark.parametrize(
    "row",
    [
        "年度总体目标 | 预期目标 | {0} | < | 实际完成情况 | {1} | <",
        "预期目标 | {0} | < | < | 实际完成情况 | {1} | <",
        "预期目标 | < | {0} | < | 实际完成情况 | < | {1}",
        "年度目标 | {0} | | | 完成情况 | {1} | ",
        "目标完成情况 | {1} | < | < | 年初目标 | {0} | <",
    ],
)
def test_goals_in_one_line_above_the_header_are_read(row, expected):
    achieved = "围栏建成11公里"
    draft = draft_of(row.format(expected, achieved))
    (subject,) = draft.subjects
    assert subject.values["goal"] == {"expected": expected, "achieved": achieved}
    assert [r["name"] for r in subject.values["indicator"]] == ["围栏长度", "受益苗圃"]
    assert [r["weight"] for r in subject.values["indicator"]] == [50, 40]


@pytest.mark.parametrize(
    "row",
    [
        "年度目标 | < | 护好苗木 | < | 完成情况 | < | 护好了",
        "绩效目标 | < | 护好苗木 | < | < | < | <",
        "目标 | 护好苗木 | < | < | 实际 | 苗木成活 | <",
        "总体情况 | 护好苗木 | < | < | 计划 | 苗木成活 | <",
    ],
)
def test_no_words_above_a_header_vanish(row):
    draft = draft_of(row)
    said = [cell.strip() for cell in row.split("|") if cell.strip() not in ("", "<")]
    values = [text for text in said if text.startswith(("护", "苗"))]
    assert [answers(draft)[text] for text in values] != []
    assert all(answers(draft)[text] in ("used", "unread") for text in values)


def test_a_text_that_is_a_known_word_is_a_text_all_the_same():
    draft = draft_of("年度总体目标 | 预期目标 | 护好苗木 | < | 实际完成情况 | 完成 | <")
    assert draft.subjects[0].values["goal"]["expected"] == "护好苗木"
    draft = draft_of("预期目标 | 完成 | < | < | 实际完成情况 | 完成 | <")
    assert [r["weight"] for r in draft.subjects[0].values["indicator"]] == [50, 40]
    assert answers(draft)["预期目标"] == "furniture"


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("绩效指标 | < | < | 目标值 | 自评情况 | < | <", "一级指标 | 二级指标 | 三级指标 | ^ | 完成值 | 权重 | 评分"),
        ("绩效目标 | < | < | 完成情况 | < | < | <", "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 评分"),
        ("指标 | < | < | 年度目标 | < | 得分情况 | <", "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 权重 | 评分"),
        ("一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 打分 | <", "^ | ^ | ^ | ^ | ^ | 权重 | 评分"),
    ],
)  # fmt: skip
def test_rows_of_wider_headings_belong_to_the_header(upper, lower):
    draft = understood(read_word(TITLE, picture("\n".join((NAME, upper, lower, ROWS)))))
    rows = draft.subjects[0].values["indicator"]
    assert [(r["target"], r["actual"], r["weight"]) for r in rows] == [
        ("≥12公里", "11公里", 50),
        ("≥6个", "6个", 40),
    ]
    assert not [text for text, answer in answers(draft).items() if answer == "unread"]


def test_a_heading_longer_than_any_label_is_listed():
    words = "今年围栏建设受雨季影响推迟了两个月但冬前全部完成了验收交付"
    header = HEADER.replace("评分", words)
    draft = understood(read_word(TITLE, picture("\n".join((NAME, header, ROWS)))))
    assert answers(draft)[words] == "unread"


@pytest.mark.parametrize(
    ("upper", "is_over"),
    [
        ("指标值 | < | 得分 | <", True),
        ("绩效指标 | < | 完成情况 | <", True),
        ("指标值 | < | 主管部门 | <", False),
    ],
    ids=["columns", "a block and a column", "a label of the head of the form"],
)
def test_words_over_several_columns_are_of_columns_alone(upper, is_over):
    held = table(f"{upper}\n应做 | 已做 | 占 | 记")
    spans = [(column, column + 1, True) for column in range(4)]
    upper, lower = (list(held.cells(row)) for row in (0, 1))
    assert HeaderLevels(lens()).spans_over(upper, lower, spans) is is_over
