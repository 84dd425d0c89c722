"""The block of the money: a header of amounts, the total, the sources below it, breakdowns."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.model.reading import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.desk import Desk
from generator.read.draft import SubjectDraft
from generator.read.funds_columns import AMOUNTS, PART, MoneyColumn, money_columns
from generator.read.funds_parts import FundsParts
from generator.read.funds_row import Cells, FundsRow
from generator.read.label_book import LabelBook
from generator.read.money_words import MoneyWords
from generator.read.own_fields import LABEL
from generator.read.rows import Spot, covering, spots
from generator.read.spending_rows import SpendingCell, SpendingRows

_COLUMNS = (*AMOUNTS, "rate")
_TOTALS = frozenset(("fund-total", "total"))
_KNOWN_ROWS = frozenset(("fund-total", "fund-source"))
_FEWEST = 3
_ENDS = frozenset(
    ("goals", "expected", "achieved", "indicators", "level1", "name", "problem", "deviation",
     "improvement", "project-name", "authority", "implementer", "conclusion", "own", "grade",
     "task", "plan", "unit-name", "department-name", "overview")
)  # fmt: skip


def is_header(table: ReadTable, row: int, book: LabelBook) -> bool:
    """Tell whether a row names columns of amounts: labels only, no amounts yet."""
    said = [s for s in spots(table, row, book) if s.text]
    if any(book.money.is_figure(s.text) for s in said):
        return False
    sure = {s.role for s in said} & set(_COLUMNS)
    likely = {book.likely(s.text, ("rate", "initial", "spent", "budget")) for s in said} - {""}
    parts = sum(book.phrases.is_part_of_year(s.text) for s in said)
    is_named = len(sure) >= 2 or (bool(sure) and (len(likely) >= 3 or parts >= 2))
    return is_named or _has_amounts_below(table, row, book, said)


def _has_amounts_below(table: ReadTable, row: int, book: LabelBook, said: Sequence[Spot]) -> bool:
    """Tell a header whose columns bear other names by its block, and by the row of the whole below."""
    is_block = any(s.role == "funds" for s in covering(table, row, book))
    below = (
        [s for s in covering(table, row + 1, book) if s.text] if row + 1 < len(table.grid) else []
    )
    is_whole = any(s.role in _TOTALS and s.cell.row > row for s in below)
    figures = [s for s in below if book.money.is_figure(s.text)]
    is_wide = len(said) >= _FEWEST and all(looks_like_label(s.text, book) for s in said)
    return is_block and is_whole and is_wide and len(figures) >= _FEWEST


class FundsBlock:
    """Reads one block of the money."""

    def __init__(self, table: ReadTable, desk: Desk) -> None:
        self._table, self._desk = table, desk

    def read(self, row: int) -> int:
        """Read the block whose header stands in a row; return the row behind it."""
        book, subject = self._desk.book, self._desk.need()
        heads, block = self._heads(row)
        bottom = max((s.cell.row + s.cell.height for s in heads if s.text), default=row + 1)
        end = self._end_of(block)
        rows = list(range(bottom, self._end(bottom, end)))
        self._note_unit([*block, *(s.cell for s in heads)], subject)
        parts = FundsParts(self._table, self._desk, subject)
        columns = money_columns(self._table, heads, rows, book)
        self._furnish(heads, columns, block, subject)
        first = min((c.start for c in columns), default=0)
        lines = [
            line
            for at in rows
            if not parts.read(at) and (line := self._line(at, columns, first, block)) is not None
        ]
        named = next((s.text for s in heads if s.text and s.cell.column < first), "")
        if self._is_list(named, lines, subject):
            self._write_list(lines, subject)
        else:
            self._write(lines, subject)
        self._tell_parts_of_year(columns, subject)
        return max(bottom, rows[-1] + 1 if rows else bottom)

    def _tell_parts_of_year(self, columns: Sequence[MoneyColumn], subject: SubjectDraft) -> None:
        """Say that nothing was added up where a form prints what was spent part by part only."""
        parts = [c.label for c in columns if c.role == PART]
        if parts and "spent" not in {c.role for c in columns}:
            told = "、".join(self._desk.book.part_name(label) for label in parts)
            subject.remarks.append(
                f"表上只有一年里各段的数（{told}），没有全年执行数：照原样导入，没有相加"
            )

    def _heads(self, row: int) -> tuple[list[Spot], list[ReadCell]]:
        """Return the cells of the header, and the labels of the block to their left."""
        found = covering(self._table, row, self._desk.book)
        own = [s for s in found if s.cell.row == row]
        lowest = min((s.cell.height for s in own), default=1)
        block = [s.cell for s in found if s.cell.row < row]
        while own and own[0].cell.height > lowest:
            block.append(own.pop(0).cell)
        block = [cell for cell in block if self._desk.book.role(cell.text) != "fund-total"]
        if len(own) > 1 and own[0].role == "funds":
            block.append(own.pop(0).cell)
        return own, block

    def _end_of(self, block: Sequence[ReadCell]) -> int:
        """Return the row behind the label of the block, where one reaches down beside its rows."""
        tall = [c for c in block if c.height > 1]
        named = [c for c in tall if self._desk.book.role(c.text) == "funds"]
        return min((c.row + c.height for c in named or tall), default=0)

    def _end(self, bottom: int, end: int) -> int:
        """Return the row behind the block: where its merged label ends, or what belongs to it."""
        if end > bottom:
            return min(end, len(self._table.grid))
        row = bottom
        while row < len(self._table.grid) and self._goes_on(row):
            row += 1
        return row

    def _goes_on(self, row: int) -> bool:
        """Tell whether a row below a block without a merged label still belongs to it."""
        found = covering(self._table, row, self._desk.book)
        said = [s for s in found if s.text]
        if not said:
            return False
        labels = [s for s in said if not self._desk.book.money.is_figure(s.text)]
        if any(s.role in _ENDS for s in labels):
            return False
        if FundsParts.is_head(found) or FundsParts.is_row(found, self._desk):
            return True
        named = any(s.role in ("fund-total", "fund-source") for s in labels)
        is_part = any(self._desk.book.phrases.is_part(s.text) for s in labels)
        return named or is_part or any(self._desk.book.money.is_figure(s.text) for s in said)

    def _note_unit(self, cells: Sequence[ReadCell], subject: SubjectDraft) -> None:
        for cell in cells:
            unit = self._desk.book.money.unit_in(cell.text)
            is_named = self._desk.book.role(cell.text) in ("funds", *AMOUNTS)
            if unit and is_named and not subject.money_unit:
                subject.money_unit = unit

    def _furnish(
        self,
        heads: Sequence[Spot],
        columns: Sequence[MoneyColumn],
        block: Sequence[ReadCell],
        subject: SubjectDraft,
    ) -> None:
        """Say of the header that it is one; points in it are those of the execution."""
        for spot in heads:
            self._desk.tally.furnish(spot.cell.place, LABEL)
        for cell in block:
            self._desk.tally.furnish(cell.place, LABEL)
        if any(c.role == "weight" for c in columns):
            return
        for column, spot in ((c, s) for c in columns for s in heads if s.cell.column == c.start):
            if column.role == "score" and column.points is not None:
                subject.put(("funds", "stated", "weight"), column.points, spot.cell.place)

    def _line(
        self,
        row: int,
        columns: Sequence[MoneyColumn],
        first: int,
        block: Sequence[ReadCell],
    ) -> "_Line | None":
        """Return what stands in a row: its label, and its cells below the columns."""
        book = self._desk.book
        found = [s for s in covering(self._table, row, book) if s.cell not in block]
        left = [s for s in found if s.cell.column < first and s.text and s.role != "funds"]
        labels = [s for s in left if not book.phrases.says_nothing(s.text)]
        cells: Cells = [
            (c, cell)
            for c in columns
            if (cell := c.cell(self._table, row)) is not None and cell.text.strip()
        ]
        for spot in labels:
            if spot is not labels[-1] and self._is_said(spot, row):
                self._desk.leave(spot.cell.place, spot.text, "资金一行里没有栏目名的一格")
            else:
                self._desk.tally.furnish(spot.cell.place, LABEL)
        self._rest(row, found, [cell for _, cell in cells], first)
        return _Line(labels[-1] if labels else None, cells) if labels or cells else None

    def _is_said(self, spot: Spot, row: int) -> bool:
        """Tell words before the name of an amount that are a text of their own: a task, an owner."""
        is_own = spot.cell.row == row and spot.cell.height == 1
        return is_own and not spot.role and not self._desk.book.phrases.is_part(spot.text)

    def _write(self, lines: Sequence["_Line"], subject: SubjectDraft) -> None:
        """Write the rows: the whole, sources, and parts of a source that add up to it."""
        writer = FundsRow(self._desk, subject)
        at, owner = 0, ""
        has_total = any(line.label and line.label.role in _TOTALS for line in lines)
        while at < len(lines):
            line, at = lines[at], at + 1
            if self._is_total(line.label, subject, has_total=has_total):
                writer.total(line.cells, line.label.text if line.label else "")
                continue
            assert line.label is not None  # noqa: S101 - a row without label is the whole
            name = self._desk.book.part_name(line.label.text)
            if owner and self._is_part(line):
                writer.part(owner, name, line.cells)
                count = _parts_of(lines[at - 2], lines[at - 1 :], subject, self._desk.book.money)
                for part in lines[at : at + count - 1]:
                    said = part.label.text if part.label else ""
                    writer.part(owner, self._desk.book.part_name(said), part.cells)
                at += max(count - 1, 0)
                continue
            owner = writer.source(name, line.label.cell, line.cells)

    def _is_list(self, head: str, lines: Sequence["_Line"], subject: SubjectDraft) -> bool:
        """Tell rows of projects, each with money of its own, from the whole and its sources."""
        book = self._desk.book
        labels = [line.label for line in lines if line.label is not None]
        is_known = any(s.role in _KNOWN_ROWS or book.phrases.is_part(s.text) for s in labels)
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

    def _write_list(self, lines: Sequence["_Line"], subject: SubjectDraft) -> None:
        """Keep each project with its amounts."""
        writer = SpendingRows(self._desk, subject)
        for line in lines:
            assert line.label is not None  # noqa: S101 - asked before
            cells = [SpendingCell(c.role, c.label, cell, c.unit) for c, cell in line.cells]
            writer.write(self._desk.book.part_name(line.label.text), line.label.cell, cells)

    def _is_part(self, line: "_Line") -> bool:
        return line.label is not None and self._desk.book.phrases.is_part(line.label.text)

    def _is_total(self, label: Spot | None, subject: SubjectDraft, *, has_total: bool) -> bool:
        """Tell the row of the whole: by its label, or because it comes first."""
        if label is None or label.role in _TOTALS:
            return True
        if has_total:
            return False
        is_first = not any(
            subject.get(keys) for keys in (("funds", "budget"), ("funds", "sources"))
        )
        is_source = label.role == "fund-source" or self._desk.book.phrases.is_part(label.text)
        return is_first and not is_source

    def _rest(self, row: int, found: Sequence[Spot], used: Sequence[object], first: int) -> None:
        """List what stands in the row below no column."""
        for spot in found:
            is_known = spot.cell.row != row or spot.cell.column < first or not spot.text
            if is_known or any(spot.cell is u for u in used):
                continue
            if not self._desk.book.role(spot.text) and not looks_like_label(
                spot.text, self._desk.book
            ):
                self._desk.leave(spot.cell.place, spot.text, "资金一行里没有栏目名的一格")


class _Line(NamedTuple):
    """A row: its label if any, and its cells with their columns."""

    label: Spot | None
    cells: Cells

    def amount(self, subject: SubjectDraft, money: MoneyWords) -> Decimal | None:
        """Return the amount by which rows are compared."""
        for role in ("budget", "spent", "initial"):
            for column, cell in self.cells:
                value = money.amount(cell.text, column.unit or subject.money_unit or "万元")
                if column.role == role and value is not None:
                    return value
        return None


def _parts_of(
    whole: _Line, lines: Sequence[_Line], subject: SubjectDraft, money: MoneyWords
) -> int:
    """Count the rows, from the first one on, that add up to the row before; else the first alone."""
    wanted, told = whole.amount(subject, money), Decimal(0)
    if wanted is None:
        return 1
    for count, line in enumerate(lines, 1):
        told += line.amount(subject, money) or Decimal(0)
        if told >= wanted:
            return count if told == wanted else 1
    return 1


__all__ = ["FundsBlock", "is_header"]
