"""Blocks as a text of the inputs writes them: tables, pictures, charts, footnotes, new pages."""

from collections.abc import Callable, Iterator, Sequence

from generator.model.blocks import Block, Chart, Note, PageBreak, Picture, TextCell, TextTable
from generator.model.spans import Spans, plain_text
from generator.narrative.placed_marks import NEW_PAGE

Write = Callable[[Spans], str]
_SIDES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


class NoteWriter:
    """Writes words with the marks of their footnotes; what these say follows in lines of its own."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.said: list[str] = []

    def words(self, spans: Spans, notes: Sequence[Note], before: int = 0) -> str:
        """Write words; their notes are counted from ``before`` them."""
        pieces: list[str] = []
        at = 0
        for note in notes:
            place = max(at, note.at - before)
            self.said.append(f"[^{len(self.said) + 1}]: {self._write(note.spans)}")
            pieces += (self._write(_cut(spans, at, place)), f"[^{len(self.said)}]")
            at = place
        return "".join((*pieces, self._write(_cut(spans, at, len(plain_text(spans))))))


def block_lines(block: Block, write: Write, notes: NoteWriter) -> Iterator[str]:
    """Write a block that is neither a heading nor a paragraph."""
    if isinstance(block, PageBreak):
        yield NEW_PAGE
    elif isinstance(block, Picture):
        yield f"![{_caption(block.caption, write)}]({block.image.name})"
    elif isinstance(block, Chart | TextTable) and block.target:
        yield f"![{_caption(block.caption, write)}]({block.target})"
    elif isinstance(block, TextTable):
        if caption := _caption(block.caption, write):
            yield f"表：{caption}"
        head, *rows = block.rows
        yield _row(head, notes)
        if any(block.sides):
            yield f"| {' | '.join(_SIDES[side] for side in block.sides)} |"
        for row in rows:
            yield _row(row, notes)


def _row(row: Sequence[TextCell], notes: NoteWriter) -> str:
    return f"| {' | '.join(notes.words(cell.spans, cell.notes) for cell in row)} |"


def _caption(spans: Spans, write: Write) -> str:
    """Leave out the number, which is put before the words."""
    return write(spans[1:])


def _cut(spans: Spans, start: int, end: int) -> Spans:
    found = []
    at = 0
    for span in spans:
        words = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        if words:
            found.append(span._replace(text=words))
    return tuple(found)
