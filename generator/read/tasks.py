"""The main tasks of a subject in its form: a name and a content in each row, often with amounts."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.funds_columns import MoneyColumn, money_role
from generator.read.funds_row import FundsRow
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL
from generator.read.printed_values import number, one_line, words
from generator.read.reading_order import Desk
from generator.read.spending_rows import SOURCE, SpendingCell, SpendingRows
from generator.read.table_rows import Spot, covering

_ROLES = frozenset(("task", "task-content"))
_WHOLE = frozenset(("fund-total", "total"))
_AMOUNTS = frozenset((*AMOUNTS, "rate"))
_POINTS = ("weight", "score")
_WHOLE_COLUMNS = frozenset((*_AMOUNTS, *_POINTS, "reason"))
_SCORE = ("funds", "stated", "score")


class TaskColumn(NamedTuple):
    """A column of a table of tasks, with the unit of its amounts where it names one."""

    role: str
    start: int
    end: int
    label: str
    unit: str

    def cell(self, table: ReadTable, row: int) -> ReadCell | None:
        """Return the cell of a row in this column."""
        return table.at(row, self.start)


def is_header(found: Sequence[Spot]) -> bool:
    """Tell whether a row names both columns, or a task beside amounts.

    Either label may stand beside its own value; amounts beside it are columns.
    """
    roles = {spot.role for spot in found}
    return roles >= _ROLES or ("task" in roles and len(roles & _AMOUNTS) > 1)


def read(table: ReadTable, row: int, desk: Desk) -> int:
    """Read the rows below a header of tasks; return the row behind them."""
    columns = list(_columns(table, row, desk.book))
    bottom = _bottom(table, row, desk.book)
    heads = [c for at in range(row, bottom) for c in table.cells(at) if c.row == at]
    named = next((c for c in columns if c.role == "task"), None)
    if named is None:
        for cell in heads:
            desk.leave(cell.place, cell.text, "没有认出的栏目名")
        return bottom
    for cell in heads:
        desk.tally.furnish(cell.place, LABEL)
    end = _end(table, row, bottom, named, desk.book)
    reader = _TaskRows(table, columns, desk)
    for at in range(bottom, end):
        reader.read(at, named)
    return end


def _bottom(table: ReadTable, row: int, book: LabelBook) -> int:
    """Return the row behind the header: as far as the names of its tasks and contents reach.

    The label of the block beside it reaches as far as the tasks do.
    """
    named = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    lowest = min(c.height for c in named)
    tall = [c.height for c in named if c.height > lowest and book.role(c.text) in _ROLES]
    own = [c for c in named[1:] if c.height > lowest and book.role(c.text) in _ROLES]
    is_wide = any(c.width > 1 and c.height == lowest for c in named)
    is_split = is_wide and (len(tall) > 1 or bool(own))
    tall = [c.height for c in own] or tall
    return row + (max(tall) if is_split else lowest)


def _columns(table: ReadTable, row: int, book: LabelBook) -> Iterator[TaskColumn]:
    """Give the columns of a header of one or two rows, each with its role and its name."""
    bottom = _bottom(table, row, book)
    lowest = [s for s in covering(table, bottom - 1, book) if s.text]
    for spot in lowest:
        cell = spot.cell
        if cell.row < row or cell.row + cell.height > bottom:
            continue  # the label of the block
        above = table.at(row, cell.column)
        over = above.text.strip() if above is not None and above is not cell else ""
        unit = book.money.unit_in(spot.text) or book.money.unit_in(over)
        name = _name(spot.text, over, book)
        yield TaskColumn(_role(spot, over, book), cell.column, cell.end, name, unit)


def _role(spot: Spot, over: str, book: LabelBook) -> str:
    """Return what a column holds; below a wider heading the whole of it and its sources."""
    if spot.role in _ROLES:
        return spot.role
    wider = money_role(over, book) if over else ""
    if wider in AMOUNTS:
        own = book.likely(spot.text, AMOUNTS)
        return own or (wider if spot.role in _WHOLE else SOURCE if wider == "budget" else "")
    return money_role(spot.text, book)


def _name(text: str, over: str, book: LabelBook) -> str:
    return f"{book.part_name(over)}·{book.part_name(text)}" if over else text


def _end(table: ReadTable, row: int, bottom: int, named: TaskColumn, book: LabelBook) -> int:
    """Return the row behind the tasks: where the label beside them ends, else where they do."""
    left = [c for c in table.cells(row) if c.end <= named.start and c.text.strip()]
    reach = [c.row + c.height for c in left if c.row + c.height > bottom]
    if reach:
        return min(*reach, len(table.grid))
    at = bottom
    while at < len(table.grid) and _is_task(table, at, named, book):
        at += 1
    return at


def _is_task(table: ReadTable, row: int, named: TaskColumn, book: LabelBook) -> bool:
    """Tell whether a row names a task where the others do, and is no heading and no field."""
    own = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    first = named.cell(table, row)
    if first is None or first.end != named.end or len(own) < 2:
        return False
    known = {book.role(c.text) for c in own} - {"", "total", "fund-source"}
    return not known


class _TaskRows:
    """Reads the rows of one table of tasks."""

    def __init__(self, table: ReadTable, columns: Sequence[TaskColumn], desk: Desk) -> None:
        self._table, self._columns, self._desk = table, columns, desk
        self._subject = desk.need()
        self._spending = SpendingRows(desk, self._subject)
        self._has_money = any(c.role in AMOUNTS for c in columns)
        unit = next((c.unit for c in columns if c.role in AMOUNTS and c.unit), "")
        self._subject.money_unit = self._subject.money_unit or unit

    def read(self, row: int, named: TaskColumn) -> None:
        """Read one task."""
        cells = [
            (column, cell)
            for column in self._columns
            if (cell := column.cell(self._table, row)) is not None and cell.row == row
        ]
        name = next((c for column, c in cells if column is named and self._says(c)), None)
        if name is None:
            for _, cell in cells:
                if self._says(cell):
                    self._desk.leave(cell.place, cell.text, "这一行没有任务名称")
            return
        is_sum = self._desk.book.role(name.text) == "total"
        if is_sum and self._is_of_execution(cells):
            self._whole(name, cells)
            return
        others = [(column, cell) for column, cell in cells if column is not named]
        if self._subject.kind == "department" and not is_sum:
            others = self._duty(name, others)
        money = [
            SpendingCell(column.role, column.label, cell, column.unit)
            for column, cell in others
            if self._says(cell) or column.role == "reason"
        ]
        if self._has_money or self._subject.kind != "department":
            self._spending.write(one_line(name.text), name, money)
        else:
            for one in money:
                self._desk.leave(one.cell.place, one.cell.text, "任务的这一项在输入里没有对应的项")

    def _is_of_execution(self, cells: Sequence[tuple[TaskColumn, ReadCell]]) -> bool:
        """Tell the sum of all tasks that bears the points of the execution, where no row says them else."""
        points = [c for column, c in cells if column.role in _POINTS and number(c.text) is not None]
        roles = {column.role for column, cell in cells if self._says(cell)}
        known = [self._subject.get(keys) for keys in (("funds", "budget"), _SCORE)]
        return bool(points) and {"budget", "spent"} <= roles and known == [None, None]

    def _whole(self, name: ReadCell, cells: Sequence[tuple[TaskColumn, ReadCell]]) -> None:
        """Write what all tasks have as the money of the subject, with the points of its execution."""
        self._desk.tally.furnish(name.place, LABEL)
        said = [(c, cell) for c, cell in cells if cell is not name and self._says(cell)]
        FundsRow(self._desk, self._subject).total(
            [
                (MoneyColumn(c.start, c.end, c.label, c.role, c.unit), cell)
                for c, cell in said
                if c.role in _WHOLE_COLUMNS
            ],
            one_line(name.text),
        )
        money = [SpendingCell(c.role, c.label, cell, c.unit) for c, cell in said]
        parts = [one for one in money if one.role not in _WHOLE_COLUMNS]
        self._spending.write(one_line(name.text), name, parts, money)

    def _duty(
        self, name: ReadCell, others: Sequence[tuple[TaskColumn, ReadCell]]
    ) -> list[tuple[TaskColumn, ReadCell]]:
        """Write the duty of a department; return the cells that say more of it."""
        keys = ("duty", len(self._subject.get(("duty",)) or []))
        self._subject.put((*keys, "name"), one_line(name.text), name.place)
        for column, cell in others:
            if column.role == "task-content" and self._says(cell):
                self._subject.put((*keys, "responsibility"), words(cell.text), cell.place)
        return [(column, cell) for column, cell in others if column.role != "task-content"]

    def _says(self, cell: ReadCell) -> bool:
        return not self._desk.book.phrases.says_nothing(cell.text)
