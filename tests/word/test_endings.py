"""A document ends well: signature, date and attachment note with words above them, no lone last line."""

import io
import re

import docx
import pytest
from docx.oxml.ns import qn

from generator.model.blocks import DocumentBlocks, Paragraph, Signature
from generator.model.spans import Span
from generator.word.word_render import BoundPart, Renderer
from tests.word.samples import MANNER, REPORT, assert_valid


def words(text):
    return (Span(text),) if text else ()


def paragraphs(body, name="", date="", attachments=()):
    blocks = DocumentBlocks(
        "d/report",
        words("报告"),
        tuple(Paragraph(words(t), "s", (), f"s/p{n}") for n, t in enumerate(body)),
        Signature(words(name), words(date)) if name or date else None,
        attachments=tuple(words(t) for t in attachments),
    )
    rendered = Renderer().render([BoundPart(REPORT, "report.docx", blocks)], MANNER)
    found = docx.Document(io.BytesIO(rendered.data)).paragraphs
    return rendered.data, found


def marks(found, name):
    return [p.text for p in found if p._p.find(f"{qn('w:pPr')}/{qn(name)}") is not None]


LONG, SHORT = "某" * 70, "短句。"


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ((LONG, LONG), [LONG, "某单位"]),
        ((LONG, SHORT), [LONG, SHORT, "某单位"]),
        ((SHORT,), [SHORT, "某单位"]),
    ],
)
def test_a_signature_stands_with_two_lines_of_words(body, kept):
    _, found = paragraphs(body, "某单位", "2024年3月1日")
    assert [t for t in marks(found, "w:keepNext") if t in kept] == kept


@pytest.mark.parametrize(
    ("name", "date", "printed"),
    [
        ("某单位", "2024年3月1日", ["某单位", "2024年3月1日"]),
        ("", "2024年3月1日", ["2024年3月1日"]),
        ("某单位", "", ["某单位"]),
        ("", "", []),
    ],
)
def test_nothing_is_printed_that_is_not_there(tmp_path, name, date, printed):
    data, found = paragraphs((LONG,), name, date)
    assert [p.text for p in found] == ["报告", LONG, *printed]
    assert_valid(data, tmp_path)


def test_distance_stands_above_the_signature():
    for name in ("某单位", ""):
        _, found = paragraphs((LONG,), name, "2024年3月1日")
        (signed,) = (p for p in found if p.text == (name or "2024年3月1日"))
        assert signed.paragraph_format.space_before.pt == pytest.approx(57.8)


def test_the_note_on_attachments_stands_with_the_words_above():
    _, found = paragraphs((LONG, LONG), "某单位", "2024年3月1日", ["甲表", "乙表"])
    kept = marks(found, "w:keepNext")
    assert kept == [LONG, "附件：1.甲表", "2.乙表", "某单位"]


@pytest.mark.parametrize(("body", "kept"), [((LONG, SHORT), [LONG]), ((LONG, LONG), [])])
def test_a_short_last_paragraph_takes_the_one_above_along(body, kept):
    _, found = paragraphs(body)
    assert marks(found, "w:keepNext") == kept
    assert marks(found, "w:keepLines") == [body[-1]]


def test_a_long_last_paragraph_may_be_cut():
    _, found = paragraphs((LONG, "某" * 28 * 7))
    assert marks(found, "w:keepLines") == []


def test_a_page_of_the_report_has_22_lines():
    _, found = paragraphs((LONG,))
    line = found[1].style.paragraph_format.line_spacing.pt
    assert line == pytest.approx(28.9)
    area = (16838 - 2098 - 1984) / 20
    assert area // line == 22


def test_properties_stand_in_the_order_of_the_schema():
    _, found = paragraphs((LONG, SHORT), "某单位", "2024年3月1日")
    for paragraph in found:
        tags = [re.sub(r"\{.*\}", "", c.tag) for c in paragraph._p.find(qn("w:pPr"))]
        order = [
            t for t in ("pStyle", "keepNext", "keepLines", "spacing", "ind", "jc") if t in tags
        ]
        assert [t for t in tags if t in order] == order
