"""Word files: valid by two validators, merges as the data says, awkward characters intact."""

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from generator.load.packs import packaged_templates
from generator.model.blocks import (
    Attachment,
    Cell,
    DocumentBlocks,
    Heading,
    Paragraph,
    Row,
    Signature,
    Span,
    Table,
)
from generator.word.canonical import canonical_bytes, find_broken_part
from generator.word.render import RawNumberError, render_document

TEMPLATE = packaged_templates() / "docx" / "project-report.docx"
FIELDS = (
    "name",
    "authority",
    "implementer",
    "money_unit",
    "initial",
    "budget",
    "spent",
    "rate",
    "execution_weight",
    "execution_score",
    "expected",
    "achieved",
    "total_weight",
    "total",
)
COLUMNS = ("level1", "level2", "name", "target", "actual", "weight", "score", "reason")


def cell(text, merge=""):
    return Cell((Span(text),) if text else (), merge)


def make_blocks(rows, words="甲"):
    body = (
        Heading(1, "一、", (Span("项目基本情况"),), "a"),
        Heading(2, "（一）", (Span(words),), "b"),
        Paragraph((Span(words), Span("16万元", "p/funds.spent")), "b"),
        Paragraph((Span(words),), "b", (Span("1.科学公正。"),)),
    )
    fund = Row({name: cell("1") for name in ("label", "initial", "budget", "spent")})
    table = Table(
        (), {name: cell(words) for name in FIELDS}, {"funds": (fund,), "indicators": tuple(rows)}
    )
    signature = Signature((Span("某单位"),), (Span("2023年4月27日"),))
    return DocumentBlocks(
        "x", (Span(words),), body, signature, Attachment("附件", (Span("表"),), table)
    )


def plain_row(text="甲", **merges):
    return Row({name: cell(text, merges.get(name, "")) for name in COLUMNS})


def render(blocks, **options):
    result = render_document(
        TEMPLATE, "t.docx", blocks, "某单位", datetime.date(2023, 4, 27), **options
    )
    assert result.problems == ()
    return result.data


def merges_of(data, column):
    table = docx.Document(io.BytesIO(data)).tables[0]
    states = []
    for row in table._tbl.tr_lst:
        at = 0
        for tc in row.tc_lst:
            if at == column:
                merge = tc.tcPr.find(qn("w:vMerge")) if tc.tcPr is not None else None
                states.append("" if merge is None else merge.get(qn("w:val")) or "continue")
            at += tc.grid_span
    return states


def assert_valid(data, tmp_path):
    path = tmp_path / "out.docx"
    path.write_bytes(data)
    result = OpenXmlValidator().validate(str(path))
    assert result.is_valid, [str(error) for error in result.errors]
    assert [str(finding) for finding in check(str(path))] == []
    assert find_broken_part(data) == ""


def test_a_report_is_valid_by_both_validators(tmp_path):
    assert_valid(render(make_blocks([plain_row()])), tmp_path)


def test_cells_merge_as_the_data_says_on_two_levels(tmp_path):
    rows = [
        plain_row(level1="restart", level2="restart"),
        plain_row("", level1="continue", level2="continue"),
        plain_row("", level1="continue"),
        plain_row(),
    ]
    data = render(make_blocks(rows))
    # The last row of the table is the total, whose label spans both columns.
    assert merges_of(data, 1)[-4:] == ["restart", "continue", "continue", ""]
    assert merges_of(data, 2)[-4:] == ["restart", "continue", "", ""]
    assert_valid(data, tmp_path)


def test_headings_carry_real_styles_and_literal_numbers():
    document = docx.Document(io.BytesIO(render(make_blocks([plain_row()]))))
    styles = {p.text: p.style.name for p in document.paragraphs}
    assert styles["一、项目基本情况"] == "Heading 1"
    assert styles["（一）甲"] == "Heading 2"


def test_a_points_lead_is_bold_and_the_rest_is_not():
    document = docx.Document(io.BytesIO(render(make_blocks([plain_row()]))))
    (point,) = [p for p in document.paragraphs if p.text.startswith("1.科学公正。")]
    assert [(run.text, bool(run.bold)) for run in point.runs if run.text] == [
        ("1.科学公正。", True),
        ("甲", False),
    ]


@pytest.mark.parametrize(
    "words",
    ["A&B <5天> \"引\" '号'", "R&D <w:p/> 经费", "{{ x }} {% y %}", "😀 ﬁ ｛｛", "甲\n乙", "a\tb"],
)
def test_awkward_words_come_out_as_they_went_in(words, tmp_path):
    data = render(make_blocks([plain_row(words)], words))
    document = docx.Document(io.BytesIO(data))
    assert document.tables[0].rows[-2].cells[3].text == words
    assert_valid(data, tmp_path)


def test_a_draft_is_stamped_and_the_final_is_not():
    assert (
        docx.Document(io.BytesIO(render(make_blocks([plain_row()]), is_draft=True)))
        .sections[0]
        .header.paragraphs[0]
        .text
        == "草稿"
    )
    assert (
        docx.Document(io.BytesIO(render(make_blocks([plain_row()]))))
        .sections[0]
        .header.paragraphs[0]
        .text
        == ""
    )


def test_a_raw_number_never_reaches_the_page(monkeypatch):
    import generator.word.render as module

    names = module.template_names
    monkeypatch.setattr(module, "template_names", lambda blocks: {**names(blocks), "title": 16})
    with pytest.raises(RawNumberError):
        render(make_blocks([plain_row()]))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{{ nothing }}", "没有的字段"),
        ("{{ title", "标签"),
        ("{% if %}", "标签"),
        ("{{ title.__class__.__mro__ }}", ""),
    ],
)
def test_a_bad_template_is_a_problem_of_its_file(tmp_path, words, told):
    document = docx.Document(str(TEMPLATE))
    document.add_paragraph(words)
    path = tmp_path / "bad.docx"
    document.save(str(path))
    result = render_document(
        path, "bad.docx", make_blocks([plain_row()]), "某", datetime.date(2023, 1, 1)
    )
    if told:
        assert result.data is None
        assert (result.problems[0].code, result.problems[0].place.file) == ("T02", "bad.docx")
        assert told in result.problems[0].message
    else:
        assert (
            result.data is None
            or "mro" not in docx.Document(io.BytesIO(result.data)).paragraphs[-1].text
        )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"{\\rtf1}"])
def test_a_template_that_is_no_word_file_is_a_problem(tmp_path, data):
    path = tmp_path / "bad.docx"
    path.write_bytes(data)
    result = render_document(
        path, "bad.docx", make_blocks([plain_row()]), "某", datetime.date(2023, 1, 1)
    )
    assert result.data is None
    assert result.problems[0].code == "T02"


def test_a_template_that_unpacks_to_a_gigabyte_is_refused_unread(tmp_path):
    path = tmp_path / "bomb.docx"
    path.write_bytes(TEMPLATE.read_bytes())
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package,
        package.open("word/media/x.png", "w") as part,
    ):
        for _ in range(60):
            part.write(bytes(1024 * 1024))
    blocks = make_blocks([plain_row()])
    result = render_document(path, "bomb.docx", blocks, "某", datetime.date(2023, 1, 1))
    assert result.data is None
    assert "太大" in result.problems[0].message


def test_an_external_entity_in_a_template_is_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    path = tmp_path / "entity.docx"
    doctype = f'?><!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = data.replace(b"?>", doctype, 1).replace(b"{{ title }}", b"&e;{{ title }}")
            target.writestr(name, data)
    blocks = make_blocks([plain_row()])
    result = render_document(path, "e.docx", blocks, "某", datetime.date(2023, 1, 1))
    if result.data is not None:
        with zipfile.ZipFile(io.BytesIO(result.data)) as package:
            assert b"SECRET" not in package.read("word/document.xml")


def test_a_package_has_one_order_and_no_times():
    data = render(make_blocks([plain_row()]))
    assert canonical_bytes(data) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == "[Content_Types].xml"


awkward = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=30)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=awkward, texts=st.lists(awkward, min_size=1, max_size=6))
def test_any_words_give_a_valid_file(tmp_path, words, texts):
    assert_valid(render(make_blocks([plain_row(t) for t in texts], words)), tmp_path)
