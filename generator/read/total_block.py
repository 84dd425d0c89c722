"""The total with heads of its own above its values: 总分 | 总分值 | 总得分 | 自评等级 over | 100 | 97.5 | 优."""

from collections.abc import Sequence

from generator.model.foreign_document import ReadTable
from generator.read.own_fields import LABEL
from generator.read.printed_values import number
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_TOTAL, _GRADE = "total", "grade"
_KEYS = {1: ("total",), 2: ("weight", "total")}  # by how many points there are


def read_total_block(table: ReadTable, row: int, found: Sequence[Spot], desk: Desk) -> int | None:
    """Read heads and the values below them; return the row behind them, if they are of a total."""
    beside = [s for s in found if s.role == _TOTAL and s.cell.height > 1][:1]
    heads = [s for s in found if s not in beside and s.text]
    points = [s for s in heads if s.role == _TOTAL]
    grades = [s for s in heads if s.role == _GRADE]
    is_head = bool(grades) and len(points) in _KEYS and len(points) + len(grades) == len(heads)
    if not is_head or any(number(s.text) is not None for s in heads):
        return None
    below = {s.cell.column: table.at(row + 1, s.cell.column) for s in heads}
    values = [cell for s in points if (cell := below[s.cell.column]) is not None]
    known = [value for cell in values if (value := number(cell.text)) is not None]
    if len(known) < len(points) or any(cell.row != row + 1 for cell in values):
        return None
    for spot in (*beside, *heads):
        desk.tally.furnish(spot.cell.place, LABEL)
    subject = desk.need()
    for key, cell, value in zip(_KEYS[len(points)], values, known, strict=True):
        subject.put(("stated", key), value, cell.place)
    for spot in grades:
        cell = below[spot.cell.column]
        if (
            cell is not None
            and cell.row == row + 1
            and not desk.book.phrases.says_nothing(cell.text)
        ):
            subject.put(("stated", "grade"), cell.text.strip(), cell.place)
    return row + 2
