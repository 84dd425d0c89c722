"""What belongs to the paper, at its edges: the length of marks and of titles in a list of attachments."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.furniture_line import ATTACHMENT, furniture_of
from tests.foreign import book


def furniture(text, *, is_list_open=False):
    paragraph = ReadParagraph(text, DocumentPlace(paragraph=1))
    return furniture_of(paragraph, text, book().phrases, is_list_open=is_list_open)


@pytest.mark.parametrize(("length", "said"), [(100, ATTACHMENT), (101, "")])
def test_a_mark_of_an_attachment_with_its_title_is_a_line_and_no_paragraph(length, said):
    mark = "附件1："
    assert furniture(mark + "表" * (length - len(mark))) == said


@pytest.mark.parametrize(("length", "said"), [(2, ""), (3, ATTACHMENT), (63, ATTACHMENT), (64, "")])
def test_a_listed_title_is_neither_a_word_nor_a_sentence(length, said):
    title = "自" * (length - 2) + "评表"
    assert furniture(f"2.{title}", is_list_open=True) == said


@pytest.mark.parametrize(
    ("number", "said"), [("一、", ""), ("（二）", ""), ("2.", ATTACHMENT), ("（2）", ATTACHMENT)]
)
def test_chapters_and_sections_are_never_listed(number, said):
    assert furniture(f"{number}绩效自评表", is_list_open=True) == said


def test_outside_a_list_a_title_is_no_attachment():
    assert furniture("2.绩效自评表") == ""
