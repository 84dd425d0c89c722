"""Lines of a section: subheadings, numbered paragraphs, points, plain paragraphs."""

import pytest

from generator.model.blocks import Heading, Paragraph
from generator.narrative.lines import SectionLines
from generator.narrative.numbering import Numbering

STYLES = ("{一}、", "（{一}）", "{1}.")


def blocks(text, level=1):
    numbering = Numbering(STYLES, "第{一}部分　")
    numbering.next(0)
    for depth in range(1, level + 1):
        numbering.next(depth)
    return list(SectionLines("s", level, numbering).blocks(text))


def test_every_line_is_a_paragraph_with_a_key_of_its_own():
    made = blocks("甲。\n\n乙。")
    assert [(b.text, b.key) for b in made] == [("甲。", "s/p1"), ("乙。", "s/p2")]


def test_subheadings_are_numbered_one_and_two_levels_below():
    made = blocks("# 职责一\n正文\n## 其一\n说明\n# 职责二")
    assert isinstance(made[0], Heading)
    assert [b.text for b in made] == ["（一）职责一", "正文", "1.其一。说明", "（二）职责二"]
    assert made[2].lead


def test_numbered_paragraphs_are_no_headings():
    made = blocks("有：\n+ 甲\n+ 乙")
    assert [b.text for b in made] == ["有：", "（一）甲", "（二）乙"]
    assert all(isinstance(b, Paragraph) for b in made)


@pytest.mark.parametrize(
    ("line", "lead", "rest"),
    [
        ("- 科学公正。方法合理。", "1.科学公正。", "方法合理。"),
        ("- 只有一句", "", "1.只有一句"),
        ("- 一句而已。", "", "1.一句而已。"),
    ],
)
def test_a_points_first_sentence_is_its_lead(line, lead, rest):
    (point,) = blocks(line)
    assert "".join(s.text for s in point.lead) == lead
    assert "".join(s.text for s in point.spans) == rest


def test_a_subheading_without_text_still_stands():
    made = blocks("## 甲\n## 乙")
    assert [b.text for b in made] == ["1.甲。", "2.乙。"]


@pytest.mark.parametrize("words", ["#不是标题", "-5度", "+号", "1. 自己的序号"])
def test_signs_without_a_space_are_words(words):
    assert blocks(words)[0].text == words
