"""A Word file made of the lines and tables of a workbook: the same cells, the same merges, a plain look."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from generator.model.foreign_document import ReadBlock, ReadCell, ReadParagraph, ReadTable
from generator.word.xml import writable

_FONT = "仿宋_GB2312"
_WIDTH, _HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(2)
_SIZE = Pt(10.5)


def word_of_sheets(blocks: Sequence[ReadBlock]) -> bytes:
    """Make the file; lines become paragraphs, tables keep their grid."""
    document = docx.Document()
    for section in document.sections:
        section.page_width, section.page_height = _WIDTH, _HEIGHT
        section.left_margin = section.right_margin = _MARGIN
    usual = document.styles["Normal"]
    usual.font.name, usual.font.size = _FONT, _SIZE
    usual.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    for block in blocks:
        if isinstance(block, ReadParagraph):
            document.add_paragraph(writable(block.text))
        elif block.grid:
            _add_table(document, block)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_table(document: Any, table: ReadTable) -> None:
    made = document.add_table(rows=len(table.grid), cols=table.width)
    made.style = "Table Grid"
    # Cells are looked up once: python-docx goes through the whole grid each time.
    grid = [row.cells for row in made.rows]
    for cell in _own(table):
        right, bottom = min(cell.end, table.width) - 1, cell.row + cell.height - 1
        home = grid[cell.row][cell.column]
        if (bottom, right) != (cell.row, cell.column):
            home = home.merge(grid[min(bottom, len(grid) - 1)][right])
        home.text = writable(cell.text)


def _own(table: ReadTable) -> Iterator[ReadCell]:
    for number in range(len(table.grid)):
        yield from (cell for cell in table.cells(number) if cell.row == number)
