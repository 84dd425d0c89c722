"""Cells that page ends cut, written as the parts that they are."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.column_grid import TWIPS, Grid
from generator.layout.cut_labels import Part, is_beside_heads
from generator.word.columns.edit import Edit
from generator.word.columns.paragraph_properties import spaced_below
from generator.word.columns.scan import ScannedCell, ScannedParagraph, ScannedTable
from generator.word.columns.side_labels import BEGINS, GOES_ON, OPEN_ABOVE, OPEN_BELOW
from generator.word.columns.xml_text import escape, text_of

_TWO: Final = 2  # characters
_REPEATED: Final = re.compile(r"<w:tblHeader/>")
_LOOK: Final = re.compile(r"<w:r>(<w:rPr>.*?</w:rPr>)", re.DOTALL)
_EMPTY: Final = re.compile(r"<w:p(?: [^>]*)?/>")
_PROPERTIES: Final = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)


class Marks(NamedTuple):
    """What the parts of a label say behind it: on a line, on a short one, down a cell with a character on each."""

    along: str
    short: str
    down: str


def part_edits(
    text: str,
    table: ScannedTable,
    parts: Sequence[Part],
    marks: Marks,
    heads: int,
    heights: Sequence[int],
) -> Iterator[Edit]:
    """Let the parts of cells begin and say what they are; ``heights`` are those of the rows."""
    for part in parts:
        cell = _cell(table, part.row, part.column)
        source = _cell(table, part.source, part.column)
        if cell is None or source is None:
            continue
        yield from _begun(text, cell, part, is_open=part.row == heads and not part.is_again)
        if part.is_again:
            yield from _said_again(text, cell, source, _mark(table, source, marks))
        else:
            below = _below(text, table, part, heights)
            yield from _moved(text, cell, source, below)
            for row in range(part.source, heads):
                head = _cell(table, row, part.column)
                if head is not None:
                    yield from _opened(text, head, is_alone=part.source == heads - 1)


def single_edits(text: str, table: ScannedTable, grid: Grid, heads: int) -> Iterator[Edit]:
    """Do not repeat heads beside which a label stands that is beside all rows, too: its table fits its page."""
    if any(is_beside_heads(cell, heads) for cell in grid.cells):
        for found in _REPEATED.finditer(text, table.start, table.end):
            yield Edit(*found.span(), "")


def _mark(table: ScannedTable, cell: ScannedCell, marks: Marks) -> str:
    """Choose the mark that a cell has room for on one line."""
    if table.grid is None:
        return marks.along
    room, letter = _room(table, cell), max(map(_letter, cell.paragraphs), default=0)
    if room < _TWO * letter:
        return marks.down
    return marks.along if room > len(marks.along) * letter else marks.short


def _room(table: ScannedTable, cell: ScannedCell) -> int:
    """Return how wide the lines of a cell are, in twips."""
    if table.grid is None:
        return 0
    own = next((c for c in table.grid.cells if c.start == cell.column and c.words), None)
    beside = own.beside if own is not None else 0
    return sum(table.grid.widths[cell.column : cell.column + cell.span]) - beside


def _letter(paragraph: ScannedParagraph) -> int:
    return paragraph.look.size * TWIPS // 2


def _cell(table: ScannedTable, row: int, column: int) -> ScannedCell | None:
    return next((cell for cell in table.rows[row] if cell.column == column), None)


def _begun(text: str, cell: ScannedCell, part: Part, *, is_open: bool) -> Iterator[Edit]:
    at = text.find(GOES_ON, cell.start, cell.end)
    if at >= 0:
        merge = BEGINS if part.rows > 1 else ""
        yield Edit(at, at + len(GOES_ON), merge + (OPEN_ABOVE if is_open else ""))


def _opened(text: str, head: ScannedCell, *, is_alone: bool) -> Iterator[Edit]:
    """Leave out the line between heads and the cell under them."""
    for merge in (BEGINS, GOES_ON):
        at = text.find(merge, head.start, head.end)
        if at >= 0:
            yield Edit(at, at + len(merge), ("" if is_alone else merge) + OPEN_BELOW)
            return


def _said_again(text: str, cell: ScannedCell, source: ScannedCell, mark: str) -> Iterator[Edit]:
    first = text[source.paragraphs[0].start : source.paragraphs[-1].end]
    look = _LOOK.search(first)
    said = "".join(text_of(text[p.start : p.end]) for p in source.paragraphs).replace("\n", "")
    run = (
        f'<w:r>{look[1] if look else ""}<w:t xml:space="preserve">{escape(said + mark)}</w:t></w:r>'
    )
    if cell.paragraphs:
        end = cell.paragraphs[0].end
        yield Edit(end, end, run)
    else:
        yield from _filled(text, cell, run)


def _filled(text: str, cell: ScannedCell, words: str) -> Iterator[Edit]:
    """Put words into a cell whose paragraph has nothing, not even properties."""
    found = _EMPTY.search(text, cell.start, cell.end)
    if found:
        yield Edit(*found.span(), f"<w:p>{words}</w:p>")


def _below(text: str, table: ScannedTable, part: Part, heights: Sequence[int]) -> int:
    """Return the room below a label that lets it stand in the middle of heads and rows, in twips."""
    label = _cell(table, part.source, part.column)
    room = max(_room(table, label), 1) if label is not None else 1
    lines = 0
    for paragraph in label.paragraphs if label is not None else ():
        letters = len(text_of(text[paragraph.start : paragraph.end])) * _letter(paragraph)
        lines += (letters // room + _TWO) * paragraph.look.height
    free = sum(heights[part.row : part.row + part.rows]) - lines
    return max(min(sum(heights[part.source : part.row]), free), 0)


def _moved(text: str, cell: ScannedCell, source: ScannedCell, below: int) -> Iterator[Edit]:
    """Let the words of one cell stand in another, with room below."""
    begin, last = source.paragraphs[0].start, source.paragraphs[-1]
    end = last.end
    words, head = text[begin:end], _PROPERTIES.match(text, begin, end)
    if below:
        words = text[begin : last.start] + spaced_below(text[last.start : end], below)
    if cell.paragraphs:
        there = cell.paragraphs[0]
        own = text[there.start : there.end]
        properties = _PROPERTIES.match(own)
        kept = own[properties.end() :] if properties else own
        yield Edit(there.start, there.end, words + kept)
    else:
        yield from _filled(text, cell, words)
    yield Edit(begin, end, head[0] if head else "")
