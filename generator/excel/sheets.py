"""What must be known of an .xlsx before it is read: is it bounded, which cells are percentages.

The reader behind this door lays every sheet out in full, so a cell at the far corner, or a long
text used a million times, would fill the memory. And it gives values without their formats, so
that 95% would come out as 0.95.
"""

import html
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.base.archive import Package, UnsafePackageError

MOST_FIELDS = 3_000_000
MOST_LETTERS = 100_000_000

_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_REF = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_STYLE = re.compile(rb'\bs="([0-9]{1,6})"')
_SHARED = re.compile(rb'<(?:\w+:)?c\s[^>]*\bt="s"[^>]*>\s*<(?:\w+:)?v>([0-9]{1,9})<')
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_USED = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_XF = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
_ID, _CODE = re.compile(rb'\bnumFmtId="([0-9]{1,6})"'), re.compile(rb'\bformatCode="([^"]*)"')
_BUILT_IN = {9: 0, 10: 2}  # the percentages that every file has, with their places
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_NAMED = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


@dataclass
class SheetFacts:
    """The cells of one sheet that show a percentage, with the places they show."""

    percents: dict[str, int] = field(default_factory=dict)


def examine(package: Package) -> Mapping[str, SheetFacts]:
    """Look through the parts of a workbook; return its sheets by name. What is unsafe is refused."""
    if "xl/workbook.xml" not in package:
        if "word/document.xml" in package:
            raise UnsafePackageError("这是 Word 文件，只是改了扩展名", "请把扩展名改回 .docx")
        raise UnsafePackageError(
            "不是 .xlsx 文件：里面没有工作簿", "请用 Excel 或 WPS 另存为 .xlsx"
        )
    lengths = _text_lengths(package)
    percent_styles = _percent_styles(package)
    facts: dict[str, SheetFacts] = {}
    for name in package.names:
        if not name.endswith((".xml", ".rels")) or name in _DONE:
            continue
        data = _part(package, name)
        if _SHEET.fullmatch(name):
            facts[name] = _sheet(data, lengths, percent_styles)
    return {name: facts.get(part, SheetFacts()) for name, part in _sheet_parts(package)}


_DONE = ("xl/sharedStrings.xml", "xl/styles.xml")


def _sheet_parts(package: Package) -> list[tuple[str, str]]:
    """Follow the relationships of the workbook: the number of a part says nothing of its sheet."""
    path = "xl/_rels/workbook.xml.rels"
    relations = _attributes(_RELATION, _part(package, path)) if path in package else []
    targets = {
        r.get("Id", ""): posixpath.normpath(posixpath.join("xl", r.get("Target", "")).lstrip("/"))
        for r in relations
    }
    return [
        (sheet.get("name", ""), targets.get(sheet.get("r:id", ""), ""))
        for sheet in _attributes(_NAMED, _part(package, "xl/workbook.xml"))
    ]


def _attributes(pattern: re.Pattern[bytes], data: bytes) -> list[dict[str, str]]:
    return [
        {
            name.decode(): html.unescape(text.decode("utf-8", "replace"))
            for name, text in _ATTRIBUTE.findall(found)
        }
        for found in pattern.findall(data)
    ]


def _part(package: Package, name: str) -> bytes:
    data = package.read(name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        message = f"文件的部件 {name[:80]} 含有文档类型声明（DTD），出于安全不读取"
        raise UnsafePackageError(message, "正常的 Excel 文件没有这种声明；请检查文件的来源")
    return data


def _sheet(data: bytes, lengths: list[int], percent_styles: Mapping[int, int]) -> SheetFacts:
    facts = SheetFacts()
    rows = columns = 0
    for found in _CELL.finditer(data):
        at = _REF.search(found[1])
        if at is None:
            continue
        rows, columns = max(rows, int(at[2])), max(columns, _column(at[1]))
        style = _STYLE.search(found[1])
        if style is not None and int(style[1]) in percent_styles:
            facts.percents[(at[1] + at[2]).decode()] = percent_styles[int(style[1])]
    if rows * columns > MOST_FIELDS:
        message = f"工作表太大（{rows:,} 行、{columns:,} 列）"
        raise UnsafePackageError(message, "请删去数据区以外的单元格，或只留要导入的部分")
    letters = sum(lengths[int(i)] for i in _SHARED.findall(data) if int(i) < len(lengths))
    if letters > MOST_LETTERS:
        raise UnsafePackageError("工作表的文字太多", "请只留要导入的部分")
    return facts


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text_lengths(package: Package) -> list[int]:
    if _DONE[0] not in package:
        return []
    return [len(found[1] or b"") for found in _ITEM.finditer(_part(package, _DONE[0]))]


def _percent_styles(package: Package) -> Mapping[int, int]:
    """Find the cell styles that show percentages, with their decimal places."""
    if _DONE[1] not in package:
        return {}
    data = _part(package, _DONE[1])
    formats = dict(_BUILT_IN)
    for found in _FORMAT.finditer(data):
        id, code = _ID.search(found[1]), _CODE.search(found[1])
        if id is not None and code is not None and b"%" in code[1]:
            places = re.match(rb"[^.%]*\.?(0*)", code[1])
            formats[int(id[1])] = len(places[1]) if places else 0
    used = _USED.search(data)
    styles: dict[int, int] = {}
    for index, xf in enumerate(_XF.findall(used[0]) if used else ()):
        id = _ID.search(xf)
        if id is not None and int(id[1]) in formats:
            styles[index] = formats[int(id[1])]
    return styles
