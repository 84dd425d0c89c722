"""Indicators of one name in other units, or with the other direction."""

import pytest

from tests.rules.tree.trees import found, project, told, unit

BODIES = ("东山县文化局", "西河县水务局", "南湖县教育局")


def tree(*rows):
    return [(unit(body), project(rows=[row])) for body, row in zip(BODIES, rows, strict=False)]


BAD = [
    ("培训次数|≥3次", "培训次数|≥4次", "培训次数|≥4期", [("d2", "期", "次")]),
    ("培训 次数|≥3次", "培训次数|4次", "培训次数|3~5人次", [("d2", "人次", "次")]),
    ("经费控制数|≤3万元", "经费控制数|≤20000元", "经费控制数|≤100%", [("d2", "%", "万元")]),
    ("平均用时|≤3天", "平均用时|≤2天", "平均用时|≥2天", [("d2", "越大越好（≥）", "越小越好（≤）")]),
    (
        "用时|3天|direction = '≤'",
        "用时|<2天",
        "用时|>2天",
        [("d2", "越大越好（≥）", "越小越好（≤）")],
    ),
]
GOOD = [
    ("经费控制数|≤3万元", "经费控制数|≤20000元", "经费控制数|≤0.1亿元"),
    ("培训次数|≥3次", "培训次数|=4次", "培训次数|5次"),
    ("培训次数|≥3次", "培训期数|≥4期", "培训人次|≥40人次"),
    ("培训情况|良好", "培训情况|≥3次", "培训情况|2023年底前"),
    ("制度建设|≥3", "制度建设|≥3项", "制度建设|≥4"),
]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case[-2])
def test_the_rarer_is_told_with_what_most_write(tmp_path, case):
    *rows, expected = case
    assert told(found(tmp_path, *tree(*rows)), "unit-differs", "direction-differs") == expected


@pytest.mark.parametrize("rows", GOOD, ids=lambda rows: rows[0])
def test_what_can_be_converted_or_says_nothing_is_left_alone(tmp_path, rows):
    assert told(found(tmp_path, *tree(*rows)), "unit-differs", "direction-differs") == []
