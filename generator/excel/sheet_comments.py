"""Comments at cells of somebody's workbook: four pieces of XML are added, and nothing that is there is changed."""

import io
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple
from xml.parsers import expat

from generator.base.archive import Package
from generator.excel.cell_text import cell_text
from generator.excel.workbook_bounds import examine, sheet_parts

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
_STRICT = b"purl.oclc.org/ooxml"
# What may stand behind the drawing of comments in a sheet.
_BEHIND = frozenset(
    (
        *("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls"),
        *("webPublishItems", "tableParts", "extLst"),
    )
)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DRAWING, _NOTES = "rIdJixiaoDrawing", "rIdJixiaoComments"
_AUTHOR = "jixiao"
_WIDE, _HIGH = 4, 5  # columns and rows that a comment covers when it is opened


class NoRoomError(ValueError):
    """A sheet that has comments, or is written in a way that leaves no room for them; the words are for the user."""


class _Comment(NamedTuple):
    cell: str
    text: str

    @property
    def at(self) -> tuple[int, int]:
        """Return row and column from 0."""
        found = _CELL.fullmatch(self.cell)
        if found is None:
            return 0, 0
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        return int(found[2]) - 1, column - 1


def annotate_sheets(data: bytes, comments: Mapping[tuple[str, str], Sequence[str]]) -> bytes:
    """Hang texts on cells, each by the name of its sheet and its own; without a sheet, on the first cell.

    Raises ``UnsafePackageError`` and ``NoRoomError``.
    """
    package = Package(data)
    examine(package)
    parts = package.read_all()
    sheets = dict(sheet_parts(parts))
    own: dict[str, list[_Comment]] = {}
    for (sheet, cell), texts in comments.items():
        name = sheet if sheet in sheets else next(iter(sheets))
        own.setdefault(sheets[name], []).append(
            _Comment(cell if sheet in sheets else "A1", "\n\n".join(texts))
        )
    for number, (part, said) in enumerate(own.items(), 1):
        parts |= _with_comments(parts, part, number, _once(said))
    return _packed(parts)


def _once(comments: Sequence[_Comment]) -> list[_Comment]:
    """A cell has one comment: its texts stand below each other."""
    found: dict[str, list[str]] = {}
    for comment in comments:
        found.setdefault(comment.cell, []).append(comment.text)
    return [_Comment(cell, cell_text("\n\n".join(texts))) for cell, texts in found.items()]


def _with_comments(
    parts: Mapping[str, bytes], part: str, number: int, comments: Sequence[_Comment]
) -> dict[str, bytes]:
    sheet = parts[part]
    at = _room(sheet)
    drawing = f'<legacyDrawing xmlns:r="{_OFFICE}" r:id="{_DRAWING}"/>'.encode()
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    notes, vml = f"xl/jixiaoComments{number}.xml", f"xl/drawings/jixiaoDrawing{number}.vml"
    links = (
        f'<Relationship Id="{_NOTES}" Type="{_OFFICE}/comments" Target="/{notes}"/>'
        f'<Relationship Id="{_DRAWING}" Type="{_OFFICE}/vmlDrawing" Target="/{vml}"/>'
    )
    types = f'<Override PartName="/{notes}" ContentType="{_COMMENTS}"/>'
    types += f'<Override PartName="/{vml}" ContentType="{_VML}"/>'
    return {
        part: sheet[:at] + drawing + sheet[at:],
        relations: _added(parts.get(relations, _RELATIONS.encode()), "Relationships", links),
        _TYPES: _added(parts[_TYPES], "Types", types),
        notes: _notes(comments).encode(),
        vml: _vml(comments).encode(),
    }


def _room(sheet: bytes) -> int:
    """Find where the drawing of comments belongs: behind all that comes before it in the schema."""
    if _STRICT in sheet or not sheet.lstrip(b"\xef\xbb\xbf").startswith(b"<"):
        raise NoRoomError("工作表的写法特别，没有加批注")
    parser = expat.ParserCreate("UTF-8")
    depth, found = 0, -1

    def begin(name: str, _: object) -> None:
        nonlocal depth, found
        depth += 1
        if depth == 1 and name != "worksheet":
            raise NoRoomError("工作表的写法特别，没有加批注")
        if depth == 2 and name == "legacyDrawing":
            raise NoRoomError("工作表里已有批注，没有再加")
        if depth == 2 and name in _BEHIND and found < 0:
            found = parser.CurrentByteIndex

    def end(_: str) -> None:
        nonlocal depth, found
        depth -= 1
        if depth == 0 and found < 0:
            found = parser.CurrentByteIndex

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(sheet, True)  # noqa: FBT003 - the library's way
    return found


def _added(data: bytes, root: str, more: str) -> bytes:
    """Put elements at the end of a list; one that is written in another way has no room."""
    end = f"</{root}>".encode()
    empty = re.compile(rf"<{root}([^<>]*)/>\s*\Z".encode())
    data = empty.sub(rb"<" + root.encode() + rb"\1></" + root.encode() + rb">", data)
    if end not in data:
        raise NoRoomError("工作簿的写法特别，没有加批注")
    at = data.rindex(end)
    return data[:at] + more.encode() + data[at:]


def _notes(comments: Sequence[_Comment]) -> str:
    said = "".join(
        f'<comment ref="{c.cell}" authorId="0"><text><r><t xml:space="preserve">'
        f"{escape(c.text, quote=False)}</t></r></text></comment>"
        for c in comments
    )
    return (
        f'{_HEAD}<comments xmlns="{_MAIN}"><authors><author>{_AUTHOR}</author></authors>'
        f"<commentList>{said}</commentList></comments>"
    )


def _vml(comments: Sequence[_Comment]) -> str:
    return (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
        '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
        ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
        '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
        f"{''.join(_shapes(comments))}</xml>"
    )


def _shapes(comments: Sequence[_Comment]) -> Iterator[str]:
    for number, comment in enumerate(comments, 1):
        row, column = comment.at
        anchor = f"{column + 1}, 15, {row}, 2, {column + 1 + _WIDE}, 15, {row + _HIGH}, 4"
        yield (
            f'<v:shape id="_x0000_s{1024 + number}" type="#_x0000_t202"'
            ' style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
            '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/>'
            '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
            '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        )


def _packed(parts: Mapping[str, bytes]) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo  # noqa: PLC0415 - only on request

    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for name, data in sorted(parts.items(), key=lambda part: (part[0] != _TYPES, part[0])):
            info = ZipInfo(name)  # of no time: the same comments give the same bytes
            info.compress_type = ZIP_DEFLATED
            package.writestr(info, data)
    return target.getvalue()
