"""Columns beside those that inputs have: the adjusted target, what was deducted, parts of the year."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import Choice
from generator.read.label_book import normal
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk

Cells = Mapping[str, ReadCell]
_SHORTEST_REASON = 6
INITIAL_TARGET = "initial-target"


class BesideColumns(NamedTuple):
    """The columns of one band that are surely such ones."""

    desk: Desk
    adjusted: Choice | None
    deduction: Choice | None
    parts: tuple[Choice, ...] = ()  # what was reached by the end of a quarter, of some months

    @classmethod
    def of(cls, choices: Sequence[Choice], desk: Desk) -> "BesideColumns":
        """Find them; a column of which nobody is sure stays listed."""
        columns = {c.role: c for c in choices if c.role}
        adjusted, deduction = columns.get("adjusted"), columns.get("deduction")
        return cls(
            desk,
            adjusted if adjusted is not None and adjusted.is_sure else None,
            deduction if deduction is not None and deduction.is_sure else None,
            tuple(c for c in choices if c.role == "interim" and c.is_sure and c.strip.heading),
        )

    @property
    def taken(self) -> tuple[Choice, ...]:
        """Return the columns that rows take, so that nothing has to list them."""
        return (*(c for c in (self.adjusted, self.deduction) if c is not None), *self.parts)

    def of_parts(self, table: ReadTable, row: int) -> dict[str, ReadCell]:
        """Return the cells of a row in the columns of parts of the year, each under its heading."""
        found = {normal(c.strip.heading): table.at(row, c.strip.start) for c in self.parts}
        says_nothing = self.desk.book.phrases.says_nothing
        return {
            heading: cell
            for heading, cell in found.items()
            if cell is not None and cell.row == row and not says_nothing(cell.text)
        }

    def in_force(
        self, cells: dict[str, ReadCell]
    ) -> tuple[dict[str, ReadCell], dict[str, ReadCell]]:
        """Return the cells of a row with the target in force beside the first one, and what is kept
        under a name of its own.
        """
        own: dict[str, ReadCell] = {}
        new, first = cells.get("adjusted"), cells.get("target")
        says_nothing = self.desk.book.phrases.says_nothing
        if self.adjusted is not None and new is not None and not says_nothing(new.text):
            if first is not None and not says_nothing(first.text) and first is not new:
                if squeezed(first.text) == squeezed(new.text):
                    self.desk.tally.use(new.place, "target")
                    return self._deducted(cells, own), own
                cells = {**cells, INITIAL_TARGET: first}
            cells = {**cells, "target": new}
        return self._deducted(cells, own), own

    def _deducted(
        self, cells: dict[str, ReadCell], own: dict[str, ReadCell]
    ) -> dict[str, ReadCell]:
        """Keep what was deducted; a column of which nobody is sure is not asked."""
        cell = cells.get("deduction")
        if self.deduction is None:
            return {role: c for role, c in cells.items() if role != "deduction"}
        if cell is not None and not self.desk.book.phrases.says_nothing(cell.text):
            own[normal(self.deduction.strip.heading)] = cell
            # Without a column of reasons it is said here what points were taken off for.
            if "reason" not in cells and len(squeezed(cell.text)) >= _SHORTEST_REASON:
                return {**cells, "reason": cell}
        return cells
