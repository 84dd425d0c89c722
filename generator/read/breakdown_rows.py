"""Rows below 按支出性质分：parts of the whole by another measure, never to be added to its sources."""

from generator.read.draft import SubjectDraft
from generator.read.funds_parts import HEADS
from generator.read.funds_row import Cells
from generator.read.own_fields import OwnFields
from generator.read.reading_order import Desk
from generator.read.spending_rows import SpendingCell, SpendingRows
from generator.read.table_rows import Spot


class BreakdownRows:
    """Writes the rows of one breakdown: its budget as inputs have it, all else under its own name."""

    def __init__(self, desk: Desk, subject: SubjectDraft) -> None:
        self._desk, self._subject, self._own = desk, subject, OwnFields(desk)
        self._spending = SpendingRows(desk, subject)
        self._last: dict[str, str] = {}

    def write(self, section: str, label: Spot, cells: Cells) -> None:
        """Write a row; one that begins with 其中 below another is a part of that other."""
        book = self._desk.book
        name = book.part_name(label.text)
        last = self._last.get(section, "")
        if label.role in HEADS:  # the head bears the whole once more
            self._keep(name, cells)
            return
        if last and book.phrases.is_part(label.text):
            self._keep(f"{last}·{name}", cells)
            return
        self._last[section] = name
        found = [SpendingCell(c.role, c.label, cell, c.unit) for c, cell in cells]
        row = self._spending.spent_on(name, label.cell, found)._replace(of=section)
        self._subject.spending.append(row)
        keys = ("funds", section, len(self._subject.get(("funds", section)) or []))
        whole = row.budget or row.initial or row.spent
        if whole is None or whole.value < 0:
            self._keep(name, cells)
            return
        self._subject.put((*keys, "name"), name, label.cell.place)
        self._subject.put((*keys, "amount"), whole.value, whole.place)
        self._keep(name, [(c, cell) for c, cell in cells if cell.place != whole.place])

    def _keep(self, name: str, cells: Cells) -> None:
        for column, cell in cells:
            self._own.put(f"{name}·{self._own.name_of(column.label)}", cell)
