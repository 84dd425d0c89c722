"""Several statements on one line, and lines that would swallow one."""

import pytest

from generator.base.joined_lines import statements, swallows, tail_of


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ('a = "甲", b = 2', ('a = "甲"', "b = 2")),
        ('a = "甲"，b ＝ “乙”  # 注', ('a = "甲"', "b ＝ “乙”")),
        ("a = 1 b = true", ("a = 1", "b = true")),
        ('a = "甲, b = 乙"', ()),
        ('a = "甲" # b = 2', ()),
        ("a = 1", ()),
    ],
)
def test_statements_are_taken_apart_where_there_is_more_than_one(row, found):
    assert statements(row) == found


def test_the_remark_behind_them_is_kept():
    assert tail_of('a = "甲"，b = 2  # 注') == "# 注"


@pytest.mark.parametrize(
    ("row", "fixed", "is_lost"),
    [
        ('a = "甲"，b = “乙”', 'a = "甲\\"，b = “乙"', True),
        ('a = "甲"，b = “乙”', 'a = "甲"\nb = "乙"', False),
        ("a = “甲”", 'a = "甲"', False),
    ],
)
def test_a_mend_that_loses_a_key_is_none(row, fixed, is_lost):
    assert swallows(row, fixed) is is_lost
