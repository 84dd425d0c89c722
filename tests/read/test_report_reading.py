"""A report while it is read: levels of its headings, and numbers that part one without any."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.headings import split_number
from generator.read.report_reading import Report

HERE = DocumentPlace(paragraph=1)


def report():
    return Report("2023年度绩效自评报告", HERE, "report", 0)


@pytest.mark.parametrize(
    ("head", "has_headings"),
    [
        ("一、项目情况", True),
        ("（一）项目情况", True),
        ("1.项目情况", False),
        ("（1）项目情况", False),
    ],
)
def test_what_is_numbered_in_the_two_upper_ways_is_a_heading(head, has_headings):
    own, line = report(), split_number(head)
    own.begin(line.title, line, "", ReadParagraph(head, HERE))
    assert own.has_headings is has_headings


def test_a_text_without_a_heading_is_of_the_first_level():
    own = report()
    own.append("本项目已完工。", HERE)
    assert [(one.title, one.level) for one in own.sections] == [("", 1)]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["1.本项目已完工。"], 1),
        (["1.本项目已完工。", "2.资金已付清。"], 2),
        (["1.本项目已完工。", "3.资金已付清。"], 1),
        (["情况如下。", "1.本项目已完工。", "2.资金已付清。"], 3),
        (["情况如下。", "1.本项目已完工。"], 1),
    ],
)
def test_two_numbers_that_count_up_part_a_text(lines, parts):
    own = report()
    for line in lines:
        own.append(line, HERE)
    assert len(own.sections) == parts
