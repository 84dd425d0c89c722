"""Tables in running text: as lines of cells, or by name from a table of the inputs."""

from collections.abc import Sequence
from typing import Protocol

from generator.model.blocks import TextCell, TextTable
from generator.model.spans import Span, Spans
from generator.narrative.placed_marks import CAPTION, FoundTable, cells_of
from generator.narrative.section_footnotes import Footnotes
from generator.narrative.text_line import TextLine
from generator.prose.figure_marks import split_spans

TABLE, FIGURE = "表", "图"


class Captions(Protocol):
    """Numbers captions through a document."""

    def caption(self, kind: str, words: Spans) -> Spans:
        """Return a caption with the next number of its kind."""


def written_table(
    lines: Sequence[TextLine],
    found: FoundTable,
    at: tuple[str, str],
    captions: Captions,
    notes: Footnotes,
) -> TextTable:
    """Make a table of lines of cells; ``at`` are its section and its key."""
    section, key = at
    words: Spans = ()
    if found.caption >= 0:
        line = lines[found.caption]
        begin = CAPTION.match(line.masked)
        words = split_spans(line.cut(begin.end() if begin else 0).marked)
    rows = [_row(lines[at], notes) for at in found.rows]
    columns = max(map(len, rows), default=0)
    return TextTable(
        captions.caption(TABLE, words),
        tuple(_keyed(row, columns, f"{key}/r{n}") for n, row in enumerate(rows, 1)),
        (*found.sides, *[""] * columns)[:columns],
        section,
        key,
    )


def table_of(rows: Sequence[Sequence[Spans]], caption: Spans, section: str, key: str) -> TextTable:
    """Make a table of spans."""
    columns = max(map(len, rows), default=0)
    cells = [tuple(TextCell(spans, "") for spans in row) for row in rows]
    keyed = tuple(_keyed(row, columns, f"{key}/r{n}") for n, row in enumerate(cells, 1))
    return TextTable(caption, keyed, ("",) * columns, section, key)


def _row(line: TextLine, notes: Footnotes) -> tuple[TextCell, ...]:
    cells = []
    for cut in cells_of(line.masked) or ():
        words, own = notes.taken(line.cut(cut.start, cut.end))
        cells.append(TextCell(split_spans(words.marked), "", own))
    return tuple(cells)


def _keyed(row: Sequence[TextCell], columns: int, key: str) -> tuple[TextCell, ...]:
    """Give the cells their keys; a row that is too short gets blank ones."""
    full = (*row, *[TextCell((), "")] * (columns - len(row)))
    return tuple(cell._replace(key=f"{key}c{n}") for n, cell in enumerate(full, 1))


def numbered_caption(kind: str, number: int, words: Spans) -> Spans:
    """Write the number before the words of a caption."""
    return (Span(f"{kind}{number}{'　' if words else ''}"), *words)
