"""What the columns of indicators print in a form that nobody has filled in."""

import pytest

from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
CHANGED = """
    项目名称 | < |  | < | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | < | < | 分值 | 扣分 | 得分
    ^ | ^ | ^ | 年初 | 调整后 | 实际完成 | ^ | ^ | ^
    产出指标 | 数量指标 |  |  |  |  |  |  |
    效益指标 | 社会效益指标 |  |  |  |  |  |  |
    总分 | < | < | < | < | < | 100 | |
"""


def test_the_first_target_and_what_was_taken_off_have_their_columns(planned):
    plan = planned(word_bytes(TITLE, picture(CHANGED)))
    (loop,) = plan.loops
    tags = [text.strip("{ }").removesuffix("|merge") for text in loop.rows[-1].cells.values()]
    assert tags[3:] == [
        "row.initial_target",
        "row.adjusted_target",
        "row.actual",
        "row.weight",
        "row.lost",
        "row.score",
    ]
    assert "{{ form.lost_total }}" in {edit.text for edit in plan.edits}


UNITS = """
    项目名称 | 饮水 | < | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 得分
    产出指标 | 数量指标 | 新建水站 | ≥ | 7 | 座 | {0} | 40
    ^ | ^ | 铺设管道 | ≥ | 19 | 公里 | {1} | 30
    效益指标 | 社会效益指标 | 受益人数 | ≥ | 830 | 人 | 846 | 30
    总分 | < | < | < | < | < | < | 100
"""


@pytest.mark.parametrize(
    ("first", "second", "tag"),
    [
        ("7座", "21公里", "row.actual"),
        ("7", "21公里", "row.actual_bare"),
        ("", "", "row.actual_bare"),
    ],
)
def test_values_that_bear_the_unit_of_their_column_are_printed_so(planned, first, second, tag):
    plan = planned(word_bytes(TITLE, picture(UNITS.format(first, second))))
    (loop,) = plan.loops
    tags = [text.strip("{ }").removesuffix("|merge") for text in loop.rows[-1].cells.values()]
    assert tags[6] == tag


ADJUSTED = """
    项目名称 | 清漂 | < | < | < | < | < | <
    指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 | 指标权重 | 指标得分
    保洁河长 | 公里 | ≥ | 70 | {0} | 68 | 60 | 60
    就业岗位 | 个 | ≥ | 9 | {1} | 9 | 40 | 40
    合计 | < | < | < | < | < | 100 | 100
"""


@pytest.mark.parametrize(
    ("changed", "other", "tag"),
    [
        ("66", "9", "row.target_value"),
        ("66", "", "row.adjusted_target_value"),
        ("", "", "row.adjusted_target_value"),
    ],
)
def test_the_adjusted_target_is_in_force_where_sign_and_unit_stand_apart(
    planned, changed, other, tag
):
    plan = planned(word_bytes(TITLE, picture(ADJUSTED.format(changed, other))))
    (loop,) = plan.loops
    tags = [text.strip("{ }").removesuffix("|merge") for text in loop.rows[-1].cells.values()]
    assert tags[3:5] == ["row.initial_target_value", tag]
    assert plan.columns == {}


def test_a_form_with_two_targets_is_held_to_the_adjusted_one(twin, workspace):
    differences, _, _ = twin(
        word_bytes(TITLE, picture(ADJUSTED.format("66", "9"))),
        word_bytes(TITLE, picture(ADJUSTED.format("68", "8"))),
    )
    text = (workspace / "inputs" / "y" / "project-1.toml").read_text(encoding="utf-8")
    assert differences == ()
    assert text.index('"≥68公里"') < text.index('"≥70公里"') < text.index('"≥8个"')
