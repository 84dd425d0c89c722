"""The rows of a block of the money, written in order: the whole, sources, breakdowns, or projects."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.amounts import MOST_TELLING
from generator.read.breakdown_rows import BreakdownRows
from generator.read.draft import SubjectDraft
from generator.read.funds_parts import HEADS
from generator.read.funds_row import Cells, FundsRow
from generator.read.money_words import MoneyWords
from generator.read.reading_order import Desk
from generator.read.spending_rows import SpendingCell, SpendingRows
from generator.read.table_rows import Spot

TOTALS = frozenset(("fund-total", "total"))
_KNOWN_ROWS = frozenset(("fund-total", "fund-source"))


class FundsLine(NamedTuple):
    """A row: its label if any, its cells with their columns, the breakdown that it stands below."""

    label: Spot | None
    cells: Cells
    section: str = ""

    def amount(
        self, subject: SubjectDraft, money: MoneyWords, roles: Sequence[str] = MOST_TELLING
    ) -> Decimal | None:
        """Return the amount by which rows are compared."""
        for role in roles:
            for column, cell in self.cells:
                value = money.amount(cell.text, column.unit or subject.money_unit or "万元")
                if column.role == role and value is not None:
                    return value
        return None


class FundsLines:
    """Writes the rows of one block."""

    def __init__(self, desk: Desk, subject: SubjectDraft) -> None:
        self._desk, self._subject = desk, subject
        self._funds = FundsRow(desk, subject)
        self._breakdown = BreakdownRows(desk, subject)
        self._has_total = False
        self._has_whole = False

    def write(self, head: str, lines: Sequence[FundsLine]) -> None:
        """Write the rows whose labels stand below a heading."""
        self._has_total = any(line.label and line.label.role in TOTALS for line in lines)
        if not self._has_total and (whole := self._subtotal(lines)) is not None:
            lines = [*lines[:-1], whole]
            self._has_total = True
        if self._is_list(head, lines):
            self._write_list(lines)
        else:
            self._write(lines)

    def _subtotal(self, lines: Sequence[FundsLine]) -> FundsLine | None:
        """Return the last row for the whole where only it is called 小计, and rows stand above it."""
        begins = self._desk.book.phrases.begins
        called = [li for li in lines if li.label and begins("subtotal", li.label.text)]
        if len(lines) < 2 or called != [lines[-1]] or any(line.section for line in lines):
            return None
        label = called[0].label
        return called[0]._replace(label=label._replace(role="total") if label else None)

    def _write(self, lines: Sequence[FundsLine]) -> None:
        """Write the rows: the whole, sources, and parts of a source that add up to it."""
        at, owner, section = 0, "", ""
        while at < len(lines):
            line, at = lines[at], at + 1
            if line.section != section:
                owner, section = "", line.section
            if self._is_total(line):
                self._has_whole = True
                self._funds.total(line.cells, line.label.text if line.label else "")
                continue
            assert line.label is not None  # noqa: S101 - a row without label is the whole
            if line.label.role in HEADS or section == "by-expenditure":
                self._breakdown.write(section, line.label, line.cells)
                continue
            name = self._desk.book.part_name(line.label.text)
            if owner and self._desk.book.phrases.is_part(line.label.text):
                at += self._write_parts(owner, lines[at - 2], lines[at - 1 :]) - 1
                continue
            owner = self._funds.source(name, line.label.cell, line.cells)

    def _write_parts(self, owner: str, whole: FundsLine, lines: Sequence[FundsLine]) -> int:
        """Write a part of a source, and those behind it that add up to the source; count them."""
        count = max(_parts_of(whole, lines, self._subject, self._desk.book.money), 1)
        for part in lines[:count]:
            name = self._desk.book.part_name(part.label.text if part.label else "")
            self._funds.part(owner, name, part.cells)
            if count > 1:  # they come to the source in some column, so they ought to in all
                self._funds.note_part(name, part.cells)
        return count

    def _is_list(self, head: str, lines: Sequence[FundsLine]) -> bool:
        """Tell rows of projects, each with money of its own, from the whole and its sources."""
        book, subject = self._desk.book, self._subject
        labels = [line.label for line in lines if line.label is not None]
        is_known = any(
            s.role in _KNOWN_ROWS | HEADS or book.phrases.is_part(s.text) for s in labels
        ) or any(line.section for line in lines)
        if is_known or len(labels) < len(lines) or not labels:
            return False
        if book.part_name(head) in book.phrases.words("spending-head"):
            return True
        if len(lines) < 2 or any(s.role == "total" for s in labels):
            return False
        if subject.get(("funds", "budget")) is not None:
            return True
        first, *others = [line.amount(subject, book.money) or Decimal(0) for line in lines]
        is_department = subject.kind == "department"
        return first != sum(others) if is_department else first < sum(others)

    def _write_list(self, lines: Sequence[FundsLine]) -> None:
        """Keep each project with its amounts."""
        writer = SpendingRows(self._desk, self._subject)
        for line in lines:
            assert line.label is not None  # noqa: S101 - asked before
            cells = [SpendingCell(c.role, c.label, cell, c.unit) for c, cell in line.cells]
            if not cells:
                self._desk.leave(line.label.cell.place, line.label.text, "这一项没有金额")
            writer.write(self._desk.book.part_name(line.label.text), line.label.cell, cells)

    def _is_total(self, line: FundsLine) -> bool:
        """Tell the row of the whole: by its label, or because it comes first."""
        label, subject = line.label, self._subject
        if label is None or label.role in TOTALS:
            return True
        if self._has_total or self._has_whole or line.section:
            return False
        is_first = not any(
            subject.get(keys) for keys in (("funds", "budget"), ("funds", "sources"))
        )
        is_source = label.role == "fund-source" or self._desk.book.phrases.is_part(label.text)
        return is_first and not is_source


def _parts_of(
    whole: FundsLine, lines: Sequence[FundsLine], subject: SubjectDraft, money: MoneyWords
) -> int:
    """Count the rows, from the first one on, that add up to the row before; else the first alone.

    Where they do not by the amount that tells most, one of their other amounts tells, unless it
    takes in a row that is a source by its name.
    """
    count = _adding_up(whole, lines, subject, money, MOST_TELLING)
    for role in MOST_TELLING if count == 1 else ():
        found = _adding_up(whole, lines, subject, money, (role,))
        if not any(li.label and li.label.role in _KNOWN_ROWS for li in lines[1:found]):
            count = max(count, found)
    return count


def _adding_up(
    whole: FundsLine,
    lines: Sequence[FundsLine],
    subject: SubjectDraft,
    money: MoneyWords,
    roles: Sequence[str],
) -> int:
    wanted, told = whole.amount(subject, money, roles), Decimal(0)
    if wanted is None:
        return 1
    for count, line in enumerate(lines, 1):
        told += line.amount(subject, money, roles) or Decimal(0)
        if told >= wanted:
            return count if told == wanted else 1
    return 1
