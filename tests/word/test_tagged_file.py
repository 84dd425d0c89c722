"""Tags put into a Word file of somebody else: the words change, the rest stays."""

import io

import docx
import pytest
from docx.shared import Pt

from generator.base.document_place import DocumentPlace
from generator.word.form_tags import Edit
from generator.word.package import PackageError
from generator.word.reading.document_words import read_docx_bytes
from generator.word.tagged_file import put_tags
from tests.foreign import picture, word_bytes
from tests.word.structure import W, structural_faults

TABLE = picture(
    """
    项目名称 | 书车 | <
    指标 | 目标 | 得分
    """
)


def cell(row, column):
    return DocumentPlace(table=1, row=row, column=column)


def texts(data):
    document, _ = read_docx_bytes(data, "form.docx")
    return [text for _, text, _ in document.said()]


def tagged(*edits, data=None):
    return put_tags(
        word_bytes("单位：　　日期：2024年1月2日", TABLE) if data is None else data, edits, ()
    )


def test_a_cell_says_its_tag():
    found = tagged(Edit(cell(1, 2), "{{ form.name }}"))
    assert "{{ form.name }}" in texts(found.data)
    assert "书车" not in texts(found.data)
    assert not found.missed


def test_words_in_a_line_are_put_in_the_place_of_others():
    line = DocumentPlace(paragraph=1)
    found = tagged(Edit(line, "{{ signature.date }}", "2024年1月2日"))
    assert texts(found.data)[0] == "单位：　　日期：{{ signature.date }}"


def test_a_gap_is_filled_and_the_label_behind_it_stays_apart():
    found = tagged(Edit(DocumentPlace(paragraph=1), "{{ form.unit }}", after="单位："))
    assert texts(found.data)[0] == "单位：{{ form.unit }}　　日期：2024年1月2日"


def test_a_wide_gap_stays_where_nobody_fills_in_a_field():
    line, tag = "负责人（签字）：　　　　　经办人（签字）：", '{{ field("负责人") }}'
    edit = Edit(DocumentPlace(paragraph=1), tag, after="负责人（签字）：")
    said = texts(tagged(edit, data=word_bytes(line, TABLE)).data)[0]
    blank = '{% if field("负责人") %}' + tag + "　　{% else %}　　　　　{% endif %}"
    assert said == f"负责人（签字）：{blank}经办人（签字）："


@pytest.mark.parametrize(
    ("line", "edit", "said"),
    [
        ("（    年度）", {"after": "（"}, "（{{ form.year }}年度）"),
        (
            "　　　　年度自评表",
            {"text": "{{ form.year }}年", "old": "年"},
            "{{ form.year }}年度自评表",
        ),
        ("年度自评表", {"text": "{{ form.year }}年", "old": "年"}, "{{ form.year }}年度自评表"),
    ],
)
def test_the_blank_of_a_year_is_taken_by_it(line, edit, said):
    made = Edit(DocumentPlace(paragraph=1), **{"text": "{{ form.year }}", **edit})
    assert texts(tagged(made, data=word_bytes(line, TABLE)).data)[0] == said


def test_words_that_word_cut_into_runs_are_found():
    document = docx.Document()
    paragraph = document.add_paragraph("填报日期：20")
    paragraph.add_run("24年").bold = True
    paragraph.add_run("1月2日止")
    stream = io.BytesIO()
    document.save(stream)
    edit = Edit(DocumentPlace(paragraph=1), "{{ signature.date }}", "2024年1月2日")
    found = tagged(edit, data=stream.getvalue())
    assert texts(found.data) == ["填报日期：{{ signature.date }}止"]


@pytest.mark.parametrize(
    "edit",
    [
        Edit(cell(9, 1), "{{ form.name }}"),
        Edit(DocumentPlace(paragraph=1), "{{ form.unit }}", "没有的字"),
        Edit(DocumentPlace(paragraph=1), "{{ form.unit }}", after="没有的栏目："),
    ],
)
def test_what_finds_no_place_is_told(edit):
    assert tagged(edit).missed == (edit,)


def test_what_is_no_word_file_is_refused():
    with pytest.raises(PackageError):
        put_tags(b"no file", [], [])


def cell_with_table(*, above="", below=""):
    """Return a form whose cell holds a table, with a paragraph before it and one behind it."""
    document = docx.Document(io.BytesIO(word_bytes(picture("资金 | 明细\n备注 | 无"))))
    holder = document.tables[0].cell(0, 1)
    holder.paragraphs[0].text = above
    holder.add_table(1, 1).cell(0, 0).text = "县级"
    holder.paragraphs[-1].text = below
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("above", "below", "blocks"),
    [
        ("", "注：不含尾款。", ["", "tbl", "{{ x }}"]),
        ("说明：见表。", "", ["{{ x }}", "tbl", ""]),
        ("说明：见表。", "注：不含尾款。", ["{{ x }}", "tbl", ""]),
    ],
)
def test_a_table_in_a_cell_keeps_its_place_and_the_paragraph_behind_it(above, below, blocks):
    data = cell_with_table(above=above, below=below)
    found = put_tags(data, [Edit(cell(1, 2), "{{ x }}")], ()).data
    tc = docx.Document(io.BytesIO(found)).tables[0].cell(0, 1)._tc
    words = ["".join(t.text or "" for t in e.iter(f"{W}t")) for e in tc[1:]]
    shown = ["tbl" if e.tag == f"{W}tbl" else said for e, said in zip(tc[1:], words, strict=True)]
    assert shown == blocks
    assert structural_faults(found) == []


@pytest.mark.parametrize(
    ("beside", "above", "size"), [("项目", "九", 9), ("", "九", 16), ("", "", None)]
)
def test_a_blank_cell_looks_as_the_nearest_that_says_something(beside, above, size):
    document = docx.Document()
    table = document.add_table(2, 2)
    for at, (text, own) in {(0, 1): (above, 16), (1, 0): (beside, 9)}.items():
        if text:
            table.cell(*at).paragraphs[0].add_run(text).font.size = Pt(own)
    stream = io.BytesIO()
    document.save(stream)
    made = put_tags(stream.getvalue(), [Edit(cell(2, 2), "{{ form.rate }}")], ())
    (run,) = docx.Document(io.BytesIO(made.data)).tables[0].cell(1, 1).paragraphs[0].runs
    assert run.font.size == (None if size is None else Pt(size))


def test_a_blank_cell_rather_looks_as_what_is_not_bold_and_keeps_a_look_of_its_own():
    document = docx.Document()
    table = document.add_table(2, 2)
    label = table.cell(1, 0).paragraphs[0].add_run("项目")
    label.bold, label.font.size = True, Pt(14)
    table.cell(0, 1).paragraphs[0].add_run("九").font.size = Pt(9)
    table.cell(0, 0).paragraphs[0].add_run("").font.size = Pt(12)
    stream = io.BytesIO()
    document.save(stream)
    edits = [Edit(cell(2, 2), "{{ form.rate }}"), Edit(cell(1, 1), "{{ form.name }}")]
    found = docx.Document(io.BytesIO(put_tags(stream.getvalue(), edits, ()).data)).tables[0]
    (plain,), (own,) = (found.cell(*at).paragraphs[0].runs for at in ((1, 1), (0, 0)))
    assert (plain.font.size, plain.bold, own.font.size) == (Pt(9), None, Pt(12))
