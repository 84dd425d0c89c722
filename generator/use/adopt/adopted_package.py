"""The Word file that a form becomes: its own, or one made of the sheets of a workbook."""

from generator.layout.pack import type_setting
from generator.model.foreign_document import ReadDocument
from generator.read.label_book import LabelBook
from generator.read.sheet_prose import blocks_of
from generator.word.from_sheets import word_of_sheets
from generator.word.package import read_parts
from generator.word.reading.document_words import read_docx_bytes

_BODY = "word/document.xml"


def word_file(data: bytes, document: ReadDocument, book: LabelBook) -> tuple[bytes, ReadDocument]:
    """Return a form as a Word file, and how that reads."""
    if document.kind == "word":
        return data, document
    made = word_of_sheets(tuple(blocks_of(document, book)))
    read, _ = read_docx_bytes(made, document.shown)
    assert read is not None  # noqa: S101 - it was just written
    return made, read


def of_pages(data: bytes) -> dict[str, bool]:
    """Return what a form does at the ends of its pages: few write 产出指标（续） on the next one."""
    text = read_parts(data).get(_BODY, b"").decode("utf-8", "replace")
    return {} if f"{type_setting().rows.continued}</" in text else {"repeated-labels": False}
