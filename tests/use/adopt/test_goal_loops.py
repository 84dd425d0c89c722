"""Blocks of goals as one loop: a form prints as many as a unit has, each with its name, points and sum."""

import docx
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


PLAIN = {
    "columns": (
        "年度总体目标 | 预期目标 | < | < | 完成情况 | < | <",
        "^ | {0} | < | < | {1} | < | <",
    ),
    "names": (
        "年度绩效目标 | 目标名称 | < | 预期目标 | < | 完成情况 | <",
        "^ | {2} | < | {0} | < | {1} | <",
    ),
    "labels": ("", "年度目标{n} | {0} | < | < | 完成情况{n} | {1} | <"),
    "numerals": ("", "目标{c} | {0} | < | < | 完成情况{c} | {1} | <"),
    "numbers": ("", "{label} | {n} | {0} | < | < | < | <"),
    "texts": ("", "{label} | 目标{n}：{0} | < | < | < | < | <"),
    "two rows": ("", "目标{n} | 预期 | {0} | < | < | < | <\n^ | 完成情况 | {1} | < | < | < | <"),
}
SAID = (
    ("疏浚北沟", "已疏浚", "北沟"),
    ("补栽柳树", "已补栽", "柳树"),
    ("修堰两座", "已修", "两堰"),
)


def plain(layout, count, *, is_blank=False, name="沟渠整治"):
    head, row = PLAIN[layout]
    rows = [head] if head else []
    for number in range(count):
        said = ("", "", "") if is_blank else SAID[number]
        label = "^" if number else "年度绩效目标"
        rows.append(row.format(*said, n=number + 1, c="一二三"[number], label=label))
    below = (HEAD, f"{CLASSES[0]} | 疏浚长度 | ≥2公里 | 2公里 | 100 | 100")
    top = f"项目名称 | < | {name} | < | < | < | <"
    return word_bytes(TITLE, picture("\n".join((top, *rows, *below))))


@pytest.mark.parametrize("layout", PLAIN)
def test_goals_with_a_row_each_are_a_loop_in_a_filled_form_and_in_a_blank_one(planned, layout):
    filled, blank = (planned(plain(layout, 2, is_blank=own)) for own in (False, True))
    around = [loop.around.over for loop in filled.loops if loop.around is not None]
    said = ({(*e.place[2:5], e.text) for e in plan.edits} for plan in (filled, blank))
    assert around == ["goals"]
    assert len({frozenset(own) for own in said}) == 1
    assert filled.left == ()


def test_the_label_of_all_goals_is_one_cell(twin, workspace):
    twin(plain("texts", 2), plain("texts", 3))
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    label = "年度绩效目标"
    table = docx.Document(str(made)).tables[0]
    merges = [r.cells[0]._tc.vMerge for r in table.rows if r.cells[0].text == label]
    assert merges == ["restart"] * 3  # python-docx gives the first cell of a merge for all of them


@pytest.mark.parametrize(
    ("change", "over"),
    [
        (("", ""), ["goals"]),
        (("^ | 疏浚北沟", "备注 | 疏浚北沟"), []),  # no label says how far the rows of goals reach
        (("已疏浚", ""), ["goals"]),
        (("完成情况 | < | <", "原因 | < | <"), []),
    ],
)
def test_the_row_of_the_only_goal_below_its_headings_is_a_loop(planned, change, over):
    head, row = PLAIN["columns"]
    rows = "\n".join(("项目名称 | < | 沟渠整治 | < | < | < | <", head, row.format(*SAID[0])))
    below = f"\n{HEAD}\n{CLASSES[0]} | 疏浚长度 | ≥2公里 | 2公里 | 100 | 100"
    plan = planned(word_bytes(TITLE, picture(rows.replace(*change) + below)))
    assert [loop.over for loop in plan.loops if loop.around is not None] == over


def test_a_form_that_had_one_goal_prints_three(twin):
    differences, told, _ = twin(plain("columns", 1), plain("columns", 3, name="堤岸维护"))
    assert (differences, "没有导入" in told) == ((), False)


@pytest.mark.parametrize(("layout", "count"), [("columns", 3), ("labels", 1), ("texts", 3)])
def test_a_form_has_as_many_rows_of_goals_as_the_unit_has(twin, layout, count):
    differences, told, _ = twin(plain(layout, 2), plain(layout, count, name="堤岸维护"))
    assert (differences, "没有导入" in told) == ((), False)


def test_places_of_goals_that_nobody_has_written_are_blank(twin):
    differences, told, _ = twin(plain("texts", 2), plain("texts", 2, is_blank=True))
    assert (differences, "没有导入" in told) == ((), False)


def test_rows_of_goals_that_say_something_else_stay_as_they_are(planned):
    rows = [
        f"年度绩效目标{n} | {said} | < | < | {more} | {done} | <"
        for n, (said, done, _), more in zip(
            (1, 2), SAID, ("完成情况", "为什么没有完成"), strict=False
        )
    ]
    top = "项目名称 | < | 沟渠整治 | < | < | < | <"
    plan = planned(word_bytes(TITLE, picture("\n".join((top, *rows)))))
    assert [loop for loop in plan.loops if loop.around is not None] == []
    assert sum("goals[" in edit.text for edit in plan.edits) > 1
