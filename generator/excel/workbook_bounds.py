"""What must be known of an .xlsx before it is read: is it bounded, how do its cells show numbers.

The reader behind this door lays every sheet out in full, so a cell at the far corner, or a long
text used a million times, would fill the memory. And it gives values without their formats, so
that 95% would come out as 0.95. It is given a package of only those parts that were looked
through, unpacked by us: what it would make of another one does not matter.
"""

import html
import io
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from generator.base.archive import Package, UnsafePackageError
from generator.base.pattern import Pattern
from generator.excel.number_looks import NumberLook, number_looks

MOST_FIELDS = 1_000_000
MOST_LETTERS = 100_000_000
MOST_MERGES = 50_000

_PREFIX = rb"(?:[^\s<>/:=\"']+:)?"
_TAG = re.compile(
    rb"<" + _PREFIX + rb"(row|c)((?:\s(?:[^<>\"'/]|\"[^\"]*\"|'[^']*')*+)?)(/?)>", re.DOTALL
)
_AT = re.compile(rb"\sr\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REF = re.compile(rb"([A-Za-z]{1,3})([0-9]{1,7})")
_STYLE = re.compile(rb"\ss\s*=\s*[\"']([0-9]{1,6})[\"']")
_VALUE = re.compile(rb"<" + _PREFIX + rb"v(?:\s[^<>]*)?>\s*([0-9]{1,9})\s*<")
_UNWORKED = re.compile(
    rb"<"
    + _PREFIX
    + rb"c\s(?:[^<>]*\s)?r=\"([A-Za-z]{1,3}[0-9]{1,7})\"[^<>]*>\s*<"
    + _PREFIX
    + rb"f(?:\s[^<>]*)?>"
    rb"([^<]{1,200})</"
    + _PREFIX
    + rb"f>\s*(?:<"
    + _PREFIX
    + rb"v\s*/>|<"
    + _PREFIX
    + rb"v>\s*</"
    + _PREFIX
    + rb"v>)?"
    rb"\s*</" + _PREFIX + rb"c>"
)
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_NAMED = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_DECLARED = Pattern(r"\s*<\?xml[^>]*\?>")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_ROOT = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="xl/workbook.xml" Type="http://schemas.openxmlformats.org'
    '/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_NO_DTD = "正常的 Excel 文件没有这种声明；请检查文件的来源"


@dataclass
class SheetFacts:
    """How the cells of one sheet show their numbers; formulas without a value."""

    looks: dict[str, NumberLook] = field(default_factory=dict)
    # Those that no program has worked out yet, by row and column from 0.
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    fields: int = 0
    xml: bytes = b""


class Examined(NamedTuple):
    """The sheets of a workbook by name, and a package of the parts that were looked through."""

    sheets: Mapping[str, SheetFacts]
    data: bytes
    hidden: frozenset[str] = frozenset()  # the names of sheets that are not shown


def examine(package: Package) -> Examined:
    """Look through the parts of a workbook. What is unsafe is refused."""
    if _WORKBOOK not in package:
        raise UnsafePackageError(
            "不是 .xlsx 文件：里面没有工作簿", "请用 Excel 或 WPS 另存为 .xlsx"
        )
    usual = (_WORKBOOK, _RELATIONS, _STRINGS, _STYLES)
    parts = {name: _part(package, name) for name in usual if name in package}
    lengths = [len(found[1] or b"") for found in _ITEM.finditer(parts.get(_STRINGS, b""))]
    looks = number_looks(parts.get(_STYLES, b""))
    facts: dict[str, SheetFacts] = {}
    sheets: dict[str, SheetFacts] = {}
    for name, part in sheet_parts(parts):
        if part in package and part not in facts and part not in usual:
            parts[part] = _part(package, part)
            facts[part] = _sheet(parts[part], lengths, looks)
            _check_size(sum(one.fields for one in facts.values()))
        sheets[name] = facts.get(part, SheetFacts())
    named = _attributes(_NAMED, parts[_WORKBOOK])
    hidden = (
        sheet.get("name", "") for sheet in named if sheet.get("state", "visible") != "visible"
    )
    return Examined(sheets, _packed(parts), frozenset(hidden))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("_rels/.rels", _ROOT)
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def sheet_parts(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Follow the relationships of the workbook: the number of a part says nothing of its sheet."""
    targets = {
        r.get("Id", ""): posixpath.normpath(posixpath.join("/xl", r.get("Target", ""))).lstrip("/")
        for r in _attributes(_RELATION, parts.get(_RELATIONS, b""))
    }
    return [
        (sheet.get("name", ""), targets.get(sheet.get("r:id", ""), ""))
        for sheet in _attributes(_NAMED, parts[_WORKBOOK])
    ]


def _attributes(pattern: re.Pattern[bytes], data: bytes) -> list[dict[str, str]]:
    return [
        {
            name.decode("utf-8", "replace"): html.unescape(
                (one or other).decode("utf-8", "replace")
            )
            for name, one, other in _ATTRIBUTE.findall(found)
        }
        for found in pattern.findall(data)
    ]


def _part(package: Package, name: str) -> bytes:
    """Unpack a part and see that it is whole; the reader behind us would take half of one."""
    data = _as_utf8(package.read(name), name)
    parser = expat.ParserCreate("UTF-8")

    def refuse(*_: object) -> None:
        message = f"文件的部件 {name[:80]} 含有文档类型声明（DTD），出于安全不读取"
        raise UnsafePackageError(message, _NO_DTD)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the library's way
    except expat.ExpatError as error:
        message = f"文件已损坏，部件 {name[:80]} 不是完整的 XML"
        raise UnsafePackageError(message) from error
    return data


def _as_utf8(data: bytes, name: str) -> bytes:
    """Return a part in UTF-8; the format allows UTF-16 as well, and nothing else."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\0" not in data[:4]:
        return data
    try:
        text = data.decode("utf-16" if data[:1] in b"\xff\xfe" else "utf-16-be")
    except UnicodeDecodeError as error:
        message = f"文件已损坏，部件 {name[:80]} 不是完整的 XML"
        raise UnsafePackageError(message) from error
    return _DECLARED.sub("", text, count=1).encode("utf-8", "replace")


def _sheet(data: bytes, lengths: list[int], looks: Mapping[int, NumberLook]) -> SheetFacts:
    facts = SheetFacts(xml=data)
    rows = columns = row = column = 0
    for tag, attributes, ending in _TAG.findall(data):
        at = _AT.search(attributes)
        said = at[1] or at[2] or b"" if at is not None else b""
        if tag == b"row":
            row, column = (_number(said, _LAST_ROW) if at is not None else row + 1), 0
            continue
        if at is not None:
            row, column = _position(said)
        else:
            column += 1
        if ending:
            continue  # a cell that only has a look
        rows, columns = max(rows, row), max(columns, column)
        style = _STYLE.search(attributes)
        if at is not None and style is not None and int(style[1]) in looks:
            facts.looks[said.decode().upper()] = looks[int(style[1])]
    for place, formula in _UNWORKED.findall(data):
        shown = html.unescape(formula.decode("utf-8", "replace")).strip()
        row, column = _position(place)
        facts.formulas[row - 1, column - 1] = f"={shown}"
    merges = data.count(b"mergeCell ")
    if merges > MOST_MERGES:
        message = f"合并的单元格太多（{merges:,} 处，最多 {MOST_MERGES:,} 处）"
        raise UnsafePackageError(message, "请只留要导入的部分")
    _check_size(rows * columns, f"（{rows:,} 行、{columns:,} 列）")
    facts.fields = rows * columns
    letters = sum(lengths[int(i)] for i in _VALUE.findall(data) if int(i) < len(lengths))
    if letters > MOST_LETTERS:
        message = f"工作表的文字太多（{letters:,} 字节，最多 {MOST_LETTERS:,} 字节）"
        raise UnsafePackageError(message, "请只留要导入的部分")
    return facts


def _check_size(fields: int, shape: str = "") -> None:
    if fields > MOST_FIELDS:
        message = f"工作表太大{shape or f'（一共 {fields:,} 格）'}，最多 {MOST_FIELDS:,} 格"
        raise UnsafePackageError(message, "请删去数据区以外的单元格，或只留要导入的部分")


def _position(said: bytes) -> tuple[int, int]:
    found = _REF.fullmatch(said)
    if found is None:
        raise _misplaced(said)
    column = 0
    for letter in found[1].upper():
        column = column * 26 + letter - 64
    if column > _LAST_COLUMN:
        raise _misplaced(said)
    return _number(found[2], _LAST_ROW), column


def _number(said: bytes, most: int) -> int:
    number = int(said) if said.isdigit() and len(said) < 10 else 0
    if not 0 < number <= most:
        raise _misplaced(said)
    return number


def _misplaced(said: bytes) -> UnsafePackageError:
    words = said[:20].decode("utf-8", "replace")
    return UnsafePackageError(f"文件已损坏，工作表里没有“{words}”这样的位置")
