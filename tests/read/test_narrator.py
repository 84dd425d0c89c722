"""Paragraphs of a report: how long a title, a signature, a heading, an announcement may be."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.headings import split_number
from generator.read.narrator import Narrator
from generator.read.report_reading import Report
from generator.read.section_keys import place_sections
from tests.foreign import book, understood
from tests.read.cells import desk
from tests.rules.papers import paper

TITLE = "2022年度便民服务项目支出绩效自评报告"
BODY = ("一、项目基本情况", "项目由县公共服务局组织实施。", "二、存在的问题", "资金拨付较慢。")
DAY = "2023年3月20日"


def read(*lines):
    draft = understood(paper(list(lines)))
    return draft, draft.subjects[0]


def titles(subject):
    return [section.title for section in subject.sections]


@pytest.mark.parametrize(("length", "is_title"), [(60, True), (61, False)])
def test_a_title_has_sixty_signs_at_most(length, is_title):
    title = "青" * (length - len(TITLE)) + TITLE
    _, subject = read(title, *BODY)
    assert (subject.report_title == title) is is_title


@pytest.mark.parametrize(("length", "is_signed"), [(40, True), (41, False)])
def test_who_signs_has_forty_signs_at_most(length, is_signed):
    signature = "青" * (length - 8) + "青山县公共服务局"
    draft, _ = read(TITLE, *BODY, signature, DAY)
    assert (draft.unit.get("name") == signature) is is_signed


@pytest.mark.parametrize(("length", "is_heading"), [(24, True), (25, False)])
def test_a_heading_by_its_number_alone_has_twenty_four_signs_at_most(length, is_heading):
    title = "改" * length
    _, subject = read(TITLE, f"1.{title}", "内容一。", "2.问题", "内容二。")
    assert titles(subject) == [title if is_heading else "", "问题"]


@pytest.mark.parametrize(
    ("first", "second", "is_parted"),
    [
        ("1.", "2.", True),
        ("（1）", "（2）", True),
    ],
)
def test_the_lower_styles_of_numbers_may_part_a_report(first, second, is_parted):
    _, subject = read(TITLE, f"{first}改进", "内容一。", f"{second}问题", "内容二。")
    assert (titles(subject) == ["改进", "问题"]) is is_parted


def functions(announced, *items):
    title = "2022年度青山县公共服务局部门整体支出绩效自评报告"
    _, subject = read(title, "一、部门概况", announced, *items, "二、存在的问题", "较慢。")
    place_sections(subject, book(), {})
    return subject.get(("department", "functions"))


@pytest.mark.parametrize(("length", "is_list"), [(30, True), (31, False)])
def test_a_line_of_thirty_signs_announces_functions(length, is_list):
    line = "管" * (length - 4) + "主要职责"
    found = functions(line, "（一）管水。", "（二）管路。")
    assert found == (["管水。", "管路。"] if is_list else None)


@pytest.mark.parametrize(
    ("items", "is_list"),
    [
        (("（一）管水。", "（二）管路。"), True),
        (("1.管水。", "2.管路。"), True),
        (("（一）管水。",), False),
        (("（1）管水。", "（2）管路。"), False),
        (("管水。", "管路。"), False),
    ],
)
def test_functions_are_numbered_lines_one_below_the_other(items, is_list):
    assert (functions("主要职责", *items) is not None) is is_list


@pytest.mark.parametrize(
    ("number", "is_heading"), [("二、", True), ("（二）", True), ("2.", False), ("（2）", False)]
)
def test_the_first_two_styles_make_a_heading_of_what_means_a_section(number, is_heading):
    title = "建设经验及做法"
    _, subject = read(TITLE, BODY[0], BODY[1], f"{number}{title}", "资金拨付较慢。")
    assert (title in titles(subject)) is is_heading


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("1.全年建泵站，已经验收。", "2.全年修水渠，已经验收。"), 2),
        (("1.全年建泵站，已经验收。", "3.全年修水渠，已经验收。"), 1),
        (("1.全年建泵站，已经验收。", "全年修水渠，已经验收。"), 1),
        (("概述如下，已经验收。", "1.全年建泵站，已经验收。", "2.全年修水渠，已经验收。"), 3),
    ],
    ids=["two that count up", "two that do not", "one number", "words before them"],
)
def test_paragraphs_that_count_up_from_one_are_sections(lines, count):
    _, subject = read(TITLE, *lines)
    assert len(subject.sections) == count


@pytest.mark.parametrize(("length", "is_one"), [(100, True), (101, False)])
def test_a_line_with_the_unit_of_money_has_a_hundred_signs_at_most(length, is_one):
    known, line = desk(), "青" * (length - 5) + "单位：万元"
    Narrator(known, ())._loose(line, ReadParagraph(line, DocumentPlace(paragraph=1)))
    assert (known.money_unit == "万元") is is_one


@pytest.mark.parametrize(
    ("number", "is_known", "is_bare", "is_note"),
    [
        ("", False, False, False),
        ("一、", True, False, False),
        ("（一）", True, False, False),
        ("1.", False, True, True),
        ("（1）", False, True, True),
    ],
)
def test_the_two_upper_styles_of_numbers_are_headings_and_the_lower_may_be(
    number, is_known, is_bare, is_note
):
    text, here = f"{number}问题和原因", DocumentPlace(paragraph=1)
    line, narrator = split_number(text), Narrator(desk(), ())
    narrator._note(split_number("注："), "注：", ReadParagraph("注：", here))
    assert narrator._note(line, text, ReadParagraph(text, here)) is is_note
    narrator._report = Report(TITLE, here, "report", 0)
    assert narrator._is_known(line.title, line) is is_known
    assert narrator._is_bare_heading(line) is is_bare


@pytest.mark.parametrize(
    ("first", "is_listed"), [("附件：1.自评表", True), ("详见：1.自评表", False)]
)
def test_numbered_lines_below_the_list_of_attachments_are_of_it(first, is_listed):
    draft, _ = read(TITLE, *BODY, first, "2.佐证材料")
    answers = {entry.text: entry.answer for entry in draft.accounts[0].entries}
    assert (answers["2.佐证材料"] == "furniture") is is_listed
