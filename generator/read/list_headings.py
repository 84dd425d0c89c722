"""Rows of a list that head the projects below them: 一、基本民生类."""

from collections.abc import Mapping

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.own_fields import LABEL
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk

_ORDINAL = Pattern(rf"[（(]?[{NUMERALS}]{{1,3}}[）)]?[、.．]?")
_NAME = "project-name"


def is_heading(table: ReadTable, row: int, cells: Mapping[str, ReadCell], desk: Desk) -> bool:
    """Set aside a name beside a Chinese numeral, where all other cells of the row are blank."""
    own = (c for c in table.cells(row) if c.row == row and c is not cells.get(_NAME))
    said = [c for c in own if not desk.book.phrases.says_nothing(c.text)]
    if set(cells) != {_NAME} or not said:
        return False
    if any(_ORDINAL.fullmatch(squeezed(c.text)) is None for c in said):
        return False
    for cell in (*said, cells[_NAME]):
        desk.tally.furnish(cell.place, LABEL)
    return True
