"""Lines of labels that end before what they would cut, whatever program sets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.adjust import set_adjusted
from generator.layout.pack import type_setting
from generator.layout.pushed import Line, pushed_line, pushed_lines
from generator.layout.ruler import Ruler
from tests.layout.programs import lines_as_set

RULER = Ruler(type_setting())
EM = RULER.em
LIMITS = RULER.limits
labels = st.text("书馆指标（）≥%，01235.批册", min_size=2, max_size=24)
rooms = st.integers(3 * EM, 9 * EM)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("读者满意指标（10分）", 4.3, ["读者满意", "指标", "（10分）"]),
        ("满意度指标（10分）", 4.3, ["满意度", "指标", "（10分）"]),
        ("购置图书批次（第2批，含期刊）", 5, ["购置图书", "批次（第", "2批，含", "期刊）"]),
    ],
)
def test_what_is_whole_begins_a_line_of_its_own(text, ems, lines):
    setting = set_adjusted(RULER.parts(text), round(ems * EM), LIMITS)
    assert setting.lines.broken == 0
    assert lines_as_set(RULER, text, setting, is_closer=True) == lines
    assert lines_as_set(RULER, text, setting, is_closer=False) == lines


@given(labels, rooms)
def test_all_programs_end_lines_where_they_are_expected_to_end(text, room):
    setting = pushed_lines(RULER.parts(text), room, LIMITS)
    if setting.lines.broken:
        return
    words = RULER.measured(text)
    for is_closer in (True, False):
        lines = lines_as_set(RULER, text, setting, is_closer=is_closer)
        assert len(lines) == setting.lines.number
        ends = {len("".join(lines[: n + 1])) for n in range(len(lines))}
        assert not ends & words.cut


@given(labels, rooms)
def test_no_letter_of_a_label_is_moved_farther_than_the_limits(text, room):
    setting = pushed_lines(RULER.parts(text), room, LIMITS)
    for one in setting.spaced:
        assert one.extra <= LIMITS.pushed if one.end - one.start == 1 else one.extra < 0
        assert one.extra >= -LIMITS.closer


@pytest.mark.parametrize(("limit", "is_pushed"), [(EM // 8, True), (EM // 8 - 1, False)])
def test_a_line_is_pushed_as_far_as_it_may(limit, is_pushed):
    # What is next would just fit; an eighth of an em keeps it off.
    words = RULER.measured("图书馆员")
    found = pushed_line([words], 0, 3, 4 * EM, limit)
    assert found == (Line(3, 0, EM // 8) if is_pushed else None)


def test_a_line_that_ends_by_itself_is_left_alone():
    words = RULER.measured("图书馆员")
    assert pushed_line([words], 0, 3, 3 * EM, EM) == Line(3)
