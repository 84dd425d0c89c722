"""Rows that a loop prints: one of several stays, between the rows that open and close the loop."""

import io

import docx
import pytest
from docx.shared import Pt

from generator.base.document_place import DocumentPlace
from generator.word.form_tags import Loop, LoopRow
from generator.word.reading.document_words import read_docx_bytes
from generator.word.tagged_file import put_tags
from tests.foreign import picture, word_bytes

TABLE = picture(
    """
    项目名称 | 书车 | <
    指标 | 目标 | 得分
    甲 | 1 | 2
    乙 | 3 | 4
    总分 | < | 6
    """
)


def texts(*loops):
    document, _ = read_docx_bytes(put_tags(word_bytes(TABLE), (), loops).data, "form.docx")
    return [text for _, text, _ in document.said()]


def test_rows_become_one_between_the_marks_of_a_loop():
    row = LoopRow(2, {0: "{{ row.name }}", 2: ""})
    loop = Loop(DocumentPlace(table=1), 2, 4, "rows.indicators", (row,))
    assert texts(loop)[-9:] == [
        "指标", "目标", "得分",
        "{%tr for row in rows.indicators %}",
        "{{ row.name }}", "1",
        "{%tr endfor %}",
        "总分", "6",
    ]  # fmt: skip


def test_two_loops_of_one_table_do_not_move_each_other():
    place = DocumentPlace(table=1)
    loops = [
        Loop(place, 0, 1, "a", (LoopRow(0, {0: "{{ row.a }}"}),)),
        Loop(place, 2, 4, "b", (LoopRow(3, {0: "{{ row.b }}"}),)),
    ]
    found = texts(*loops)
    assert "甲" not in found
    assert "乙" not in found
    assert found.index("{{ row.a }}") < found.index("指标") < found.index("{{ row.b }}")


def test_rows_of_two_shapes_are_chosen_between():
    rows = (LoopRow(3, {0: "{{ row.b }}"}, 'row.shape == "flat"'), LoopRow(2, {0: "{{ row.a }}"}))
    loop = Loop(DocumentPlace(table=1), 2, 4, "rows.indicators", rows)
    found = [t for t in texts(loop) if "{" in t]
    assert found == [
        "{%tr for row in rows.indicators %}",
        '{%tr if row.shape == "flat" %}',
        "{{ row.b }}",
        "{%tr else %}",
        "{{ row.a }}",
        "{%tr endif %}",
        "{%tr endfor %}",
    ]


@pytest.mark.parametrize(
    ("first", "second", "beside", "size"),
    [("", "因雨停工", "甲", 16), ("", "", "", None), ("", "", "甲", 12), ("无", "因雨停工", "", 9)],
)
def test_a_blank_cell_of_a_loop_looks_as_the_others_of_its_column(first, second, beside, size):
    document = docx.Document()
    table = document.add_table(2, 2)
    if beside:
        table.cell(0, 1).paragraphs[0].add_run(beside).font.size = Pt(12)
    for row, (text, own) in zip(table.rows, ((first, 9), (second, 16)), strict=True):
        if text:
            row.cells[0].paragraphs[0].add_run(text).font.size = Pt(own)
    stream = io.BytesIO()
    document.save(stream)
    loop = Loop(
        DocumentPlace(table=1), 0, 2, "rows.indicators", (LoopRow(0, {0: "{{ row.reason }}"}),)
    )
    made = docx.Document(io.BytesIO(put_tags(stream.getvalue(), (), (loop,)).data))
    (run,) = (
        r for c in made.tables[0].column_cells(0) for r in c.paragraphs[0].runs if "row." in r.text
    )
    assert run.font.size == (None if size is None else Pt(size))
