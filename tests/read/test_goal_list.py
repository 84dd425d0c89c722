"""Goals in rows: labels beside their texts, one to a row, or lines below one label."""

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
NAME = "项目名称 | 村级会计培训 | < | <"
ROWS = """一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出指标 | 数量指标 | 培训会计 | ≥90人 | 92人 | 50 | 50
效益指标 | 社会效益 | 记账合格率 | ≥95% | 97% | 50 | 50"""


def read(*tables):
    (subject,) = understood(read_word(TITLE, *map(picture, tables), picture(ROWS))).subjects
    return subject


def test_what_was_planned_and_what_was_reached_have_a_label_each():
    goal = read(
        f"{NAME}\n绩效目标 | 预期 | 培训会计九十人，记账合格。 | <\n^ | 实际 | 培训会计九十二人。 | <"
    ).values["goal"]
    assert goal == {"expected": "培训会计九十人，记账合格。", "achieved": "培训会计九十二人。"}


@pytest.mark.parametrize("turned", [False, True])
def test_goals_of_several_years_stand_beside_that_of_the_year(turned):
    rows = (
        ["三年目标 | 培训会计三百人。", "2023年目标 | 培训会计九十人。"],
        ["三年完成情况 | 培训三百一十人。", "2023年完成情况 | 培训九十二人。"],
    )
    planned, reached = (" | ".join(reversed(row) if turned else row) for row in rows)
    name = "项目名称 | 村级会计培训 | < | < | <"
    subject = read(f"{name}\n绩效目标 | {planned}\n^ | {reached}")
    assert subject.values["goal"] == {"expected": "培训会计九十人。", "achieved": "培训九十二人。"}
    fields = subject.values["fields"]
    assert (fields["三年目标"], fields["三年完成情况"]) == ("培训会计三百人。", "培训三百一十人。")


def test_a_text_over_two_rows_without_labels_stays_one():
    goal = read(f"{NAME}\n年度目标 | 培训会计九十人。 | < | <\n^ | 记账合格率九成五。 | < | <")
    assert goal.get(("goal", "expected")) == "培训会计九十人。\n记账合格率九成五。"


def test_lines_below_one_label_are_one_text():
    subject = read(
        NAME,
        "年度绩效目标 | < | < | <\n1.培训会计不少于九十人； | < | < | <\n"
        "2.记账合格率达到九成五。 | < | < | <\n目标完成情况 | < | < | <\n"
        "培训九十二人，合格率九成七。 | < | < | <",
    )
    assert subject.get(("goal", "expected")) == "1.培训会计不少于九十人；\n2.记账合格率达到九成五。"
    assert subject.get(("goal", "achieved")) == "培训九十二人，合格率九成七。"


def test_goals_in_a_table_of_their_own_are_kept_row_by_row():
    subject = read(
        NAME,
        "序号 | 年度绩效目标 | 完成情况 | 是否完成\n1 | 培训会计九十人 | 培训九十二人 | ☑是 □否\n"
        "2 | 开设两个班次 | 开设一个班次 | □是 ☑否",
    )
    assert subject.values["goal"] == {"expected": "培训会计九十人", "achieved": "培训九十二人"}
    fields = subject.values["fields"]
    assert (fields["年度绩效目标·2"], fields["完成情况·2"]) == ("开设两个班次", "开设一个班次")
    assert (fields["是否完成"], fields["是否完成·2"]) == ("是", "否")
    assert subject.conflicts == []


GOALS = [
    {"expected": "疏浚北沟两公里", "achieved": "已疏浚两公里"},
    {"expected": "补栽柳树三百棵", "achieved": "补栽三百一十棵"},
]
PLANNED = [{"expected": goal["expected"]} for goal in GOALS]
IN_ROWS = {
    "labels with what was reached": (
        (
            "年度目标1 | 疏浚北沟两公里 | 完成情况1 | 已疏浚两公里\n"
            "年度目标2 | 补栽柳树三百棵 | 完成情况2 | 补栽三百一十棵"
        ),
        GOALS,
    ),
    "labels over two rows": (
        (
            "目标一 | 预期目标 | 疏浚北沟两公里 | <\n^ | 完成情况 | 已疏浚两公里 | <\n"
            "目标二 | 预期目标 | 补栽柳树三百棵 | <\n^ | 完成情况 | 补栽三百一十棵 | <"
        ),
        GOALS,
    ),
    "labels alone": (
        "绩效目标1 | 疏浚北沟两公里 | < | <\n绩效目标2 | 补栽柳树三百棵 | < | <",
        PLANNED,
    ),
    "numbers beside one label": (
        "年度绩效目标 | 1 | 疏浚北沟两公里 | <\n^ | 2 | 补栽柳树三百棵 | <",
        PLANNED,
    ),
    "numbers in the text": (
        "年度绩效目标 | 目标1：疏浚北沟两公里 | < | <\n^ | 目标2：补栽柳树三百棵 | < | <",
        PLANNED,
    ),
    "a column of numbers": (
        (
            "序号 | 年度绩效目标 | 完成情况 | <\n1 | 疏浚北沟两公里 | 已疏浚两公里 | <\n"
            "2 | 补栽柳树三百棵 | 补栽三百一十棵 | <"
        ),
        GOALS,
    ),
}


@pytest.mark.parametrize(("rows", "goals"), IN_ROWS.values(), ids=IN_ROWS)
def test_goals_with_a_row_each_are_goals(rows, goals):
    subject = read(f"{NAME}\n{rows}")
    found = [{k: v for k, v in goal.items() if k != "name"} for goal in subject.get(("goals",))]
    assert (found, subject.unplaced, subject.get(("fields",))) == (goals, [], None)
    assert len(subject.values["indicator"]) == 2  # they are of all goals


@pytest.mark.parametrize(
    "row", ["年度绩效目标 | 1 | 疏浚北沟两公里 | <", "年度目标 | 疏浚北沟两公里 | < | <"]
)
def test_one_goal_is_the_goal(row):
    assert read(f"{NAME}\n{row}").values["goal"] == {"expected": "疏浚北沟两公里"}
