"""Foreign documents for tests, written from a picture of their table: ``<`` joins left, ``^`` up."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from xml.sax.saxutils import escape

import docx
import xlsxwriter
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.excel.sheet_reading import read_xlsx_bytes
from generator.load.label_packs import load_labels
from generator.load.packs import find_packs, load_wording
from generator.model.foreign_document import ReadDocument
from generator.model.wording_packs import Wording
from generator.read.draft import Draft
from generator.read.label_book import LabelBook
from generator.read.whole_document import recognise
from generator.word.reading.document_words import read_docx_bytes

Picture = str | Sequence[Sequence[str]]
Part = str | Sequence[Sequence[str]]


def picture(text: str) -> list[list[str]]:
    """Read a picture: a row on each line, cells between bars."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return [[cell.strip().replace("\\n", "\n") for cell in line.split("|")] for line in lines]


def regions(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, int, int, str]]:
    """Give each cell as first row, first column, last row, last column, text."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            right, bottom = c, r
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            while (
                bottom + 1 < len(rows) and c < len(rows[bottom + 1]) and rows[bottom + 1][c] == "^"
            ):
                bottom += 1
            yield r, c, bottom, right, text


def add_table(document, rows: Sequence[Sequence[str]]) -> None:
    """Write a table at the end of a document; cell by cell python-docx takes a hundred times as long."""
    xml = table_xml(rows).replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)
    document.element.body._insert_tbl(parse_xml(xml))


def table_xml(rows: Sequence[Sequence[str]]) -> str:
    width = max(map(len, rows))
    spans = {
        (row, left): (right - left + 1, _JOINS[bottom > top, row > top], text)
        for top, left, bottom, right, text in regions(rows)
        for row in range(top, bottom + 1)
    }
    lines = []
    for row in range(len(rows)):
        cells, column = [], 0
        while column < width:
            span, joined, text = spans.get((row, column), (1, "", ""))
            cells.append(_cell(span, joined, "" if joined == "continue" else text))
            column += span
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = f'<w:gridCol w:w="{8640 // width}"/>' * width
    return (
        '<w:tbl><w:tblPr><w:tblW w:type="auto" w:w="0"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )


_JOINS = {(False, False): "", (True, False): "restart", (True, True): "continue"}


def _cell(span: int, joined: str, text: str) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{joined}"/>' if joined else ""
    return f"<w:tc><w:tcPr>{spanned}{merged}</w:tcPr>{_paragraph(text)}</w:tc>"


def _paragraph(text: str) -> str:
    words = '<w:t xml:space="preserve">' + escape(text) + "</w:t>"
    for sign, tag in (("\n", "<w:br/>"), ("\t", "<w:tab/>")):
        words = words.replace(sign, f'</w:t>{tag}<w:t xml:space="preserve">')
    return f"<w:p><w:r>{words}</w:r></w:p>" if text else "<w:p/>"


def word_bytes(*parts: Part) -> bytes:
    """Write a Word file: strings are paragraphs, pictures are tables."""
    body = "".join(_paragraph(p) if isinstance(p, str) else table_xml(p) for p in parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in _blank_document().items():
            is_body = name == "word/document.xml"
            words = body.encode() if is_body else b""
            package.writestr(name, content.replace(b"<w:sectPr", words + b"<w:sectPr", 1))
    return buffer.getvalue()


@cache
def _blank_document() -> dict[str, bytes]:
    """Give the parts of a document that python-docx has begun, not packed again for every test."""
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as package:
        return {name: package.read(name) for name in package.namelist()}


def excel_bytes(
    *sheets: Sequence[Sequence[object]], percent: Sequence[tuple[int, int]] = ()
) -> bytes:
    """Write a workbook: a picture for each sheet; numbers stay numbers."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    style = book.add_format({"num_format": "0.00%"})
    for number, rows in enumerate(sheets, 1):
        sheet = book.add_worksheet(f"表{number}")
        for top, left, bottom, right, value in regions(rows):  # type: ignore[arg-type]
            shape = style if (top, left) in percent else None
            if (bottom, right) != (top, left):
                sheet.merge_range(top, left, bottom, right, value, shape)
            elif value != "":
                sheet.write(top, left, value, shape)
    book.close()
    return buffer.getvalue()


def read_word(*parts: Part) -> ReadDocument:
    document, problems = read_docx_bytes(word_bytes(*parts), "自评.docx")
    assert document is not None, problems
    return document


def read_excel(
    *sheets: Sequence[Sequence[object]], percent: Sequence[tuple[int, int]] = ()
) -> ReadDocument:
    document, problems = read_xlsx_bytes(excel_bytes(*sheets, percent=percent), "自评.xlsx")
    assert document is not None, problems
    return document


@cache
def packaged_wording() -> Wording:
    wording, problems = load_wording(find_packs(None))
    assert not problems
    return wording


@cache
def book() -> LabelBook:
    labels, problems = load_labels(find_packs(None))
    assert not problems
    wording = packaged_wording()
    return LabelBook(labels, wording.units, wording.wholes)


def understood(document: ReadDocument, *titles: str) -> Draft:
    return recognise(document, book(), frozenset(titles))


NATIONAL_HEAD = """
项目名称 | < | 图书购置 | < | < | < | < | < | <
主管部门 | < | 某县文化局 | < | 实施单位 | < | 某县图书馆 | < | <
项目资金\\n（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | < | 100 | 100 | 95 | 10 | 95% | 9.5
^ | 其中：当年财政拨款 | < | 80 | 80 | 80 | — |  | —
^ | 上年结转资金 | < | 20 | 20 | 15 | — |  | —
^ | 其他资金 | < |  |  |  | — |  | —
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
"""
NATIONAL = picture(f"""{NATIONAL_HEAD}^ | 丰富馆藏。 | < | < | < | 购书20500册。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标（50分） | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 20 | 20 |
^ | ^ | ^ | 新书占比 | ≥60% | 58% | 10 | 9.67 | 部分新书晚到。
^ | ^ | 时效指标 | 到货时间 | 11月底前 | 11月20日 | 20 | 20 |
^ | 效益指标（30分） | 社会效益指标 | 阅读氛围 | 明显改善 | 有所改善 | 30 | 25 |
^ | 满意度指标（10分） | 服务对象满意度指标 | 读者满意度 | ≥90% | 93% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 94.17 |
""")
