"""Titles on two lines."""

import pytest

from generator.layout.filled_lines import ends_of_lines
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.layout.two_line_title import title_of

SETTING = type_setting()
RULER = Ruler(SETTING)
LONG = "某某县农村公路建设养护管理委员会部门整体绩效自评表"


def lines(text, room):
    room *= RULER.em
    found = title_of(text, room, RULER, SETTING.title)
    if found is None:
        return None
    ends = ends_of_lines(RULER.measured(text), found.width)
    return "|".join(text[a:b] for a, b in zip((0, *ends), ends, strict=False))


@pytest.mark.parametrize(
    ("text", "room", "found"),
    [
        (LONG, 24, "某某县农村公路建设养护管理委员会|部门整体绩效自评表"),
        ("农村公路建设养护补助项目支出绩效自评表", 17, "农村公路建设养护补助|项目支出绩效自评表"),
        ("项目支出绩效自评表", 20, None),  # one line
        (LONG, 10, None),  # three
        ("甲" * 30, 20, None),  # no words that are known
        (LONG, 16, None),  # it ends there by itself
    ],
)
def test_the_first_line_ends_between_words(text, room, found):
    assert lines(text, room) == found


def test_of_ends_between_words_the_one_in_the_middle_is_taken():
    text = "农村公路养护部门绩效项目支出自评表"
    assert lines(text, 16) == "农村公路养护部门绩效|项目支出自评表"


def test_a_second_line_that_would_be_longer_is_none():
    assert lines("部门农村公路建设养护补助甲乙丙丁", 14) is None
