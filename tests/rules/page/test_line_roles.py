"""What a line is, at the lengths and levels that part two answers; lines are values, no Word is written."""

import pytest

from generator.load.packs import find_packs
from generator.load.page_standards import load_page_standard
from generator.rules.page.line_roles import Line, Role, Signs, heading_level, sort_lines
from tests.rules.page.laid import SENTENCE, cell, said
from tests.rules.page.laid import tabled as table_of

SIGNS = Signs.of(load_page_standard(find_packs(None)).house)
BODY, HEADING, OF_TABLE = Role.BODY, Role.HEADING, Role.OF_TABLE


def tabled(text="分值"):
    return table_of(cell(text), widths=(2000,))


def roles(*blocks):
    sorted_lines = sort_lines(blocks, SIGNS).blocks
    return [one.role for one in sorted_lines if isinstance(one, Line)]


@pytest.mark.parametrize(("length", "level"), [(0, 0), (1, 1), (36, 1), (37, 0)])
def test_a_heading_is_short(length, level):
    assert heading_level(said("一、" + "好" * length)) == level


@pytest.mark.parametrize(("size", "role"), [(36, Role.TITLE), (35, BODY)])
def test_a_title_that_stands_at_the_side_is_large(size, role):
    assert roles(said("县图书馆自评报告", size), said(SENTENCE)) == [role, BODY]


@pytest.mark.parametrize(
    ("lines", "is_report"),
    [
        (["一、项目情况", SENTENCE, "二、评价结论", SENTENCE], True),
        (["一、项目情况", SENTENCE, "（一）评价结论", SENTENCE], False),
        (["一、项目情况", "二、评价结论", SENTENCE], False),
        (["一、项目情况", SENTENCE, SENTENCE], False),
        (["（一）项目情况", SENTENCE, "（二）评价结论", SENTENCE], False),
    ],
)
def test_beside_a_table_a_report_has_two_sentences_and_two_headings(lines, is_report):
    blocks = [*map(said, lines), tabled("值" * 200)]
    assert sort_lines(blocks, SIGNS).is_report is is_report


@pytest.mark.parametrize(("inside", "is_report"), [(18, True), (19, False)])
def test_without_headings_a_report_has_four_times_the_words_of_its_tables(inside, is_report):
    outside = [SENTENCE, SENTENCE]
    assert 4 * 18 <= len("".join(outside)) < 4 * 19
    blocks = [*map(said, outside), tabled("值" * inside)]
    assert sort_lines(blocks, SIGNS).is_report is is_report


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("一、其他情况", HEADING),
        ("（一）其他情况", HEADING),
        ("1.其他情况", OF_TABLE),
        ("（1）其他情况", OF_TABLE),
        ("", Role.BLANK),
    ],
)
def test_notes_below_a_table_end_at_a_heading_of_the_two_upper_levels(line, role):
    report = [said("一、项目情况"), said(SENTENCE), said("二、评价结论"), said(SENTENCE)]
    found = roles(*report, tabled(), said("注：1.金额为决算数"), said(line), said(SENTENCE))
    assert found[4:6] == [OF_TABLE, role]
    assert (found[6] is OF_TABLE) == (role is OF_TABLE)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["甲表", "乙表", "丙表"], [BODY, OF_TABLE, OF_TABLE]),
        (["一、情况", "乙表"], [HEADING, OF_TABLE]),
        (["（一）情况", "乙表"], [HEADING, OF_TABLE]),
        (["1.情况", "乙表"], [OF_TABLE, OF_TABLE]),
        (["（1）情况", "乙表"], [OF_TABLE, OF_TABLE]),
    ],
)
def test_the_two_lines_above_a_table_are_of_it_up_to_a_heading(above, expected):
    report = [said("一、项目情况"), said(SENTENCE), said("二、评价结论"), said(SENTENCE)]
    assert roles(*report, *map(said, above), tabled())[4:] == expected


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("2.绩效自评表", Role.ATTACHMENTS),
        ("（二）绩效自评表", HEADING),
        ("（2）绩效自评表", HEADING),
        ("2.绩效自评表。", BODY),
    ],
)
def test_the_list_of_attachments_goes_on_with_plain_numbers(line, role):
    found = roles(said(SENTENCE), said("附件：1.资金明细表"), said(line))
    assert found == [BODY, Role.ATTACHMENTS, role]


@pytest.mark.parametrize(
    ("text", "first", "role"),
    [
        ("县财政局：", 0, Role.OTHER),  # to whom it goes
        ("各县（市、区）财政局，市直各单位:", 0, Role.OTHER),
        ("现将自评情况报告如下：", 640, BODY),
        ("县财政局", 0, BODY),
        ("按要求开展了自评。情况如下：", 0, BODY),
    ],
)
def test_the_line_below_a_title_that_says_to_whom_is_no_body(text, first, role):
    title = said("县图书馆自评报告", 44, "center")
    found = roles(title, said(text, first=first), said(SENTENCE), said("县财政局："))
    assert found == [Role.TITLE, role, BODY, BODY]
