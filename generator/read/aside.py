"""What stands beside the text: headers, footers, text boxes, footnotes."""

from generator.model.foreign_document import ReadCell, ReadDocument, ReadParagraph
from generator.read.label_book import normal
from generator.read.labelled_line import LineReader
from generator.read.labelled_values import FieldTaker
from generator.read.own_fields import INSTRUCTION, NOTE
from generator.read.reading_order import Desk

_LEFT = "页眉、页脚、文本框或脚注里的文字，没有导入"


def read_aside(document: ReadDocument, desk: Desk) -> None:
    """Read numbers of pages, titles once more, lines with labels; what else is said there is listed."""
    titles = {
        normal(title) for title in (desk.draft.title, *(s.title for s in desk.draft.subjects))
    }
    lines = LineReader(desk, FieldTaker(desk))
    desk.subject = desk.draft.subjects[0] if len(desk.draft.subjects) == 1 else None
    for paragraph in document.aside:
        if what := _furniture(paragraph.shown.strip(), titles, desk):
            desk.tally.furnish(paragraph.place, what)
        elif desk.subject is None or not _read_line(paragraph, lines, desk):
            desk.draft.leave(paragraph.place, paragraph.shown.strip(), _LEFT)


def _furniture(text: str, titles: set[str], desk: Desk) -> str:
    """Say what furniture a paragraph is (empty: none); a note or instruction only if all of it is."""
    phrases = desk.book.phrases
    if phrases.is_page_number(text):
        return "页码"
    if phrases.is_form_number(text) or (text and normal(text) in titles):
        return "标题"
    if phrases.is_note(text) and phrases.is_form_note(text):
        return NOTE
    return INSTRUCTION if phrases.is_instruction(text) else ""


def _read_line(paragraph: ReadParagraph, lines: LineReader, desk: Desk) -> bool:
    said = desk.book.phrases.answer(paragraph.shown.strip())
    return lines.read(ReadCell(said, paragraph.place, 0, 0))
