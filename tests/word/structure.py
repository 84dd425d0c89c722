"""Faults of structure that Word refuses and validators overlook."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


def structural_faults(data: bytes) -> list[str]:
    """Look through the text, headers and footers of a file."""
    faults = []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml") and "/charts/" not in name:
                root = etree.fromstring(package.read(name))
                faults += [f"{name}: {fault}" for fault in _faults(root)]
    return faults


def structural_faults_of(root) -> list[str]:
    """Look through one text."""
    return list(_faults(root))


def _faults(root) -> Iterator[str]:
    yield from _bookmarks(root)
    yield from _fields(root)
    yield from _controls(root)
    yield from _drawings(root)
    yield from _comments(root)
    yield from _paragraphs(root)
    for table in root.iter(f"{W}tbl"):
        yield from _table(table)


def _bookmarks(root) -> Iterator[str]:
    starts = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkStart")]
    ends = [b.get(f"{W}id") for b in root.iter(f"{W}bookmarkEnd")]
    if Counter(starts) != Counter(ends):
        yield "a bookmark without its other half"
    twice = (number for number, times in Counter(starts).items() if times > 1)
    yield from (f"two bookmarks of the number {number}" for number in twice)
    names = Counter(b.get(f"{W}name") for b in root.iter(f"{W}bookmarkStart"))
    yield from (f"two bookmarks {name}" for name, times in names.items() if times > 1)
    open_now: set[str] = set()
    for element in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
        number = element.get(f"{W}id")
        if element.tag.endswith("Start"):
            open_now.add(number)
        elif number not in open_now:
            yield f"bookmark {number} ends before it begins"


def _fields(root) -> Iterator[str]:
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        if depth < 0:
            yield "a field ends that never began"
    if depth > 0:
        yield "a field is left open"


def _controls(root) -> Iterator[str]:
    ids = Counter(e.get(f"{W}val") for e in root.iterfind(f".//{W}sdtPr/{W}id"))
    yield from (f"two controls {name}" for name, times in ids.items() if times > 1)


def _drawings(root) -> Iterator[str]:
    """An alternative for older programs bears the number of what it stands for."""
    ids = Counter(
        e.get("id")
        for e in root.iter(_DRAWING)
        if next(e.iterancestors("{*}Fallback"), None) is None
    )
    yield from (f"two drawings {name}" for name, times in ids.items() if times > 1)


def _comments(root) -> Iterator[str]:
    for tag in ("comment", "commentReference"):
        ids = Counter(e.get(f"{W}id") for e in root.iter(f"{W}{tag}"))
        yield from (f"two {tag} {name}" for name, times in ids.items() if times > 1)


def _paragraphs(root) -> Iterator[str]:
    ids = Counter(e.get(_PARAGRAPH) for e in root.iter(f"{W}p") if e.get(_PARAGRAPH))
    yield from (f"two paragraphs {name}" for name, times in ids.items() if times > 1)


def _table(table) -> Iterator[str]:
    grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    above: dict[int, bool] = {}
    for row in table.findall(f"{W}tr"):
        column, now = 0, {}
        for cell in row.findall(f"{W}tc"):
            if not len(cell.findall(f"{W}p")):
                yield "a cell without a paragraph"
            elif cell[-1].tag != f"{W}p":
                yield "a cell that ends with a table"
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            state = "" if merge is None else merge.get(f"{W}val") or "continue"
            if state == "continue" and not above.get(column):
                yield f"column {column + 1} continues a merge that never began"
            now[column] = bool(state)
            column += int(span.get(f"{W}val")) if span is not None else 1
        if column > grid:
            yield f"a row of {column} columns in a grid of {grid}"
        above = now
