"""Blocks for tests of Word files: a report, a form, and the way to write and read them."""

import datetime
import io
import zipfile
from pathlib import Path

import docx
from docx.oxml.ns import qn
from ooxml_integrity import check
from openxml_audit import OpenXmlValidator

from generator.load.packaged import packaged_templates
from generator.model.blocks import (
    Cell,
    DocumentBlocks,
    Entry,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)
from generator.model.spans import Span
from generator.summary.annex import FIELDS as SUMMARY
from generator.summary.annex import ROWS as SUMMARY_ROWS
from generator.tables.form_fields import FORM, GOAL, ROWS
from generator.tables.returned import FILE_ROW, FINDING_ROW, UNIT
from generator.word.word_render import BoundPart, Manner, Renderer
from tests.word.structure import structural_faults

DOCX = packaged_templates() / "docx"
REPORT, FORM_FILE = DOCX / "report.docx", DOCX / "project-form.docx"


def _quotes_own(path: Path) -> bool:
    """Tell a template of a form with fields of its own, which no sample here declares."""
    return b"field(" in zipfile.ZipFile(path).read("word/document.xml")


ALL_TEMPLATES = sorted(path for path in DOCX.glob("*.docx") if not _quotes_own(path))
MANNER = Manner("某单位", datetime.date(2023, 4, 27))


def cell(text, merge="", figure=""):
    return Cell((Span(text, figure),) if text else (), merge)


def row_of(kind, text="甲", key="r1", **merges):
    return Row({name: cell(text, merges.get(name, "")) for name in ROWS[kind]}, key)


def indicator(text="甲", key="indicator[一]", **merges):
    return row_of("indicators", text, key, **merges)


def form_of(rows, words="甲", key="books"):
    fields = {name: cell(words, figure=f"{key}/{name}") for name in FORM}
    others = {kind: (row_of(kind, words, f"{kind}[1]"),) for kind in ROWS if kind != "indicators"}
    goal_fields = {name: cell(words) for name in GOAL}
    goal = Table(goal_fields, {"indicators": tuple(rows)}, {}, "goal[1]")
    return Table(fields, {**others, "indicators": tuple(rows)}, {"goals": (goal,)}, key)


def summary_of(words="甲"):
    fields = {name: cell(words) for name in SUMMARY}
    rows = {
        kind: (Row({name: cell(words) for name in titles}, f"{kind}[1]"),)
        for kind, titles in SUMMARY_ROWS.items()
    }
    return Table(fields, rows)


def report_of(words="甲", document="d/report", label="", attachments=()):
    body = (
        Heading(1, "一、", (Span("项目基本情况"),), "a", "a"),
        Heading(2, "（一）", (Span(words),), "b", "b"),
        Paragraph((Span(words), Span("16万元", "p/funds.spent"), Span("。")), "b", key="b/p1"),
        Paragraph((Span(words),), "b", (Span("1.科学公正。"),), "b/p2"),
    )
    signature = Signature((Span("某单位某某委员会"),), (Span("2023年4月27日"),))
    return DocumentBlocks(
        document, (Span(words),), body, signature, None, label, tuple(attachments)
    )


def form_document(rows, words="甲", document="d/form", label="附件"):
    form = form_of(rows, words)
    projects = (form_of(rows, words, "p1"), form_of(rows, words, "p2"))
    whole = Table(form.fields, form.rows, {**form.groups, "projects": projects}, form.key)
    notes = ((Span("口径说明。"),),)
    body = (Heading(0, "第一部分　", (Span("部门目标"),), "part", "part"),)
    contents = (Entry("第一部分　部门目标", 0, "part"),)
    return DocumentBlocks(
        document,
        (Span(words),),
        body,
        form=whole,
        label=label,
        notes=notes,
        contents=contents,
        summary=summary_of(words),
    )


def returned_document(*messages, words="甲"):
    """Opinions that go back to a unit, a finding for each message."""
    findings = [{**dict.fromkeys(FINDING_ROW, words), "message": said} for said in messages]
    rows = {"files": [dict.fromkeys(FILE_ROW, words)], "findings": findings}
    unit = Table(
        {name: cell(words) for name in UNIT},
        {
            kind: tuple(
                Row({name: cell(said) for name, said in row.items()}, f"{kind}[{number}]")
                for number, row in enumerate(own, 1)
            )
            for kind, own in rows.items()
        },
        key="unit[1]",
    )
    return DocumentBlocks("d/returned", (Span("退回意见"),), form=Table({}, {}, {"units": (unit,)}))


def part(template: Path, blocks: DocumentBlocks) -> BoundPart:
    return BoundPart(template, template.name, blocks)


def write(*parts: BoundPart, manner=MANNER, pages=None) -> bytes:
    result = Renderer().render(parts, manner, pages)
    assert result.problems == ()
    return result.data


def write_report(words="甲", **options) -> bytes:
    return write(part(REPORT, report_of(words)), **options)


def write_form(rows, words="甲", **options) -> bytes:
    return write(part(FORM_FILE, form_document(rows, words)), **options)


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def merges_of(data, column):
    """Return the merge states of the indicators' cells that begin at a grid column, row by row."""
    states = []
    for row in opened(data).tables[1]._tbl.tr_lst:
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
    assert structural_faults(data) == []
