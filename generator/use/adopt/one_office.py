"""What of an adopted form would be printed for every office alike although it looks like one office's own."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadParagraph, ReadTable
from generator.read.label_book import LabelBook
from generator.read.printed_values import squeezed
from generator.use.adopt.caption_words import SURE, weigh
from generator.use.adopt.captions import Captions
from generator.use.adopt.left import Left
from generator.use.adopt.official import is_official_note

FIXED = "像是填写的内容，没有标签，印出来总是这些字"
VANISHED = "像是栏目名，却放了标签，没有填的时候印不出来"
_SAYS = Pattern(
    r"(?:19|20)[0-9]{2}[年.\-/][0-9]{1,2}[月.\-/][0-9]{1,2}"
    r"|[0-9][0-9,，]*(?:\.[0-9]+)?(?:万元|亿元|元|分(?![类项级值为]))"
)
_LONG = 24  # characters; a sentence rather than a caption
_STOPS = "。；;"
_DASHES = "-—–－/／\\ "


def fixed_cells(
    table: ReadTable, captions: Captions, done: frozenset[DocumentPlace], book: LabelBook
) -> Iterator[Left]:
    """Give the cells that say something of one office and have no tag."""
    for row in range(len(table.grid)):
        for cell in table.cells(row):
            if cell.row == row and cell.place not in done and _is_of_office(cell, captions, book):
                yield Left(cell.place, cell.text, FIXED)


def fixed_line(paragraph: ReadParagraph, book: LabelBook) -> Iterator[Left]:
    """Give a line that says a day, an amount or points and has no tag."""
    text = paragraph.text
    if _SAYS.search(squeezed(text)) and not is_official_note(text, book.phrases, ()):
        yield Left(paragraph.place, text, FIXED)


def vanished_cells(
    table: ReadTable, whole: frozenset[DocumentPlace], book: LabelBook
) -> Iterator[Left]:
    """Give the cells that are nothing but a tag although a caption that we know stood there."""
    for row in range(len(table.grid)):
        for cell in table.cells(row):
            if cell.row == row and cell.place in whole and weigh(cell.text, book) >= SURE:
                yield Left(cell.place, cell.text, VANISHED)


def _is_of_office(cell: ReadCell, captions: Captions, book: LabelBook) -> bool:
    text, plain = cell.text, squeezed(cell.text)
    phrases = book.phrases
    if not plain.strip(_DASHES) or phrases.says_nothing(text) or phrases.is_placeholder(text):
        return False
    if is_official_note(text, phrases, ()) or captions.is_caption(cell):
        return False
    if captions.is_value(cell) and captions.of_row(cell) is not None:
        return not book.money.unit_in(text)
    if book.money.is_figure(text) or _SAYS.search(plain):
        return True
    return len(plain) > _LONG and any(sign in plain for sign in _STOPS)
