"""Headings nobody knows: by their number, their level, their length."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.headings import looks_like_heading, split_number

PLACE = DocumentPlace(paragraph=1)


@pytest.mark.parametrize(
    ("number", "is_heading"),
    [("", False), ("一、", True), ("（一）", True), ("1.", False), ("（1）", False)],
)
def test_the_first_two_styles_of_numbers_make_a_heading(number, is_heading):
    text = f"{number}建设背景"
    assert looks_like_heading(ReadParagraph(text, PLACE), split_number(text)) is is_heading


@pytest.mark.parametrize(("length", "is_heading"), [(36, True), (37, False)])
def test_a_heading_has_thirty_six_signs_at_most(length, is_heading):
    text = "一、" + "建" * length
    assert looks_like_heading(ReadParagraph(text, PLACE), split_number(text)) is is_heading
