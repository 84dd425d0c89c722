"""Widths and properties written into the text of a document."""

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.word.columns.edit import Edit, edited
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.widths_written import Putting, width_edits, word_edits
from generator.word.columns.xml_text import text_of
from tests.word.columns.tables import body, cell, plain_table, row, table

LOOKS = Looks({"": ParagraphLook(21, 240, "auto", "")}, {"": (0, 57, 0, 57)})
RULER = Ruler(type_setting())
LONG = "各项工作按计划完成，群众反映的问题件件有回音，事事有着落，没有发生安全事故。"


def put(text, kept=()):
    (found,) = scan_tables(text, LOOKS, "列宽不动")
    assert found.grid is not None
    return edited(text, list(word_edits(text, found, Putting(found.grid, kept, RULER, 10))))


def test_widths_stand_in_the_grid_and_in_every_cell():
    before = body(
        table(
            (1000, 2000, 500),
            row(cell("甲", 1000), cell("乙", 2500, span=2)),
            row(cell("丙", 1000), cell("丁", 2000), cell("戊", 500)),
        )
    )
    after = body(
        table(
            (1200, 1500, 800),
            row(cell("甲", 1200), cell("乙", 2300, span=2)),
            row(cell("丙", 1200), cell("丁", 1500), cell("戊", 800)),
        )
    )
    (found,) = scan_tables(before, LOOKS, "列宽不动")
    assert edited(before, list(width_edits(before, found, (1200, 1500, 800)))) == after


def test_edits_are_made_in_the_order_of_their_places():
    assert edited("甲乙丙丁", [Edit(2, 3, "三"), Edit(0, 1, "一")]) == "一乙三丁"


def test_words_that_are_in_order_stay_as_they_are():
    text = body(plain_table((1200, 3000), ["购书", "购书20000册"]))
    assert put(text) == text


def test_a_label_that_would_be_cut_keeps_off_the_sides():
    text = put(body(plain_table((1247, 3000), ["项目绩效总目标（20分）", "甲"])))
    assert '<w:ind w:left="' in text
    assert text.index("<w:ind ") < text.index('<w:jc w:val="center"/>')
    assert "总目标（20分）" in text_of(text)


def test_a_label_that_no_narrower_room_keeps_whole_gets_room_behind_the_ends_of_its_lines():
    # 满意度 / 指标 / （10分）: the words are the same, two letters have room behind them.
    words = "满意度指标（10分）"
    text = put(body(plain_table((1020, 3000), [words, "甲"])))
    assert words in text_of(text)
    assert text.count("<w:spacing ") == 2
    assert all(f'"/></w:rPr><w:t xml:space="preserve">{end}</w:t>' in text for end in "度标")
    assert "<w:ind " in text  # the room is just that for which the lines are set


def test_words_from_the_left_leave_room_at_their_right_only():
    own = table(
        (1247,), row(cell("项目绩效总目标（20分）", 1247, properties='<w:jc w:val="left"/>'))
    )
    assert '<w:ind w:left="0" w:right="' in put(body(own))


def test_an_indent_of_the_template_stays():
    own = '<w:ind w:left="10"/><w:jc w:val="center"/>'
    text = body(table((1247,), row(cell("项目绩效总目标（20分）", 1247, properties=own))))
    assert put(text) == text


def test_long_words_stand_at_the_left_and_short_ones_in_the_middle():
    long = put(body(plain_table((2000, 500), [LONG, "甲"])))
    assert long.count('<w:jc w:val="left"/>') == 1
    two_lines = put(body(plain_table((4200, 500), [LONG, "甲"])))
    assert '<w:jc w:val="left"/>' not in two_lines
    label = put(body(plain_table((600, 500), ["年度总体绩效目标完成情况", "甲"])))
    assert '<w:jc w:val="left"/>' not in label


def test_a_paragraph_without_properties_gets_some():
    own = table((1247,), row(cell("项目绩效总目标（20分）", 1247, properties="")))
    assert "<w:p><w:pPr><w:ind " in put(body(own))


def test_properties_behind_an_indent_stay_behind_it():
    own = '<w:pStyle w:val="表格文字"/><w:rPr><w:sz w:val="21"/></w:rPr>'
    text = put(body(table((1247,), row(cell("项目绩效总目标（20分）", 1247, properties=own)))))
    assert text.index("<w:pStyle") < text.index("<w:ind ") < text.index("<w:rPr>")


def test_rows_that_stay_with_the_next_say_so_in_every_paragraph():
    rows = (row(cell("甲", 900, merge="restart")), row(cell("", 900, merge="continue")))
    text = put(body(table((900,), *rows, row(cell("乙", 900)))), kept={0, 1})
    assert text.count("<w:keepNext/>") == 2
    assert text.index("<w:keepNext/>") < text.index('<w:jc w:val="center"/>')
    twice = body(
        table((900,), row(cell("甲", 900, properties='<w:pStyle w:val="表格文字"/><w:keepNext/>')))
    )
    assert put(twice, kept={0}) == twice
