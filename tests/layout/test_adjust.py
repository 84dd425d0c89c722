"""Lines set closer or wider, so that nothing is cut by their ends, whatever program sets them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.adjust import adjusted_lines, as_body, set_adjusted
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from tests.layout.programs import lines_as_set

RULER = Ruler(type_setting())
EM = RULER.em
LIMITS = RULER.limits
LONG = "全年分三批购置图书和设备，累计投入1286.45万元，涉及12个乡镇的图书馆和阅览室，读者满意度达到98.7%。"
texts = st.text("图书馆购（）“”，。%≥0123456789.万元", min_size=25, max_size=80)
rooms = st.integers(6, 30).map(lambda n: n * EM)


@pytest.mark.parametrize("ems", [8, 9, 10, 11, 12, 13, 17, 20, 27.5])
def test_nothing_is_cut_in_long_words_at_any_usual_width(ems):
    setting = set_adjusted(RULER.parts(LONG), round(ems * EM), LIMITS)
    assert setting.lines[1:] == (0, 0)
    for is_closer in (True, False):
        lines = lines_as_set(RULER, LONG, setting, is_closer=is_closer)
        assert len(lines) == setting.lines.number
        assert not any(line.endswith(("1286.45", "1286.45万", "12", "98.7")) for line in lines)


def test_words_that_look_well_stay_as_they_are():
    setting = set_adjusted(RULER.parts("图" * 40), 10 * EM, LIMITS)
    assert setting.spaced == ()


@pytest.mark.parametrize("number", [LIMITS.longest_label, LIMITS.longest_label + 1])
def test_labels_keep_their_letters_together(number):
    text = "图" * (number - 2) + "5元"
    setting = set_adjusted(RULER.parts(text), 8 * EM, LIMITS)
    assert bool(setting.spaced) == (number > LIMITS.longest_label)


@given(texts, rooms)
def test_no_letter_is_moved_farther_than_the_limits(text, room):
    setting = adjusted_lines(RULER.parts(text), room, LIMITS._replace(pushed=0))
    assert all(-LIMITS.closer <= one.extra <= LIMITS.wider for one in setting.spaced)
    places = [at for one in setting.spaced for at in (one.start, one.end)]
    assert places == sorted(places)
    assert not places or (places[0] >= 0 and places[-1] <= len(text))


def test_lines_of_cells_are_pushed_where_no_room_between_letters_is_enough():
    text = "累计投入1286.45万元，" * 5
    room = round(8.5 * EM)
    assert adjusted_lines(RULER.parts(text), room, LIMITS._replace(pushed=0)).lines.broken
    setting = set_adjusted(RULER.parts(text), room, LIMITS)
    assert setting.lines.broken == 0
    for is_closer in (True, False):
        lines = lines_as_set(RULER, text, setting, is_closer=is_closer)
        assert lines[:2] == ["累计投入", "1286.45万元，累计"]
        assert not any(line.endswith(("1286.45", "万")) for line in lines)


def test_the_first_line_has_less_room():
    parts = RULER.parts("图" * 20)
    assert adjusted_lines(parts, 10 * EM, LIMITS).lines.number == 2
    assert adjusted_lines(parts, 10 * EM, LIMITS, first=2 * EM).lines.number == 3


@pytest.mark.parametrize(("mark", "lines"), [("，", 2), ("》", 3)])
def test_in_body_text_some_marks_hang_beside_a_line(mark, lines):
    words = RULER.measured("图" * 10 + mark + "图" * 10)
    body = as_body(words, 0, RULER.hanging)
    assert adjusted_lines([body], 10 * EM, LIMITS).lines.number == lines
