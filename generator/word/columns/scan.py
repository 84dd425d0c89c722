"""Tables of a written document, read from its text: what our own templates write, and nothing finer.

A parser would cost more than filling the template does. What is not understood is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.column_grid import Grid, GridCell, Words
from generator.word.columns.own_look import STYLE, own_look
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.xml_text import text_of, unescape

_TABLE: Final = re.compile(r"<(/?)w:tbl[ >]")
_COLUMN: Final = re.compile(r'<w:gridCol [^>]*?w:w="(\d+)"')
ROW: Final = re.compile(r"<w:tr[ >].*?</w:tr>", re.DOTALL)
_CELL: Final = re.compile(r"<w:tc>(.*?)</w:tc>", re.DOTALL)
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>(.*?)</w:p>", re.DOTALL)
SPAN: Final = re.compile(r'<w:gridSpan w:val="(\d+)"/>')
_MERGE: Final = re.compile(r'<w:vMerge(?: w:val="(\w+)")?/>')
_TABLE_STYLE: Final = re.compile(r'<w:tblStyle w:val="([^"]*)"/>')
_MARGIN: Final = re.compile(
    r'<w:(top|left|start|bottom|right|end) (?:w:w="(\d+)"|w:type="dxa"| )+/>'
)
_CAPTION: Final = re.compile(r'<w:tblCaption w:val="([^"]*)"/>')
_STRANGE: Final = (
    "<w:drawing",
    "<w:pict",
    "<w:object",
    "<w:gridBefore",
    "<w:sdt>",
    "<w:textDirection",
)
_END: Final = "</w:p>"
_WORDS: Final = ("<w:t>", "<w:t ")
_TABLES: Final = ("<w:tbl>", "<w:tbl ")
_ORDER: Final = {"top": 0, "left": 1, "start": 1, "bottom": 2, "right": 3, "end": 3}


class ScannedParagraph(NamedTuple):
    """A paragraph of a cell: where its contents stand, and how it looks."""

    start: int
    end: int
    look: ParagraphLook


class ScannedCell(NamedTuple):
    """A cell: where its contents stand, and its paragraphs."""

    start: int
    end: int
    column: int
    span: int
    paragraphs: tuple[ScannedParagraph, ...]
    is_continued: bool


class ScannedTable(NamedTuple):
    """A table: where it stands, its rows of cells, and as a grid (``None``: not to be changed)."""

    start: int
    end: int
    rows: tuple[tuple[ScannedCell, ...], ...]
    grid: Grid | None
    heads: int = 0  # rows at its beginning that are repeated on every page
    splits: frozenset[int] = frozenset()  # rows that may go on on the next page
    is_kept: bool = False  # its widths are to stand
    is_followed: bool = False  # words below belong to it, such as its notes

    @property
    def is_loose(self) -> bool:
        """Tell whether its lines are as high as the font makes them."""
        paragraphs = (p for row in self.rows for cell in row for p in cell.paragraphs)
        return any(paragraph.look.rule != "exact" for paragraph in paragraphs)


def scan_tables(text: str, looks: Looks, keep_mark: str) -> list[ScannedTable]:
    """Find the tables of a text, in their order; those within others belong to them."""
    found, depth, start = [], 0, 0
    for tag in _TABLE.finditer(text):
        if tag[1]:
            depth -= 1
            if not depth:
                end = tag.end()
                found.append(_Scanner(text, start, end, looks, keep_mark).table())
        else:
            if not depth:
                start = tag.start()
            depth += 1
    return found


class _Scanner:
    def __init__(self, text: str, start: int, end: int, looks: Looks, keep_mark: str) -> None:
        self._text, self._start, self._end, self._looks = text, start, end, looks
        first = text.find("<w:tr", start, end)
        self._head = text[start : first if first >= 0 else end]
        self._keep_mark = keep_mark
        style = _TABLE_STYLE.search(self._head)
        self._style = style[1] if style else ""
        self._space = self._margins()

    def table(self) -> ScannedTable:
        """Read the table."""
        nothing = ScannedTable(self._start, self._end, (), None)
        body = self._text[self._start : self._end]
        caption = _CAPTION.search(self._head)
        is_kept = caption is not None and self._keep_mark in unescape(caption[1])
        if body.count("<w:tbl>") != 1 or any(s in body for s in _STRANGE):
            return nothing
        widths = tuple(map(int, _COLUMN.findall(self._head)))
        if not widths or not all(widths):
            return nothing
        lines = list(ROW.finditer(self._text, self._start, self._end))
        rows = tuple(tuple(self._cells(*line.span())) for line in lines)
        if not rows or any(sum(cell.span for cell in row) != len(widths) for row in rows):
            return nothing
        grid = Grid(widths, len(rows), tuple(self._grid_cells(rows)))
        splits = frozenset(n for n, line in enumerate(lines) if "<w:cantSplit/>" not in line[0])
        heads = body.count("<w:tblHeader/>")
        return ScannedTable(
            self._start, self._end, rows, grid, heads, splits, is_kept, self._is_followed()
        )

    def _is_followed(self) -> bool:
        """Tell whether words follow that are no heading of what is below, and no caption of a table there."""
        end = self._text.find(_END, self._end)
        below = self._text[self._end : max(end, self._end)]
        if not any(word in below for word in _WORDS):
            return False
        style = STYLE.search(below)
        is_heading = style is not None and self._looks.paragraph(style[1]).keeps
        return not is_heading and not self._text.startswith(_TABLES, end + len(_END))

    def _margins(self) -> tuple[int, ...]:
        space = list(self._looks.cell(self._style))
        at = self._head.find("<w:tblCellMar>")
        if at >= 0:
            for side, width in _MARGIN.findall(self._head, at, self._head.find("</w:tblCellMar>")):
                if width:
                    space[_ORDER[side]] = int(width)
        return tuple(space)

    def _cells(self, start: int, end: int) -> Iterator[ScannedCell]:
        column = 0
        for cell in _CELL.finditer(self._text, start, end):
            inner = cell.span(1)
            properties = self._text[inner[0] : self._text.find("<w:p", inner[0], inner[1])]
            span = SPAN.search(properties)
            merge = _MERGE.search(properties)
            width = int(span[1]) if span else 1
            is_continued = merge is not None and merge[1] != "restart"
            paragraphs = tuple(self._paragraphs(*inner))
            yield ScannedCell(*inner, column, width, paragraphs, is_continued)
            column += width

    def _paragraphs(self, start: int, end: int) -> Iterator[ScannedParagraph]:
        for paragraph in _PARAGRAPH.finditer(self._text, start, end):
            look = self._looks.in_table(own_look(paragraph[1], self._looks), self._style)
            yield ScannedParagraph(*paragraph.span(1), look)

    def _grid_cells(self, rows: Sequence[Sequence[ScannedCell]]) -> Iterator[GridCell]:
        beside, above = self._space[1] + self._space[3], self._space[0] + self._space[2]
        for number, row in enumerate(rows):
            for cell in row:
                if cell.is_continued:
                    continue
                words = tuple(map(self._words, cell.paragraphs))
                down = _rows_down(rows, number, cell)
                yield GridCell(number, cell.column, down, cell.span, words, beside, above)

    def _words(self, paragraph: ScannedParagraph) -> Words:
        look = paragraph.look
        said = text_of(self._text[paragraph.start : paragraph.end])
        return Words(said, look.size, look.height)


def _rows_down(rows: Sequence[Sequence[ScannedCell]], number: int, cell: ScannedCell) -> int:
    down = 1
    for row in rows[number + 1 :]:
        below = next((c for c in row if c.column == cell.column), None)
        if below is None or not below.is_continued or below.span != cell.span:
            break
        down += 1
    return down
