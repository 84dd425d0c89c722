"""What a value is called in the inputs: by the captions of the form, never by what an office filled in."""

from collections.abc import Iterator

from generator.model.foreign_document import ReadCell
from generator.read.label_book import without_number
from generator.read.own_fields import NAME_LENGTH
from generator.read.printed_values import one_line
from generator.read.reading_map import Use
from generator.tables.tag_keys import FIELDS, field_name
from generator.use.adopt.captions import Captions

JOIN = "·"


def names_of(captions: Captions, cell: ReadCell) -> Iterator[str]:
    """Give the names of a cell, from the shortest on; those behind tell it from its namesakes."""
    row, column = captions.of_row(cell), captions.of_column(cell)
    own = "" if row is None else _plain(row.text)
    above = "" if column is None else _plain(column.text)
    is_beside = row is not None and row.row == cell.row
    is_only = row is not None and is_beside and len(captions.values_of(row)) < 2
    parts = [own] if is_only or not above else [own, above] if is_beside else [above]
    base = JOIN.join(dict.fromkeys(p for p in parts if p))
    if not base:
        return
    yield base[:NAME_LENGTH]
    for words in captions.around(cell):
        word = _plain(words)
        if word and word not in base.split(JOIN):
            yield f"{word}{JOIN}{base}"[:NAME_LENGTH]


def is_of_captions(use: Use, captions: Captions) -> bool:
    """Tell a field that a reader named by captions alone."""
    if use.keys[0] != FIELDS:
        return False
    words = captions.words
    return all(field_name(part) in words for part in str(use.keys[-1]).split(JOIN))


def _plain(text: str) -> str:
    return field_name(without_number(one_line(text)).strip("：: *"))
