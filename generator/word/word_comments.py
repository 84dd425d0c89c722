"""Word comments at paragraphs and cells of somebody's file, counted as readers of the file count them."""

from collections.abc import Mapping, Sequence

from generator.base.document_place import DocumentPlace
from generator.word.comments import Comments
from generator.word.package import DOCUMENT, PackageError, join_plain, read_parts
from generator.word.xml import Element, W, bytes_of, parse

_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))


def annotate(data: bytes, comments: Mapping[DocumentPlace, Sequence[str]]) -> bytes:
    """Hang comments on their places; those without one of their own hang on the first paragraph.

    Raises ``PackageError`` and ``XmlError``.
    """
    parts = read_parts(data)
    root = parse(parts[DOCUMENT])
    body = root.find(f"{W}body")
    if body is None:
        raise PackageError("这个 .docx 没有正文", "请用 Word 或 WPS 另存一份再试")
    paragraphs = [child for child in body if child.tag == _PARAGRAPH]
    tables = [child for child in body if child.tag == _TABLE]
    written = Comments(parts, None)
    for place, texts in comments.items():
        target = _target(place, paragraphs, tables)
        if target is None:
            target = paragraphs[0] if paragraphs else next(root.iter(_PARAGRAPH), None)
            texts = [f"{place}：{text}" if str(place) else text for text in texts]  # noqa: PLW2901
        if target is not None:
            for text in texts:
                written.add(target, text)
    return join_plain({**parts, DOCUMENT: bytes_of(root), **written.parts()})


def _target(
    place: DocumentPlace, paragraphs: Sequence[Element], tables: Sequence[Element]
) -> Element | None:
    if place.part:
        return None
    if 0 < place.table <= len(tables):
        return _in_table(tables[place.table - 1], place)
    if 0 < place.paragraph <= len(paragraphs):
        return paragraphs[place.paragraph - 1]
    return None


def _in_table(table: Element, place: DocumentPlace) -> Element | None:
    rows = table.findall(_ROW)
    if not 0 < place.row <= len(rows):
        return None
    row = rows[place.row - 1]
    column = 1 + _number(row.find(f"{W}trPr/{W}gridBefore"))
    for cell in row.findall(_CELL):
        width = max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan")))
        if column <= place.column < column + width:
            return next(cell.iter(_PARAGRAPH), None)
        column += width
    return None


def _number(found: Element | None) -> int:
    said = "" if found is None else found.get(f"{W}val") or ""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 0
