"""Reasons in two columns, 偏差原因 beside 改进措施: one reason of the row."""

from typing import Any, NamedTuple

from generator.model.foreign_document import ReadTable
from generator.read.columns import OTHER, Choice
from generator.read.columns_assign import WITHOUT_PLACE
from generator.read.header_band import Band
from generator.read.printed_values import words
from generator.read.reading_order import Desk


class ReasonColumns(NamedTuple):
    """The two columns, or none."""

    columns: tuple[Choice, ...]

    @classmethod
    def of(cls, band: Band, desk: Desk) -> "ReasonColumns":
        """Find the columns of reasons in their order, where there are two."""
        reason = band.column("reason")
        known = desk.book.columns.role
        others = [
            c
            for c in band.choices
            if c.role in (OTHER, *WITHOUT_PLACE) and known(c.strip.heading) == "reason"
        ]
        if reason is None or len(others) != 1:
            return cls(())
        return cls(tuple(sorted((reason, others[0]), key=lambda c: c.strip.start)))

    def join(self, table: ReadTable, row: int, values: dict[str, Any], desk: Desk) -> None:
        """Join the reason and the measure of a row, which have a column each."""
        found = [table.at(row, c.strip.start) for c in self.columns]
        phrases = desk.book.phrases
        own = [c for c in found if c is not None and c.row == row]
        said = [
            c
            for c in own
            if not phrases.says_nothing(c.text) and not phrases.is_instruction(c.text)
        ]
        if said:
            values["reason"] = "\n".join(words(c.text) for c in said)
            for cell in said:
                desk.tally.use(cell.place, "reason")
