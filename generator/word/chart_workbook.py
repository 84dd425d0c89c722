"""The workbook beside a chart, brought up to date when somebody has saved it again."""

import io
from collections.abc import Mapping, Sequence
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.base.archive import Bounds, Package, UnsafePackageError
from generator.base.pattern import Pattern
from generator.word.chart_data import same_number
from generator.word.xml import Element, XmlError, bytes_of, parse

_S: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET: Final = Pattern(r"xl/worksheets/[^/]+\.xml")
_STRINGS: Final = "xl/sharedStrings.xml"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
_BOUNDS: Final = Bounds(part=20_000_000, all=20_000_000)

Cells = Mapping[tuple[int, int], str]


def update_workbook(data: bytes, known: Sequence[Cells], now: Cells) -> bytes | None:
    """Write other words and numbers into a workbook that holds those of a chart at their places.

    ``known`` is what may stand there. ``None``: something else does, so that nobody can say which
    cell is which.
    """
    try:
        return _updated(Package(data, _BOUNDS).read_all(), known, now)
    except (UnsafePackageError, XmlError, ValueError):
        return None


def _updated(parts: dict[str, bytes], known: Sequence[Cells], now: Cells) -> bytes | None:
    sheets = [name for name in parts if _SHEET.fullmatch(name)]
    if len(sheets) != 1 or any(cells.keys() != now.keys() for cells in known[:1]):
        return None
    root = parse(parts[sheets[0]])
    strings = parse(parts[_STRINGS]).findall(f"{_S}si") if _STRINGS in parts else []
    cells = {cell.get("r") or "": cell for cell in root.iter(f"{_S}c")}
    for place, words in now.items():
        row, column = place
        cell = cells.get(f"{_letters(column)}{row + 1}")
        said = "" if cell is None else _said(cell, strings)
        if said is None or not any(same_number(said, own.get(place, "")) for own in known):
            return None
        if same_number(said, words):
            continue
        if cell is None:
            return None
        _put(cell, words)
    parts[sheets[0]] = bytes_of(root)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(ZipInfo(name, _DAY), part, ZIP_DEFLATED)
    return buffer.getvalue()


def _said(cell: Element, strings: list[Element]) -> str | None:
    """Return what a cell says; of one that is worked out, nothing."""
    if cell.find(f"{_S}f") is not None:
        return None
    value = cell.findtext(f"{_S}v") or ""
    if cell.get("t") == "s":
        return _text(strings[int(value)]) if int(value) < len(strings) else None
    inline = cell.find(f"{_S}is")
    return value if inline is None else _text(inline)


def _text(item: Element) -> str:
    """Return the words of a string, without how they are to be read aloud."""
    return "".join(
        node.text or "" for node in item.iter(f"{_S}t") if node.getparent().tag != f"{_S}rPh"
    )


def _put(cell: Element, words: str) -> None:
    for child in list(cell):
        cell.remove(child)
    if not words:
        cell.attrib.pop("t", None)
    elif words.replace(".", "", 1).lstrip("-").isdecimal():
        cell.attrib.pop("t", None)
        value = cell.makeelement(f"{_S}v")
        value.text = words
        cell.append(value)
    else:
        cell.set("t", "inlineStr")
        item = cell.makeelement(f"{_S}is")
        text = item.makeelement(f"{_S}t")
        text.text = words
        item.append(text)
        cell.append(item)


def _letters(column: int) -> str:
    """Write the letters of a column, counted from 0."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters
