"""The total below heads of its own, as forms of some places print it; beside it the grade, filled in or not."""

import pytest

from tests.foreign import picture, read_word, understood

FORM = """
项目名称 | 湿地巡护 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分
产出 | 数量 | 巡护次数 | ≥48次 | 60 | 58
效益 | 生态 | 水鸟种数 | ≥20种 | 40 | 40
{total}
"""
BESIDE = """总分 | < | 总分值 | 总得分 | 自评等级 | <
^ | < | {values}"""
ALONE = """总分值 | < | 总得分 | < | 自评等级 | <
100 | < | 98 | < | 优 | <"""
ONE = """总得分 | < | < | 自评等级 | < | <
98 | < | < | 优 | < | <"""


def read(total):
    draft = understood(read_word("2023年度项目支出绩效自评表", picture(FORM.format(total=total))))
    (subject,) = draft.subjects
    stated = subject.get(("stated",)) or {}
    unread = [e.text for e in draft.accounts[0].entries if e.answer == "unread"]
    return {key: str(value) for key, value in stated.items()}, unread


@pytest.mark.parametrize(
    ("total", "stated"),
    [
        (
            BESIDE.format(values="100 | 98 | 优 | <"),
            {"weight": "100", "total": "98", "grade": "优"},
        ),
        (BESIDE.format(values="100 | 98 | | <"), {"weight": "100", "total": "98"}),
        (ALONE, {"weight": "100", "total": "98", "grade": "优"}),
        (ONE, {"total": "98", "grade": "优"}),
    ],
)
def test_the_total_stands_below_its_heads(total, stated):
    assert read(total) == (stated, [])


def test_a_total_without_a_number_below_it_is_read_as_before():
    assert "total" not in read(BESIDE.format(values="100 | 略 | 优 | <"))[0]
