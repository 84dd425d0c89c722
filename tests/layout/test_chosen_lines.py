"""Lines of a paragraph that are chosen together."""

import pytest

from generator.layout.adjust import adjusted_lines, as_body
from generator.layout.chosen_lines import chosen_lines
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler

RULER = Ruler(type_setting())
LINE = 28 * RULER.em
LIMITS = RULER.limits._replace(pushed=0)
BEHIND = "，在全区干部中开展学习教育活动，取得了明显的成效，得到了群众的认可。"


def parts(text):
    return [as_body(words, 0, RULER.hanging) for words in RULER.parts(text)]


@pytest.mark.parametrize("before", range(74, 82))
def test_a_long_document_number_stays_whole_wherever_it_stands(before):
    text = "某" * before + "中办发〔2020〕42号" + BEHIND
    assert chosen_lines(parts(text), LINE, LIMITS).lines.broken == 0


def test_lines_before_give_way_where_one_line_cannot():
    own = parts("某" * 77 + "中办发〔2020〕42号" + BEHIND)
    assert adjusted_lines(own, LINE, LIMITS).lines.broken == 1
    spaced = chosen_lines(own, LINE, LIMITS).spaced
    assert spaced[0].start == 0
    assert all(-LIMITS.closer <= one.extra <= LIMITS.wider for one in spaced)


def test_what_no_line_can_keep_whole_is_set_as_before():
    own = parts("中办发〔2020〕42号" + BEHIND)
    narrow = 4 * RULER.em
    assert chosen_lines(own, narrow, LIMITS) == adjusted_lines(own, narrow, LIMITS)


def test_a_first_line_is_indented():
    own, indent = parts("某" * 77 + "中办发〔2020〕42号" + BEHIND), 2 * RULER.em
    assert chosen_lines(own, LINE, LIMITS, indent).lines.broken == 0


def test_what_ends_well_is_left_alone():
    own = parts("某" * 90 + "。")
    assert chosen_lines(own, LINE, LIMITS) == adjusted_lines(own, LINE, LIMITS)
