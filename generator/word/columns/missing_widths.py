"""Tables whose template leaves their widths to the word processor: columns of equal width, to be arranged."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from generator.word.columns.edit import Edit, edited
from generator.word.columns.scan import ROW, SPAN

_TABLE: Final = re.compile(r"<w:tbl>.*?</w:tbl>", re.DOTALL)
_PROPERTIES: Final = re.compile(r"<w:tblPr>(.*?)</w:tblPr>|<w:tblPr/>", re.DOTALL)
_GRID: Final = re.compile(r"<w:tblGrid>.*?</w:tblGrid>|<w:tblGrid/>", re.DOTALL)
_KNOWN: Final = re.compile(r'<w:gridCol [^>]*?w:w="[1-9]\d*"')
_WIDTH: Final = re.compile(r'<w:tblW (?=[^>]*w:type="dxa")[^>]*?w:w="(\d+)"')
_LAYOUT: Final = re.compile(r"<w:tblLayout [^>]*/>")
_BEHIND_LAYOUT: Final = re.compile(
    r"<w:(?:tblCellMar|tblLook|tblCaption|tblDescription|tblPrChange)[ />]"
)
_CELL: Final = re.compile(r"<w:tc>(?:<w:tcPr/>|<w:tcPr>(.*?)</w:tcPr>)?", re.DOTALL)
_CELL_WIDTH: Final = re.compile(r"<w:tcW [^>]*/>")
_BEFORE_WIDTH: Final = re.compile(r"<w:cnfStyle [^>]*/>")
_PAPER: Final = re.compile(r'<w:pgSz [^>]*?w:w="(\d+)"')
_EDGES: Final = tuple(re.compile(rf'<w:pgMar [^>]*?w:{side}="(\d+)"') for side in ("left", "right"))
_FIXED: Final = '<w:tblLayout w:type="fixed"/>'


def with_widths(text: str) -> tuple[str, bool]:
    """Give tables without widths equal ones; tells whether no table of the text had any."""
    tables = list(_TABLE.finditer(text))
    bare = [table for table in tables if not _KNOWN.search(table[0]) and _can_be_read(table[0])]
    if not bare:
        return text, False
    edits = [edit for table in bare for edit in _edits(text, table.start(), table.end())]
    return edited(text, edits), bool(edits) and len(bare) == len(tables)


def _can_be_read(table: str) -> bool:
    return table.count("<w:tbl>") == 1 and "<w:gridBefore" not in table and "<w:sdt>" not in table


def _edits(text: str, start: int, end: int) -> Iterator[Edit]:
    rows = [_spans(text, *row.span()) for row in ROW.finditer(text, start, end)]
    counts = {sum(span for _, span in row) for row in rows}
    properties = _PROPERTIES.search(text, start, end)
    first = text.find("<w:tr", start, end)
    if len(counts) != 1 or properties is None or properties.start() > first:
        return
    widths = _equal(_total(text, properties[1] or "", end), counts.pop())
    if not all(widths):
        return
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    inner = _LAYOUT.sub("", properties[1] or "")
    behind = _BEHIND_LAYOUT.search(inner)
    at = behind.start() if behind else len(inner)
    head = f"<w:tblPr>{inner[:at]}{_FIXED}{inner[at:]}</w:tblPr>"
    grid = _GRID.search(text, properties.end(), first)
    stop = grid.end() if grid else properties.end()
    yield Edit(properties.start(), stop, f"{head}<w:tblGrid>{columns}</w:tblGrid>")
    edges = [0, *accumulate(widths)]
    for row in rows:
        column = 0
        for cell, span in row:
            yield _cell(cell, edges[column + span] - edges[column])
            column += span


def _spans(text: str, start: int, end: int) -> list[tuple[re.Match[str], int]]:
    """Return the cells of a row with how many columns each goes over."""
    found = ((cell, SPAN.search(cell[1] or "")) for cell in _CELL.finditer(text, start, end))
    return [(cell, 1 if span is None else int(span[1])) for cell, span in found]


def _cell(cell: re.Match[str], width: int) -> Edit:
    inner = _CELL_WIDTH.sub("", cell[1] or "")
    before = _BEFORE_WIDTH.match(inner)
    at = before.end() if before else 0
    own = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return Edit(*cell.span(), f"<w:tc><w:tcPr>{inner[:at]}{own}{inner[at:]}</w:tcPr>")


def _total(text: str, properties: str, end: int) -> int:
    """Return how wide a table is: as it says, or as the text of its page."""
    said = _WIDTH.search(properties)
    if said and int(said[1]):
        return int(said[1])
    section = text.find("<w:sectPr", end)
    paper, *edges = (own.search(text, max(section, 0)) for own in (_PAPER, *_EDGES))
    if section < 0 or paper is None or None in edges:
        return 0
    return int(paper[1]) - sum(int(edge[1]) for edge in edges if edge is not None)


def _equal(total: int, count: int) -> list[int]:
    """Part a width; what is left over goes to the first columns."""
    each, rest = divmod(max(total, 0), count)
    return [each + (n < rest) for n in range(count)]
