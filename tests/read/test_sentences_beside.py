"""A sentence of the unit beside an instruction is used or listed, wherever on the paper it stands."""

import gc
import io

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from generator.word.reading.document_words import read_docx_bytes
from tests.foreign import add_table, book, understood
from tests.read.test_instructions import ASKED


@pytest.fixture(autouse=True)
def documents_are_let_go():
    """Each of the hundreds of documents holds five megabytes in a cycle."""
    yield
    gc.collect()


SAID = [
    "征地推迟两个月",
    "工期延长，验收顺延",
    "群众普遍满意",
    "清淤河道八公里",
    "资金没有按时到位，第四季度才支付",
]
# What units write at the end of a sentence, and forms print by itself.
TAILS = [
    "，详细情况另附",
    "，说明材料另附",
    "，材料可另附页",
    "，按规定四舍五入",
    "，本表只列主要指标",
    "",
]
LABELS = ["", "注：", "备注：", "项目概况：", "工期："]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def box(document, text):
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    shape = f"<v:shape><v:textbox><w:txbxContent>{lines}</w:txbxContent></v:textbox></v:shape>"
    spaces = f'xmlns:w="{WORD}" xmlns:v="urn:schemas-microsoft-com:vml"'
    run = parse_xml(f"<w:r {spaces}><w:pict>{shape}</w:pict></w:r>")
    document.add_paragraph()._p.append(run)


def header(document, text):
    document.sections[0].header.paragraphs[0].text = text


def paragraph(document, text):
    document.add_paragraph(text)


def row(document, text):
    add_table(document, [[text, "<"], ["联系人", "张三"]])


def cell(document, text):
    add_table(document, [["项目意义", text], ["联系人", "张三"]])


PLACES = [box, header, paragraph, row, cell]


def form_with(place, text):
    document = docx.Document()
    document.add_paragraph("2023年度项目支出绩效自评表")
    add_table(document, [["项目名称", "河道整治"], ["实施单位", "某县水利局"]])
    place(document, text)
    buffer = io.BytesIO()
    document.save(buffer)
    read, problems = read_docx_bytes(buffer.getvalue(), "自评.docx")
    assert read is not None, problems
    return understood(read)


def is_kept_or_listed(draft, said):
    entries = [e for e in draft.accounts[0].entries if said in e.text]
    values = str([s.values for s in draft.subjects]) + str(draft.unit)
    assert entries
    return all((e.answer == "used" and said in values) or (e.answer == "unread") for e in entries)


@pytest.mark.parametrize("place", PLACES)
@given(
    said=st.sampled_from(SAID),
    tail=st.sampled_from(TAILS),
    asked=st.sampled_from(["", *ASKED]),
    label=st.sampled_from(LABELS),
    is_behind=st.booleans(),
)
def test_a_sentence_beside_an_instruction_is_used_or_listed(
    place, said, tail, asked, label, is_behind
):
    sentence = f"{said}{tail}。"
    text = f"{label}{asked}{sentence}" if is_behind else f"{label}{sentence}{asked}"
    assert is_kept_or_listed(form_with(place, text), said)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ["备注：详细情况另附", "说明：见附件，另附照片。"])
def test_where_the_rest_is_to_be_found_is_said_by_the_unit(place, text):
    assert is_kept_or_listed(form_with(place, text), text.partition("：")[2])


@pytest.mark.parametrize("place", [box, header, paragraph])
@pytest.mark.parametrize("asked", ["请简要说明项目实施情况。", "（100字以内）", "注：可另附页。"])
def test_what_only_asks_is_furniture_or_listed_and_never_used(place, asked):
    draft = form_with(place, asked)
    assert {e.answer for e in draft.accounts[0].entries if e.text == asked} <= {
        "furniture",
        "unread",
    }
    assert asked not in str([s.values for s in draft.subjects])


@pytest.mark.parametrize(
    ("note", "is_of_the_form"),
    [
        ("本表一式三份，可另附页", True),
        ("三级指标分值由部门确定，得分不得超过上限", True),
        ("其他资金包括自筹资金，以及以前年度结转资金", True),
        ("征地推迟，本表未填", False),
        ("本表未填，征地推迟", False),
    ],
)
def test_every_clause_of_a_note_of_the_form_is_of_the_form(note, is_of_the_form):
    assert book().phrases.is_form_note(f"注：{note}。") == is_of_the_form
