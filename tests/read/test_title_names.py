"""Titles: how long a first line may be, and how short the name of a project in one."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.draft import Draft, SubjectDraft
from generator.read.title_names import name_in_title, title_page
from tests.foreign import book

HERE = DocumentPlace(paragraph=1)


@pytest.mark.parametrize(("length", "is_title"), [(45, True), (46, False)])
def test_a_first_line_of_forty_five_signs_is_a_title(length, is_title):
    line = "县" * length
    draft = Draft(subjects=[SubjectDraft("project")])
    draft.leave(HERE, line, "没有读懂")
    title_page(ReadDocument("自评.docx", "word", (ReadParagraph(line, HERE),)), draft)
    assert draft.title == (line if is_title else "")


@pytest.mark.parametrize(("name", "found"), [("图书购", "图书购"), ("图书", "")])
def test_a_project_is_named_in_three_signs(name, found):
    assert name_in_title(f"某县图书馆2023年度{name}绩效自评报告", book().phrases) == found
