"""The block of the money: a header of amounts, the total, the sources below it, breakdowns."""

from collections.abc import Sequence
from itertools import takewhile

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.draft import SubjectDraft
from generator.read.execution_label import is_row_of_execution
from generator.read.funds_columns import PART, MoneyColumn, money_columns
from generator.read.funds_heads import leaf_columns
from generator.read.funds_label import column_of_labels, with_amount
from generator.read.funds_lines import TOTALS, FundsLine, FundsLines
from generator.read.funds_parts import FundsParts
from generator.read.funds_row import Cells
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot, covering, spots

_COLUMNS = (*AMOUNTS, "rate")
_LIKELY = ("rate", *AMOUNTS, "left", "arrival-rate")
_FEWEST = 3
_NUMBER = "序号"
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
    bottom = max((s.cell.row + s.cell.height for s in said), default=0)
    leaves = leaf_columns(table, said, bottom, book)
    sure = {s.role for s in leaves} & {*_COLUMNS, "left"}
    likely = {book.likely(s.text, _LIKELY) for s in leaves} - {""}
    parts = sum(book.phrases.is_part_of_year(s.text) for s in said)
    is_named = len(sure) >= 2 or (bool(sure) and (len(likely) >= 3 or parts >= 2))
    return is_named or _has_amounts_below(table, row, book, said)


def _has_amounts_below(table: ReadTable, row: int, book: LabelBook, said: Sequence[Spot]) -> bool:
    """Tell a header whose columns bear other names by its block, and by the row of the whole below."""
    is_block = any(s.role == "funds" for s in covering(table, row, book))
    below = (
        [s for s in covering(table, row + 1, book) if s.text] if row + 1 < len(table.grid) else []
    )
    is_whole = any(s.role in TOTALS and s.cell.row > row for s in below)
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
        self._note_unit(block, subject)
        # A label of the block that is as high as the header stands in it, before the amounts.
        before = takewhile(lambda s: self._desk.book.role(s.text) not in AMOUNTS, heads)
        labelled = (s for s in heads if self._desk.book.role(s.text) in ("funds", *AMOUNTS))
        self._note_unit([s.cell for s in (*before, *labelled)], subject)
        parts = FundsParts(self._table, self._desk, subject)
        leaves = leaf_columns(self._table, heads, bottom, book)
        columns = money_columns(self._table, leaves, rows, book)
        self._furnish([*heads, *leaves], columns, block, subject)
        first = min((c.start for c in columns), default=0)
        beside = column_of_labels(leaves, first, book)
        lines = [
            with_amount(line, beside, book)
            for at in rows
            if not parts.read(at)
            and (line := self._line(at, columns, first, block, parts.section)) is not None
        ]
        # Before the names of the rows may stand their numbers.
        named = next((s.text for s in heads[::-1] if s.text and s.cell.column < first), "")
        FundsLines(self._desk, subject).write(named, lines)
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
            within = range(bottom, min(end, len(self._table.grid)))
            return next((row for row in within if self._is_of_execution(row)), within.stop)
        row = bottom
        while row < len(self._table.grid) and self._goes_on(row):
            row += 1
        return row

    def _goes_on(self, row: int) -> bool:
        """Tell whether a row below a block without a merged label still belongs to it."""
        found = covering(self._table, row, self._desk.book)
        said = [s for s in found if s.text]
        if not said or self._is_of_execution(row):
            return False
        labels = [s for s in said if not self._desk.book.money.is_figure(s.text)]
        if any(s.role in _ENDS for s in labels):
            return False
        if FundsParts.is_head(found) or FundsParts.is_row(found, self._desk):
            return True
        named = any(s.role in ("fund-total", "fund-source") for s in labels)
        is_part = any(self._desk.book.phrases.is_part(s.text) for s in labels)
        return named or is_part or any(self._desk.book.money.is_figure(s.text) for s in said)

    def _is_of_execution(self, row: int) -> bool:
        """Tell a row in which the rate and its points stand beside their labels."""
        found = covering(self._table, row, self._desk.book)
        return is_row_of_execution(
            [s for s in found if s.text and s.cell.row == row], self._desk.book
        )

    def _note_unit(self, cells: Sequence[ReadCell], subject: SubjectDraft) -> None:
        for cell in cells:
            unit = self._desk.book.money.unit_in(cell.text)
            if unit and not subject.money_unit:
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
        section: str,
    ) -> FundsLine | None:
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
            if spot is not labels[-1] and spot.text.strip().isdecimal():
                self._desk.tally.furnish(spot.cell.place, _NUMBER)
            elif spot is not labels[-1] and self._is_said(spot, row):
                self._desk.leave(spot.cell.place, spot.text, "资金一行里没有栏目名的一格")
            else:
                self._desk.tally.furnish(spot.cell.place, LABEL)
        self._rest(row, found, [cell for _, cell in cells], first)
        label = labels[-1] if labels else None
        return FundsLine(label, cells, section if label else "") if labels or cells else None

    def _is_said(self, spot: Spot, row: int) -> bool:
        """Tell words before the name of an amount that are a text of their own: a task, an owner."""
        is_own = spot.cell.row == row and spot.cell.height == 1
        return is_own and not spot.role and not self._desk.book.phrases.is_part(spot.text)

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


__all__ = ["FundsBlock", "is_header"]
