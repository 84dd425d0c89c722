"""A title cut within a word: what is quoted of it, and what is too long to be one."""

import pytest

from generator.rules.page.page_title import breaks
from tests.rules.page.laid import SENTENCE, pages, said


def cuts(*lines):
    titles = [said(text, 40, "center") for text in lines]
    return [f.left for f in breaks(pages(*titles, said(SENTENCE))) if f.id == "title-cut"]


def test_six_signs_to_each_side_of_the_cut_name_it():
    assert cuts("某县学生营养改", "善计划绩效自评报告") == ["县学生营养改／善计划绩效自"]


@pytest.mark.parametrize(("length", "is_told"), [(300, True), (301, False)])
def test_lines_of_more_than_three_hundred_signs_are_no_title(length, is_told):
    left = length - len("学生营养改善计划")
    sizes = [*[20] * (left // 20), left % 20] if left % 20 else [20] * (left // 20)
    lines = ["好" * size for size in sizes]
    assert ("学生营养改／善计划" in "".join(cuts("学生营养改", "善计划", *lines))) is is_told


@pytest.mark.parametrize(("width", "count"), [(0, 0), (1, 1)])
def test_on_paper_without_any_room_no_title_is_cut(width, count):
    held = pages(said("学生营养改善", 40, "center"), said(SENTENCE), width=width)
    assert len({f.id for f in breaks(held) if f.id == "title-cut"}) == count
