"""Blocks of goals as one loop: a form prints as many as a unit has, each with its name, points and sum."""

import pytest

from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分"
WIDE = " | < | < | < | < | < | <"
CLASSES = ("产出指标 | 数量指标", "效益指标 | 社会效益指标")
TWO, THREE = ((1, 2), (2,)), ((1,), (2,), (1, 1))


def rows_of(goal, counts):
    """Give the rows of a goal: of each of so many indicators one."""
    for number, count in enumerate(counts, 1):
        name = f"事项{goal}之{number}"
        yield f"{CLASSES[count - 1]} | {name} | ≥{number}处 | {number}处 | 10 | 10"


def above(goals):
    for goal, counts in enumerate(goals, 1):
        yield from (f"目标{goal}：完成第{goal}片。{WIDE}", HEAD, *rows_of(goal, counts))
        yield f"小计 | < | < | < | < | {10 * len(counts)} | {10 * len(counts)}"


def below(goals):
    yield HEAD
    for goal, counts in enumerate(goals, 1):
        yield from (f"目标{goal}：完成第{goal}片。{WIDE}", *rows_of(goal, counts))


def beside(goals):
    for goal, counts in enumerate(goals, 1):
        name = f"绩效目标{'一二三'[goal - 1]}（{10 * len(counts)}分）"
        first, *others = (HEAD, *rows_of(goal, counts))
        yield from (f"{name} | {first}", *(f"^ | {row}" for row in others))


def form(blocks, goals, name="沟渠整治"):
    rows = [*blocks(goals)]
    edge = " | <" if blocks is beside else ""
    top = f"项目名称 | < | {name} | < | < | < | <{edge}"
    score = 10 * sum(map(len, goals))
    end = f"总分 | < | < | < | <{edge} | {score} | {score}"
    return word_bytes(TITLE, picture("\n".join((top, *rows, end))))


@pytest.mark.parametrize("blocks", [above, below, beside])
def test_a_third_goal_is_printed_by_a_form_that_had_two(twin, blocks):
    differences, told, words = twin(form(blocks, TWO), form(blocks, THREE, "堤岸维护"))
    assert "{%tr for goal in goals %}" in words
    assert differences == ()
    assert "没有导入" not in told


@pytest.mark.parametrize(
    ("change", "over"),
    [
        (("", ""), ["goal.indicators"]),
        # The second block calls a column otherwise: its rows are its own.
        (
            ("年度指标值 | 实际完成值", "指标值 | 完成值"),
            ["goals[0].indicators", "goals[1].indicators"],
        ),
    ],
    ids=["alike", "otherwise"],
)
def test_only_blocks_that_are_laid_out_alike_are_one_loop(planned, change, over):
    first, second = ("\n".join(beside((counts,))) for counts in ((1, 2), (2,)))
    second = second.replace("目标一", "目标二").replace(*change)
    top = "项目名称 | < | 沟渠整治 | < | < | < | < | <"
    data = word_bytes(TITLE, picture("\n".join((top, first, second))))
    assert [loop.over for loop in planned(data).loops] == over
