"""How wide words are, where lines of them may end, and what is not to be cut."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler

RULER = Ruler(type_setting())
EM = RULER.em


def width(text):
    return RULER.measured(text).ends[-1]


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("", 0),
        ("图书馆", 3),
        ("（）", 2),
        ("≥", 1),
        ("20", 1),
        ("购20册", 3.5),  # a quarter of an em on either side
        ("（20）", 3),  # none beside a mark
        ("，20，", 3),
        ("购%册", 2 + 1706 / 2048),  # none beside a sign
    ],
)
def test_widths_are_those_of_the_fonts(text, ems):
    assert width(text) == ems * EM


def test_a_line_that_begins_with_a_digit_has_no_gap_before_it():
    measured = RULER.measured("购20")
    assert measured.gaps == (0, EM // 4, 0)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("图书馆", [1, 2, 3]),
        ("图，书", [2, 3]),  # no mark begins a line
        ("图（书）馆", [1, 4, 5]),  # no bracket ends one, none begins one
        ("图“书”馆", [1, 4, 5]),
        ("ab cd", [3, 5]),
        ("图95%馆", [1, 4, 5]),
        ("图95.5馆", [1, 5, 6]),
    ],
)
def test_lines_end_where_they_may(text, ends):
    assert list(RULER.measured(text).stops) == ends


def test_a_space_at_the_end_of_a_line_takes_no_room():
    measured = RULER.measured("ab cd")
    assert measured.reaches[0] == measured.ends[2]


def wholes(text):
    """Show what is not to be cut in square brackets."""
    cut = RULER.measured(text).cut
    starts = {at - 1 for at in cut if at - 1 not in cut}
    ends = {at for at in cut if at + 1 not in cut}
    return "".join(
        f"{'<' if at in starts else ''}{letter}{'>' if at in ends else ''}"
        for at, letter in enumerate(text)
    )


@pytest.mark.parametrize(
    "shown",
    [
        "购书册数<≥20000册>以上",
        "支出<1,234.5万元>。",
        "完成率<95.5%>以上",
        "资金<（万元）>",
        "产出指标<（50分）>",
        "执行率<（B/A）>完成",
        "得分（<20分>*执行率）",  # too long a bracket: only the points are kept together
        "规划<2022—2026年>完成",
        "至<3月22日>止",
        "<财预〔2020〕10号>。",
        "【待补】",  # of a draft, and soon gone
        "<分值>",
        "<年度><目标>",  # two and two look as well
        "<3年目标>",
        "年度总目标",  # five characters may be cut
        "分",
    ],
)
def test_what_is_not_to_be_cut(shown):
    assert wholes(shown.replace("<", "").replace(">", "")) == shown


def test_a_ruler_says_when_it_remembers_too_much():
    ruler = Ruler(type_setting())
    for number in range(4000):
        ruler.parts(f"购书{number}册\n还书")
    assert not ruler.is_full_of_words
    ruler.parts("还书")
    assert ruler.is_full_of_words


@pytest.mark.parametrize(
    ("text", "saved"),
    [
        ("发放“0-6”岁", EM - 909),  # behind a digit, not before one
        ("发放“岁6”“月”", 2 * (EM - 909)),  # as many as stand there; none behind Chinese
        ("“6”岁", 2 * (EM - 909)),  # and one before a digit that begins the words
        ("发放6，”岁", 0),
        ("6·岁", EM - 512),
    ],
)
def test_marks_behind_digits_may_be_those_of_the_latin_font(text, saved):
    measured = RULER.measured(text)
    gaps = sum(measured.gaps) - sum((measured.closer or measured).gaps)
    narrow = measured.closer or measured
    assert measured.ends[-1] - narrow.ends[-1] - gaps == saved
