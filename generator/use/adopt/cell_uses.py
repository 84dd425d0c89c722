"""What the cells of a form were read as, each with the tag that prints it."""

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import numbered_goal
from generator.read.reading_map import Use
from generator.tables.form_fields import FUND_ROW
from generator.tables.tag_keys import FIELDS, tag_of
from generator.use.adopt.captions import Captions
from generator.use.adopt.cell_labels import header_of, label_of
from generator.use.adopt.cell_parts import part_of
from generator.use.adopt.planned import Planned

CONSTANT = "of the form"  # instead of a tag: the form itself says it
_OF_SOURCES = frozenset(("weight", "score", "rate"))
_POINTS = frozenset(("weight", "score"))
_GRADE = ("stated", "grade")


class CellUses:
    """Tells of the cells of one table what they were read as."""

    def __init__(self, planned: Planned, table: ReadTable, captions: Captions) -> None:
        self._tags, self._looked, self._book = planned.tags, planned.looked, planned.book
        self._table, self._captions = table, captions

    def of(self, cell: ReadCell) -> list[tuple[Use, str]]:
        """Return what a cell was read as; what the caption beside it was mistaken for is of the cell."""
        uses = self._looked.uses.get(cell.place, [])
        known = [(use, tag) for use in uses if (tag := self._known(use, cell))]
        if known and known[0][0].keys[0] != FIELDS:
            return known
        caption = self._captions.of_row(cell)
        if caption is None or caption.row != cell.row or caption.end != cell.column:
            return known
        mistaken = [
            (use, tag)
            for use in self._looked.uses.get(caption.place, [])
            if use.keys[0] in ("goal", "project", "department")
            and use.keys[-1] != "name"
            and (tag := self._known(use, caption))
            and not self._tags.is_used(tag)
        ]
        return mistaken or known

    def _known(self, use: Use, cell: ReadCell) -> str:
        """Return the tag that prints a use of a cell; a label that names a row is of the form."""
        is_goal = use.keys[:1] == ("goals",) and use.keys[-1] == "name"
        if is_goal and numbered_goal(cell.text):
            return ""
        if use.keys == _GRADE and cell.place in self._looked.blanks:
            beside = (
                label_of(self._table, cell, self._book),
                header_of(self._table, cell, self._book),
            )
            if not any(self._book.role(text) == "grade" for text in beside):
                return ""
        is_open = cell.place in self._looked.blanks
        if use.keys == ("year",) and not is_open and not part_of(cell.text, use.value):
            return ""  # beside a caption 年度 that heads a column
        if use.keys[-1] == "name" and self._book.money.is_figure(cell.text):
            return ""  # an amount is nobody's name
        return self.of_source(cell) or tag_of(use.keys)

    def of_source(self, cell: ReadCell) -> str:
        """Return the tag of points or rate of a source of money; nothing for any other cell."""
        role = self._book.role(header_of(self._table, cell, self._book))
        if role not in _OF_SOURCES or self._looked.subject is None:
            return ""
        beside = (
            use.keys[2]
            for own in self._table.cells(cell.row)
            for use in self._looked.uses.get(own.place, ())
            if use.keys[:2] == ("funds", "sources") and use.keys[-1] == "name"
        )
        number = next(beside, None)
        if number is None:
            return ""
        if cell.text.strip() and cell.place in self._looked.blanks and role in _POINTS:
            return CONSTANT  # a dash: the form gives no points to a source
        return f"rows.funds[{number}].{role}" if role in FUND_ROW else ""
