"""Goals that stand over their indicators, whatever they are called, and below headings without merges."""

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
FIRST = "产出指标 | 数量指标 | 整治渠道 | ≥9公里 | 9公里 | 50 | 50"
SECOND = "效益指标 | 社会效益指标 | 受益农户 | ≥300户 | 310户 | 40 | 40"
NAME = "项目名称 | < | 渠道整治 | < | < | < | <"
WIDE = " | < | < | < | < | < | <"


def read(rows):
    (subject,) = understood(read_word(TITLE, picture(rows))).subjects
    return subject


def behind(*rows):
    return "\n".join((NAME, *rows))


ABOVE = behind(f"目标1：整治一片。{WIDE}", HEAD, FIRST, f"目标2：受益一片。{WIDE}", HEAD, SECOND)
BELOW = behind(HEAD, f"目标一：整治一片。{WIDE}", FIRST, f"目标二：受益一片。{WIDE}", SECOND)
BESIDE = "\n".join(
    (
        f"{NAME} | <",
        f"绩效目标一（50分） | {HEAD}",
        f"^ | {FIRST}",
        f"绩效目标二（40分） | {HEAD}",
        f"^ | {SECOND}",
    )
)
PAIRS = behind(
    "年度目标1 | < | 整治一片。 | < | 实际完成情况 | 已整治。 | <",
    HEAD,
    FIRST,
    "年度目标2 | < | 受益一片。 | < | 实际完成情况 | 已受益。 | <",
    HEAD,
    SECOND,
)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (ABOVE, {"name": "目标1", "expected": "整治一片。"}),
        (BELOW, {"name": "目标一", "expected": "整治一片。"}),
        (BESIDE, {"name": "绩效目标一", "weight": 50}),
        (PAIRS, {"name": "年度目标1", "expected": "整治一片。", "achieved": "已整治。"}),
    ],
    ids=["above each header", "below one header", "beside each header", "with what was reached"],
)
def test_a_goal_has_the_indicators_that_stand_below_it(rows, first):
    subject = read(rows)
    goals = subject.get(("goals",))
    assert [[row["name"] for row in goal["indicator"]] for goal in goals] == [
        ["整治渠道"],
        ["受益农户"],
    ]
    assert {key: goals[0][key] for key in first} == first
    assert not subject.get(("indicator",))


def test_one_block_alone_has_no_goal_of_its_own():
    subject = read(behind(f"目标1：整治一片。{WIDE}", HEAD, FIRST, SECOND))
    assert not subject.get(("goals",))
    assert len(subject.get(("indicator",))) == 2


@pytest.mark.parametrize("points", ["", "  ", "36"])
def test_points_beside_the_name_of_a_goal_may_be_blank(points):
    subject = read(BESIDE.replace("（50分）", f"（{points}分）"))
    assert subject.get(("goals", 0, "name")) == "绩效目标一"
    assert subject.get(("goals", 0, "weight")) == (36 if points.strip() else None)


TWO = "预期目标 | < | < | 实际完成情况 | < | <"
SAID = "整治9公里。 | < | < | 已整治9公里。 | < | <"
MORE = "受益300户。 | < | < | 受益310户。 | < | <"


@pytest.mark.parametrize(
    "label", ["", "年度总体目标", "总体目标"], ids=["blank below", "said again", "called otherwise"]
)
@pytest.mark.parametrize("count", [1, 2])
def test_goals_stand_below_their_headings_beside_a_label_that_is_not_merged(label, count):
    rows = [f"{label} | {said}" for said in (SAID, MORE)[:count]]
    subject = read(behind(f"年度总体目标 | {TWO}", *rows, HEAD, FIRST, SECOND))
    goals = subject.get(("goals",)) or [subject.get(("goal",))]
    assert [goal["expected"] for goal in goals] == ["整治9公里。", "受益300户。"][:count]
    assert [goal["achieved"] for goal in goals] == ["已整治9公里。", "受益310户。"][:count]
