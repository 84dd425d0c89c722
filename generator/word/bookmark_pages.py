"""On which printed page a bookmark lies, as LibreOffice lays the document out.

A copy of the document gets one more page at its end, with a line per bookmark that asks for the
page of it (``PAGEREF``). The lines are of an outline level, so that the PDF lists them among its
own bookmarks, with the answer in plain words: fields are only worked out when pages are made, and
text in a PDF can only be read with its fonts.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.word.office import Office, Source
from generator.word.office_parts import MAIN_PART, read_parts
from generator.word.xml import XmlError, parse

FORMAT = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
MARK = "jixiao-page-"

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = re.compile(rb"/Title\s*<([0-9A-Fa-f\s]*)>")
_STREAM = re.compile(rb"/ObjStm.*?stream\r?\n", re.DOTALL)
_ANSWER = Pattern(MARK + r"(\d+)=\s*(\d+)\s*;")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def page_numbers(
    document: bytes, bookmarks: Sequence[str], office: Office, *, shown: str = ""
) -> dict[str, str] | Problem:
    """Return the printed page of each bookmark; one that the document does not have is left out."""
    return page_numbers_of_many(((Source(document, shown), bookmarks),), office)[0]


def page_numbers_of_many(
    documents: Sequence[tuple[Source, Sequence[str]]], office: Office
) -> tuple[dict[str, str] | Problem, ...]:
    """Do the same for several documents in one run of LibreOffice."""
    asked = [_ask(source, bookmarks) for source, bookmarks in documents]
    sources = [
        Source(question.copy, source.shown)
        for question, (source, _) in zip(asked, documents, strict=True)
        if isinstance(question, _Question)
    ]
    answers = iter(office.convert_many(sources, FORMAT))
    found: list[dict[str, str] | Problem] = []
    for question, (source, _) in zip(asked, documents, strict=True):
        if not isinstance(question, _Question):
            found.append(question)
            continue
        converted = next(answers)
        if converted.data is None:
            found.append(converted.problems[0])
        else:
            found.append(_read(converted.data, question.formats, source.shown))
    return tuple(found)


class _Question:
    """A copy of a document that asks, and how the pages of each bookmark are numbered."""

    def __init__(self, copy: bytes, formats: Mapping[str, str]) -> None:
        self.copy = copy
        self.formats = formats


def _ask(source: Source, bookmarks: Sequence[str]) -> "_Question | dict[str, str] | Problem":
    parts = read_parts(source.data) or {}
    try:
        root = parse(parts.get(MAIN_PART, b""))
    except XmlError:
        return _unreadable(source.shown)
    body = root.find(f"{_WORD}body")
    if body is None:
        return _unreadable(source.shown)
    wanted = set(bookmarks)
    formats = {name: style for name, style in _bookmarks(body) if name in wanted}
    if not formats:
        return {}
    _append(body, list(formats))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, etree.tostring(root) if name == MAIN_PART else data)
    return _Question(target.getvalue(), formats)


def _bookmarks(body: etree._Element) -> Iterator[tuple[str, str]]:
    """Give every bookmark with the number format of its section, whose properties stand at its end."""
    waiting: list[str] = []
    for element in body.iter(f"{_WORD}bookmarkStart", f"{_WORD}sectPr"):
        if element.tag == f"{_WORD}bookmarkStart":
            waiting.append(element.get(f"{_WORD}name") or "")
            continue
        numbers = element.find(f"{_WORD}pgNumType")
        style = "" if numbers is None else numbers.get(f"{_WORD}fmt") or ""
        yield from ((name, style) for name in waiting)
        waiting.clear()
    yield from ((name, "") for name in waiting)


def _append(body: etree._Element, names: Sequence[str]) -> None:
    """Put the questions on a page of their own behind everything else."""
    last = body[-1] if len(body) else None
    has_properties = last is not None and last.tag == f"{_WORD}sectPr"
    at = len(body) - 1 if has_properties else len(body)
    for number, name in enumerate(names):
        body.insert(at + number, _question(number, name))


def _question(number: int, name: str) -> etree._Element:
    paragraph = etree.Element(f"{_WORD}p")
    properties = etree.SubElement(paragraph, f"{_WORD}pPr")
    if number == 0:
        etree.SubElement(properties, f"{_WORD}pageBreakBefore")
    etree.SubElement(properties, f"{_WORD}outlineLvl").set(f"{_WORD}val", "0")
    _run(paragraph, "t", f"{MARK}{number}=")
    _run(paragraph, "fldChar", kind="begin")
    _run(paragraph, "instrText", f" PAGEREF {name} ")
    _run(paragraph, "fldChar", kind="separate")
    _run(paragraph, "t", "?")
    _run(paragraph, "fldChar", kind="end")
    _run(paragraph, "t", ";")
    return paragraph


def _run(paragraph: etree._Element, tag: str, text: str | None = None, *, kind: str = "") -> None:
    run = etree.SubElement(paragraph, f"{_WORD}r")
    inside = etree.SubElement(run, _WORD + tag)
    inside.text = text
    if kind:
        inside.set(f"{_WORD}fldCharType", kind)
    else:
        inside.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _read(pdf: bytes, formats: Mapping[str, str], shown: str) -> dict[str, str] | Problem:
    answers: dict[int, int] = {}
    for data in (pdf, *_object_streams(pdf)):
        for title in _TITLE.findall(data):
            if found := _ANSWER.search(_words(title)):
                answers[int(found[1])] = int(found[2])
    names = list(formats)
    pages = {
        names[number]: _written(page, formats[names[number]])
        for number, page in sorted(answers.items())
        if number < len(names)
    }
    if len(pages) == len(names):
        return pages
    hint = "目录的页码没有填；请在 Word 里右击目录，选“更新域”"
    message = "LibreOffice 排版后读不到页码"
    return Problem("O11", Severity.ERROR, message, Place(shown), hint)


def _object_streams(pdf: bytes) -> Iterator[bytes]:
    """Unpack the streams in which newer PDF files keep their objects."""
    for found in _STREAM.finditer(pdf):
        try:
            yield zlib.decompressobj().decompress(pdf[found.end() :], 64 * 1024 * 1024)
        except zlib.error:
            continue


def _words(title: bytes) -> str:
    try:
        return bytes.fromhex(title.decode("ascii")).decode("utf-16", errors="replace")
    except ValueError:
        return ""


def _written(page: int, style: str) -> str:
    """Write a page number as its section does; LibreOffice answers in digits."""
    if style not in ("lowerRoman", "upperRoman") or not 0 < page < 4000:
        return str(page)
    text = ""
    for value, sign in _ROMAN:
        while page >= value:
            text, page = text + sign, page - value
    return text.upper() if style == "upperRoman" else text


def _unreadable(shown: str) -> Problem:
    message = "不是完整的 .docx，查不了页码"
    return Problem("O11", Severity.ERROR, message, Place(shown), "请重新生成这份文件")
