"""Gathers what is placed in a file while its templates are filled, and puts it into the filled text."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.model.blocks import Image, Note, PageBreak, Picture, TextTable
from generator.model.spans import Spans
from generator.word.placed.picture import Drawing, picture_xml
from generator.word.placed.placed_looks import PlacedLooks
from generator.word.placed.placed_tokens import BLOCK, NEW_PAGE, NOTE, block_token, with_notes
from generator.word.placed.text_table import WriteWords, table_xml

Placed = TextTable | Picture | PageBreak

_PARAGRAPH: Final = re.compile(r"<w:p[ >]")
_PROPERTIES: Final = re.compile(
    r"<w:p(?: [^>]*)?>(?:<w:pPr>((?:<w:(?:pStyle|keepNext|keepLines)(?: [^>]*)?/>)*))?"
)
_RUN: Final = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*?</w:rPr>)?", re.DOTALL)
_NO_WORDS: Final = re.compile(
    r'<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve"></w:t></w:r>'
)
_REFERENCE: Final = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
)


class PlacedNote(NamedTuple):
    """A footnote of a file: of which of its documents, what it says, its key."""

    owner: int
    spans: Spans
    key: str


class Placing:
    """The blocks and footnotes of one file, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._blocks: list[Placed] = []
        self.notes: list[PlacedNote] = []
        self.images: list[Image] = []

    def __bool__(self) -> bool:
        return bool(self._blocks or self.notes)

    def token(self, block: Placed, owner: int) -> str:
        """Take a block; returns what stands for it."""
        if isinstance(block, TextTable):
            rows = tuple(
                tuple(
                    cell._replace(spans=self.noted(cell.spans, cell.notes, owner)) for cell in row
                )
                for row in block.rows
            )
            block = block._replace(rows=rows)
        elif isinstance(block, Picture) and block.image not in self.images:
            self.images.append(block.image)
        self._blocks.append(block)
        return block_token(len(self._blocks) - 1)

    def noted(self, spans: Spans, notes: Sequence[Note], owner: int) -> Spans:
        """Take the footnotes of words; returns these with what stands for the marks."""
        if not notes:
            return spans
        numbers = []
        for note in notes:
            self.notes.append(PlacedNote(owner, note.spans, note.key))
            numbers.append((note.at, len(self.notes)))
        return with_notes(spans, numbers)

    def put(self, text: str, write: WriteWords, looks: PlacedLooks, first_note: int) -> str:
        """Put blocks and the marks of footnotes into a filled text."""
        if BLOCK.search(text):
            text = self._with_blocks(text, write, looks)
        if NEW_PAGE in text:
            text = _with_pages(text)
        return _with_references(text, first_note) if NOTE.search(text) else text

    def _with_blocks(self, text: str, write: WriteWords, looks: PlacedLooks) -> str:
        """Put each block in the place of the paragraph that stands for it."""
        pieces: list[str] = []
        at = 0
        for found in BLOCK.finditer(text):
            begin = max(
                text.rfind("<w:p>", at, found.start()), text.rfind("<w:p ", at, found.start())
            )
            end = text.find("</w:p>", found.end())
            if begin < 0 or end < 0:
                continue
            width = looks.room(text, end)
            pieces += (text[at:begin], self._xml(int(found[1]), write, looks, width))
            at = end + len("</w:p>")
        return "".join((*pieces, text[at:]))

    def _xml(self, number: int, write: WriteWords, looks: PlacedLooks, width: int) -> str:
        block = self._blocks[number]
        if isinstance(block, TextTable):
            return table_xml(block, write, looks, width)
        if isinstance(block, Picture):
            before = sum(isinstance(own, Picture) for own in self._blocks[:number])
            drawing = Drawing(before + 1, self.images.index(block.image) + 1)
            return picture_xml(block, drawing, write, looks, width)
        return NEW_PAGE


def _with_pages(text: str) -> str:
    """Begin a page with the paragraph that follows; where none does, there is nothing to print on it."""
    head, *rest = text.split(NEW_PAGE)
    pieces = [head]
    for part in rest:
        found = _PARAGRAPH.search(part)
        properties = None if found is None else _PROPERTIES.match(part, found.start())
        if properties is None or "<w:sectPr" in part[: properties.start()]:
            pieces.append(part)
            continue
        at = properties.end()
        mark = "<w:pageBreakBefore/>"
        if properties[1] is None:
            mark = f"<w:pPr>{mark}</w:pPr>"
        is_there = part.startswith("<w:pageBreakBefore/>", at)
        pieces += (part[:at], "" if is_there else mark, part[at:])
    return "".join(pieces)


def _with_references(text: str, first: int) -> str:
    """Write the marks of footnotes in runs of their own."""
    pieces: list[str] = []
    at = 0
    for found in NOTE.finditer(text):
        begin = max(text.rfind("<w:r>", 0, found.start()), text.rfind("<w:r ", 0, found.start()))
        run = _RUN.match(text, begin)
        properties = run[1] or "" if run else ""
        pieces += (
            text[at : found.start()],
            "</w:t></w:r>",
            _REFERENCE.format(first + int(found[1]) - 1),
            f'<w:r>{properties}<w:t xml:space="preserve">',
        )
        at = found.end()
    return _NO_WORDS.sub("", "".join((*pieces, text[at:])))
