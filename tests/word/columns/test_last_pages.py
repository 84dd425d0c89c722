"""The last page before a new one has three lines at least."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.page_ends import Slab
from generator.layout.ruler import Ruler
from generator.word.columns.body_lines import line_edits
from generator.word.columns.column_flow import Flow
from generator.word.columns.edit import edited
from generator.word.columns.last_pages import last_pages
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from tests.word.columns.tables import body, cell, paragraph, plain_table, row, table

RULER = Ruler(type_setting())
TEN = ParagraphLook(32, 500, "exact", "both")
LOOKS = Looks(
    {"": TEN, "Part": TEN._replace(starts=True), "Cell": TEN._replace(size=21)}, {"": (0,) * 4}
)
PAGE = (  # 20 characters of 16 pt in a line, ten lines
    '<w:sectPr><w:pgSz w:w="6400" w:h="5000"/>'
    '<w:pgMar w:top="0" w:bottom="0" w:left="0" w:right="0"/></w:sectPr>'
)
PART = paragraph("第二部分", '<w:pStyle w:val="Part"/>')
POINT = paragraph("写一句。")


def feet(*blocks, heights=()):
    text = body(*blocks, PAGE)
    tables = scan_tables(text, LOOKS, "固定")
    rows = {tables[0].start: [Slab(height, is_row=True) for height in heights]} if heights else {}
    found = last_pages(Flow(RULER).of(text, tables, LOOKS), RULER, rows)
    return [found[start] for start in sorted(found)]


def small_table():
    return table((6000,), *(row(cell("甲", 6000, properties='<w:pStyle w:val="Cell"/>')),) * 2)


def long(lines):
    return paragraph("书" * (20 * lines - 5))


def test_short_paragraphs_stay_together_before_a_new_part():
    first, second, last = feet(*[POINT] * 12, PART)
    assert (first.is_kept, second.is_kept, last.is_whole) == (True, True, True)


def test_text_behind_a_table_that_fills_a_page_is_text():
    found = feet(plain_table((1000, 1000), ["甲", "乙"]), *[POINT] * 10, PART)
    assert found[-1].is_whole


@pytest.mark.parametrize(("points", "is_text"), [(5, False), (6, True), (9, True)])
def test_text_behind_a_table_with_smaller_letters_is_no_note(points, is_text):
    found = feet(small_table(), *[POINT] * points, PART)
    assert bool(found) is is_text


# Two rows above a paragraph of eight lines on a page of ten.
@pytest.mark.parametrize(
    ("heights", "room"),
    [
        ((), "none"),  # nobody knows where it stands
        ((500, 500), "none"),
        ((500, 900), "closer"),
        ((500, 1500), "wider"),
        ((500, 2000), "none"),
    ],
)
def test_a_long_paragraph_behind_a_table_ends_as_the_rows_above_leave_it(heights, room):
    (last,) = feet(small_table(), paragraph("书" * 145), PART, heights=heights)
    found = "closer" if last.wider < 0 else "wider" if last.wider else "none"
    assert (found, last.is_whole) == (room, False)


def test_a_last_paragraph_of_three_lines_needs_nothing_above():
    (last,) = feet(*[POINT] * 12, long(3), PART)
    assert last.is_whole


@pytest.mark.parametrize(
    "blocks",
    [
        [POINT] * 5,  # nothing of that goes over
        [plain_table((1000, 1000), ["甲", "乙"]), *[POINT] * 9],  # notes of a table
        [*[POINT] * 9, paragraph("写一句。", "<w:keepNext/>"), POINT],  # somebody chose
    ],
)
def test_what_needs_nothing_is_left_alone(blocks):
    assert feet(*blocks, PART) == []


# A paragraph of eight lines: so many of its lines go over to the last page.
@pytest.mark.parametrize(
    ("above", "room"), [(2, "none"), (3, "closer"), (4, "wider"), (5, "none"), (9, "none")]
)
def test_of_a_long_paragraph_none_or_three_lines_go_over(above, room):
    text = paragraph("书" * 145)  # its last line has room
    (last,) = feet(*[POINT] * above, text, PART)
    found = "closer" if last.wider < 0 else "wider" if last.wider else "none"
    assert (found, last.is_whole) == (room, False)


def test_a_long_paragraph_that_can_be_set_neither_closer_nor_wider_is_whole():
    parted = paragraph("书" * 145).replace("书书</w:t>", "书</w:t><w:br/><w:t>书</w:t>")
    (last,) = feet(*[POINT] * 2, parted, PART)
    assert (last.wider, last.is_whole) == (0, True)


def test_where_nobody_knows_what_stands_above_a_long_one_is_left_alone():
    picture = "<w:p><w:r><w:drawing/></w:r></w:p>"
    (last,) = feet(picture, *[POINT] * 3, paragraph("书" * 145), PART)
    assert (last.wider, last.is_whole) == (0, False)


def test_paragraphs_are_written_so():
    text = body(*[POINT] * 12, PART, PAGE)
    made = edited(text, list(line_edits(text, [], LOOKS, Flow(RULER))))
    assert made.count("<w:pPr><w:keepNext/></w:pPr>") == 2
    assert made.count("<w:pPr><w:keepLines/></w:pPr>") == 1


def test_a_long_one_is_written_closer():
    text = body(*[POINT] * 3, paragraph("书" * 145), PART, PAGE)
    made = edited(text, list(line_edits(text, [], LOOKS, Flow(RULER))))
    assert made.count('<w:spacing w:val="-') == 1
