"""Lines as word processors break them, and the room that makes them look better."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.filled_lines import ends_of_lines, set_into, set_plainly
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler

RULER = Ruler(type_setting())
EM = RULER.em
texts = st.text("图书馆购（）“”，。%≥0123456789.万元 ab", min_size=1, max_size=60)
rooms = st.integers(1, 40).map(lambda n: n * EM // 2)


def lines(text, ems):
    ends = ends_of_lines(RULER.measured(text), round(ems * EM))
    return [text[a:b] for a, b in zip([0, *ends], ends, strict=False)]


def better(text, ems):
    setting = set_into(RULER.parts(text), round(ems * EM))
    return lines(text, setting.width / EM)


@pytest.mark.parametrize(
    ("text", "ems", "found"),
    [
        ("全县图书馆", 5, ["全县图书馆"]),
        ("全县图书馆", 4.99, ["全县图书", "馆"]),
        ("全县图书，馆", 4, ["全县图", "书，馆"]),
        ("全县图书（馆）", 5, ["全县图书", "（馆）"]),
        ("购书20000册", 4.9, ["购书20000", "册"]),
        ("购书20000册", 4.7, ["购书", "20000册"]),
        (
            "购书（A-12）套",
            3.2,
            ["购书", "（A-", "12）套"],
        ),  # a hyphen ends a line, a minus does not
        ("购书书-12套", 4, ["购书书", "-12套"]),
        ("20000000", 2, ["2000", "0000"]),  # what is too long for a line is cut where it is full
        ("图", 0.1, ["图"]),
    ],
)
def test_lines_are_full(text, ems, found):
    assert lines(text, ems) == found


@pytest.mark.parametrize(
    ("text", "ems", "found"),
    [
        ("满意度指标", 4, ["满意度", "指标"]),  # no single character in the last line
        ("满意度指标。", 5, ["满意度", "指标。"]),  # a mark beside it does not help
        ("项目绩效总目标（20分）", 5.3, ["项目绩效", "总目标", "（20分）"]),
        ("预算执行情况（万元）（20分）", 7, ["预算执行情", "况（万元）", "（20分）"]),
        ("全县图书馆", 5, ["全县图书馆"]),
        ("全县图书馆购书", 5, ["全县图书馆", "购书"]),  # as it is, where nothing is the matter
    ],
)
def test_less_room_is_used_where_lines_look_better(text, ems, found):
    assert better(text, ems) == found


def test_long_words_leave_no_gap_to_be_seen():
    setting = set_into(RULER.parts("图" * 41), 10 * EM)
    assert (setting.lines.number, setting.lines.lone) == (5, 0)
    assert 8 * EM <= setting.width < 10 * EM
    unchanged = set_into(RULER.parts("图" * 16), 3 * EM)  # three lines of two and more would not do
    assert (unchanged.lines.lone, unchanged.width) == (2, 3 * EM)


@pytest.mark.parametrize(
    ("text", "ems", "alone"),
    [
        ("读者满意指标", 3, 0),
        ("读1234567", 3.6, 1),  # a line above
        ("读者满意指标值", 3, 2),  # the last one
        ("读者", 1, 2),  # there is no room for two: what stands above is not counted
        ("读1234567" + "馆" * 20, 3.6, 0),  # nor in long words
    ],
)
def test_characters_that_stand_alone_are_counted(text, ems, alone):
    assert set_plainly(RULER.parts(text), round(ems * EM)).lone == alone


def test_a_paragraph_with_line_breaks_is_set_as_one():
    setting = set_into(RULER.parts("一是购书。\n二是还书"), 4 * EM)
    assert setting.lines.number == 3


@given(texts, rooms)
def test_nothing_is_lost_and_every_line_has_something(text, room):
    ends = ends_of_lines(RULER.measured(text), room)
    assert ends[-1] == len(text)
    assert ends == sorted(set(ends))


@given(texts, rooms)
def test_a_line_fits_or_is_one_character(text, room):
    measured = RULER.measured(text)
    start = 0
    for end in ends_of_lines(measured, room):
        reach = measured.ends[start + len(text[start:end].rstrip())] - measured.ends[start]
        assert reach - measured.gaps[start] <= room or end == start + 1
        start = end


@given(texts, rooms, st.integers(0, 4 * EM))
def test_with_more_room_there_are_never_more_lines(text, room, more):
    measured = RULER.measured(text)
    assert len(ends_of_lines(measured, room + more)) <= len(ends_of_lines(measured, room))


@given(texts, rooms)
def test_less_room_never_looks_worse(text, room):
    plain = set_into([RULER.measured(text)], room)
    measured = RULER.measured(text)
    ends = ends_of_lines(measured, room)
    broken = sum(end in measured.cut for end in ends)
    assert plain.lines.broken <= broken
    assert plain.width <= room
    assert plain.lines.number <= len(ends) + (1 if broken else 0)
    assert len(ends_of_lines(measured, plain.width)) == plain.lines.number
