"""Paragraphs of a report that stand in the rows of a worksheet: they are read as paragraphs."""

from collections.abc import Iterator
from itertools import count

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import (
    ReadBlock,
    ReadCell,
    ReadDocument,
    ReadParagraph,
    ReadTable,
)
from generator.read.headings import split_number
from generator.read.label_book import LabelBook

_FEWEST = 3  # lines; a heading with one text below it is a field of a form
_LOWEST_HEADING, _LONGEST_HEADING = 2, 36
_STOP = "。"

_Run = tuple[int, int, list[ReadParagraph]]  # rows from one to another, each with one cell only


def with_prose(document: ReadDocument, book: LabelBook) -> ReadDocument:
    """Return a document whose worksheets have their paragraphs and their tables one after the other."""
    if document.kind != "excel" or any(isinstance(b, ReadParagraph) for b in document.blocks):
        return document
    return document._replace(blocks=tuple(blocks_of(document, book)))


def blocks_of(document: ReadDocument, book: LabelBook) -> Iterator[ReadBlock]:
    """Give the blocks of a document, rows of a worksheet that are prose as paragraphs."""
    numbers = count(1)
    for block in document.blocks:
        if document.kind == "excel" and isinstance(block, ReadTable):
            for part in _parted(block, book):
                yield part if isinstance(part, ReadTable) else _numbered(part, next(numbers))
        else:
            yield block


def _numbered(line: ReadParagraph, number: int) -> ReadParagraph:
    """Say of a line that it is a paragraph; where it stands is told by its cell."""
    at = line.place
    place = DocumentPlace(at.part, number, sheet=at.sheet, cell=at.cell, line=at.line, file=at.file)
    return line._replace(place=place)


def _parted(table: ReadTable, book: LabelBook) -> Iterator[ReadBlock]:
    runs = [*_runs(table)]
    is_report = any(_is_prose(lines, book) for _, _, lines in runs)
    begun = 0
    for row, end, lines in runs:
        if is_report and _goes_on(lines, book):
            yield from _rows(table, begun, row)
            yield from lines
            begun = end
    yield from _rows(table, begun, len(table.grid))


def _runs(table: ReadTable) -> Iterator[_Run]:
    alone = [_alone(table, row) for row in range(len(table.grid))]
    row = 0
    while row < len(alone):
        end = _end(alone, row)
        if end > row:
            lines = [line for cell in alone[row:end] if cell is not None for line in _lines(cell)]
            yield row, end, lines
        row = max(end, row + 1)


def _goes_on(lines: list[ReadParagraph], book: LabelBook) -> bool:
    """Tell what goes on in a sheet that is a report: a heading or sentences between two lists."""
    return any(_is_heading(line.text, book) or _STOP in line.text for line in lines)


def _alone(table: ReadTable, row: int) -> ReadCell | None:
    """Return the only cell of a row that says something, if nothing stands beside it."""
    said = [c for c in table.cells(row) if c.text.strip()]
    return said[0] if len(said) == 1 and said[0].row == row and said[0].height == 1 else None


def _end(alone: list[ReadCell | None], row: int) -> int:
    while row < len(alone) and alone[row] is not None:
        row += 1
    return row


def _lines(cell: ReadCell) -> list[ReadParagraph]:
    """Return the lines of a cell; which of several each is, is kept."""
    lines = [line.strip() for line in cell.text.split("\n")]
    return [
        ReadParagraph(line, cell.place._replace(line=number if len(lines) > 1 else 0))
        for number, line in enumerate(lines, 1)
        if line
    ]


def _is_prose(lines: list[ReadParagraph], book: LabelBook) -> bool:
    """Tell a report by its title or a heading, and sentences below."""
    texts = [line.text for line in lines]
    is_headed = any(_is_heading(text, book) for text in texts)
    return len(texts) >= _FEWEST and is_headed and any(_STOP in text for text in texts)


def _is_heading(text: str, book: LabelBook) -> bool:
    if len(text) > _LONGEST_HEADING or _STOP in text:
        return False
    line = split_number(text)
    is_numbered = 0 < line.style <= _LOWEST_HEADING
    return is_numbered or bool(book.section(line.title)) or book.title_kind(text) == "report"


def _rows(table: ReadTable, start: int, end: int) -> Iterator[ReadTable]:
    """Give the rows of a table from one to another as a table of their own, if they say anything."""
    rows = table.grid[start:end]
    if not any(c.text.strip() for row in rows for c in row):
        return
    if start == 0 and end == len(table.grid):
        yield table
        return
    moved = {id(c): c._replace(row=c.row - start) for row in rows for c in row}
    yield table._replace(grid=tuple(tuple(moved[id(c)] for c in row) for row in rows))
