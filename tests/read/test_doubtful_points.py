"""Columns of points: headings that say otherwise are believed where no number bears the points out."""

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
LEAD = "一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值"
FIRST, SECOND = (
    "产出指标 | 数量指标 | 修缮校舍 | ≥3栋 | 3栋",
    "效益指标 | 社会效益指标 | 受益学生 | ≥900人 | 930人",
)


def roles(heads, first, second):
    rows = (f"{LEAD} | {heads}", f"{FIRST} | {first}", f"{SECOND} | {second}")
    draft = understood(read_word(TITLE, picture("\n".join(rows))))
    return {c.strip.heading: c.role for c in draft.bands[0].columns}


@pytest.mark.parametrize(
    ("heads", "first", "second", "expected"),
    [
        ("经费保障 | 原因说明", "√ | 未招标", " | ", {"经费保障": ""}),
        (
            "自评分 | 主管部门审核分 | 财政复核分",
            "50 | 50 | 48",
            "49 | 50 | 49",
            {"自评分": "score", "主管部门审核分": "", "财政复核分": "review"},
        ),
        ("分值 | 得分", "50 | 50", "50 | 49", {"分值": "weight", "得分": "score"}),
    ],
    ids=["ticks", "two reviewers", "points"],
)
def test_points_are_what_the_heading_calls_so(heads, first, second, expected):
    found = roles(heads, first, second)
    assert {heading: found[heading] for heading in expected} == expected
