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
        'row.field["指标值调整后"]',
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
