"""A place as it is told: its file is named only where that is another."""

import pytest

from generator.base.document_place import DocumentPlace

CELL = DocumentPlace(table=1, row=4, column=6, file="甲/表.docx")


@pytest.mark.parametrize(
    ("here", "told"),
    [
        (None, "甲/表.docx 表 1第 4 行第 6 列"),
        (DocumentPlace(paragraph=2, file="甲/报告.docx"), "甲/表.docx 表 1第 4 行第 6 列"),
        (DocumentPlace(paragraph=2, file="甲/表.docx"), "表 1第 4 行第 6 列"),
    ],
)
def test_the_file_is_named_at_places_of_other_files(here, told):
    assert CELL.told(here) == told
    assert CELL.in_file("").told() == "表 1第 4 行第 6 列"
