"""Lines of a section: subheadings, numbered paragraphs, points, plain paragraphs."""

import pytest

from generator.model.blocks import Heading, Paragraph
from generator.model.spans import Span, plain_text
from generator.model.words_of_blocks import words_of
from generator.narrative.heading_numbers import Numbering
from generator.narrative.section_lines import SectionLines, TracedLines
from generator.prose.figure_marks import CLOSE, MIDDLE, OPEN
from generator.prose.origin_marks import Origins, Text
from generator.use.build.settled import settled_body

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


def test_rows_become_a_table_with_its_number_and_keys():
    (table,) = blocks("表：各镇\n| 镇 | 数 |\n| --- | ---: |\n| 甲 | 1 |")
    assert plain_text(table.caption) == "表1　各镇"
    assert [[plain_text(c.spans) for c in row] for row in table.rows] == [["镇", "数"], ["甲", "1"]]
    assert table.sides == ("", "right")
    assert table.rows[1][0].key == "s/t1/r2c1"


def test_rows_that_are_too_short_get_blank_cells():
    (table,) = blocks("| 镇 | 数 |\n| 甲 |")
    assert [plain_text(cell.spans) for cell in table.rows[1]] == ["甲", ""]


def test_figures_are_never_taken_for_marks():
    marked = f"| 名称 | {OPEN}a|b{MIDDLE}1|2[^1]{CLOSE} |\n| 甲 | 乙 |"
    (table,) = blocks(marked)
    assert table.rows[0][1].spans == (Span("1|2[^1]", "a|b"),)


def test_footnotes_stand_behind_the_words_that_refer_to_them():
    (one, two) = blocks("甲[^1]乙[^b]。\n[^1]: 第一。\n+ 丙[^1]\n[^b]：第二。")
    assert one.text == "甲乙。"
    assert [(n.at, plain_text(n.spans), n.key) for n in one.notes] == [
        (1, "第一。", "s/note[1]"),
        (2, "第二。", "s/note[b]"),
    ]
    assert two.text == "（一）丙"
    assert [note.at for note in two.notes] == [4]


def test_footnotes_of_a_point_count_its_number_and_its_lead():
    (point,) = blocks("- 科学[^1]公正。方法[^1]好。\n[^1]: 注")
    words = plain_text((*point.lead, *point.spans))
    assert words == "1.科学公正。方法好。"
    assert [words[: note.at] for note in point.notes] == ["1.科学", "1.科学公正。方法"]


def test_a_new_page_is_a_block_of_its_own():
    assert [type(b).__name__ for b in blocks("甲\n[分页]\n乙")] == [
        "Paragraph",
        "PageBreak",
        "Paragraph",
    ]


def test_what_is_not_there_leaves_a_gap():
    (gap,) = blocks("![现场](pictures/none.png)")
    assert gap.text == "【待补】"


def test_a_lead_that_waits_is_printed_before_a_table():
    made = blocks("## 甲\n| 一 | 二 |\n| 三 | 四 |")
    assert [type(b).__name__ for b in made] == ["Paragraph", "TextTable"]
    assert made[0].text == "1.甲。"


def test_traced_lines_make_the_same_blocks():
    text = "表：各镇\n| 镇[^1] | 数 |\n| 甲 | 1 |\n- 科学公正。方法[^1]好。\n[^1]: 注"
    origins = Origins()
    traced = TracedLines("s", 1, Numbering(STYLES)).blocks(
        origins.wrap(text, Text(None, ("text", "s"), "p"))
    )
    plain = SectionLines("s", 1, Numbering(STYLES)).blocks(text)
    said = [
        [plain_text(spans) for spans in words_of(block)] for block in settled_body(tuple(traced))
    ]
    assert said == [[plain_text(spans) for spans in words_of(block)] for block in plain]
