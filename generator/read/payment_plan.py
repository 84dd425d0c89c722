"""A payment plan: dates above, percentages below."""

from generator.model.foreign_document import ReadTable
from generator.read.own_fields import LABEL
from generator.read.printed_values import number, one_line
from generator.read.reading_order import Desk
from generator.read.table_rows import spots


def read(table: ReadTable, row: int, desk: Desk) -> int:
    """Read the plan whose dates stand in a row; return the row behind it."""
    subject = desk.need()
    for spot in spots(table, row, desk.book):
        below = table.at(row + 1, spot.cell.column)
        if spot.role == "plan":
            desk.tally.furnish(spot.cell.place, LABEL)
        if (
            spot.role == "plan"
            or desk.book.phrases.says_nothing(spot.text)
            or below is None
            or desk.book.phrases.says_nothing(below.text)
        ):
            continue
        share = number(below.text)
        if share is None or share < 0 or below.row != row + 1:
            desk.leave(spot.cell.place, spot.text, "支出计划的下一行不是百分数")
            continue
        keys = ("funds", "plan", len(subject.get(("funds", "plan")) or []))
        subject.put((*keys, "by"), one_line(spot.text), spot.cell.place)
        subject.put((*keys, "percent"), share, below.place)
    return row + 2
