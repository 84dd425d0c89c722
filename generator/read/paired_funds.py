"""The money where each column has its own labels: 预算数 | 90 | 到位数 | 90 | 执行数 | 85, row by row."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.funds_columns import MoneyColumn, money_role
from generator.read.funds_lines import FundsLine, FundsLines
from generator.read.label_book import LabelBook, normal
from generator.read.own_fields import LABEL
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_AMOUNTS = frozenset((*AMOUNTS, "arrived"))


class PairedFunds(NamedTuple):
    """A header whose cells stand over a label and an amount each, and the rows below it."""

    heads: tuple[ReadCell, ...]
    labels: tuple[int, ...]  # the columns of the labels
    columns: tuple[MoneyColumn, ...]
    rows: range


def find_paired(table: ReadTable, row: int, book: LabelBook) -> PairedFunds | None:
    """Return the block whose header stands in a row: a whole first, then its parts."""
    heads = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    block = heads[:1] if heads and heads[0].height > 1 else []
    heads = heads[len(block) :]
    if row + 1 >= len(table.grid) or len(heads) < 2 or any(c.height > 1 for c in heads):
        return None
    labels: list[int] = []
    columns: list[MoneyColumn] = []
    for head in heads:
        below = [c for c in table.cells(row + 1) if head.column <= c.column < head.end]
        first = below[0] if below else None
        if len(below) == 2 and first is not None and money_role(first.text, book) in _AMOUNTS:
            labels.append(first.column)
            role = money_role(first.text, book)
            columns.append(_column(below[1], head.text, role, book))
        elif len(below) == 1 and money_role(head.text, book) == "rate":
            columns.append(_column(below[0], head.text, "rate", book))
        else:
            return None
    roles = [c.role for c in columns]
    is_money = {"budget", "spent"} <= {*roles} and len({*roles}) == len(roles)
    rows = range(row + 1, _end(table, row + 1, labels, book))
    if not is_money:
        return None
    return PairedFunds((*block, *heads), tuple(labels), tuple(columns), rows)


def _column(cell: ReadCell, label: str, role: str, book: LabelBook) -> MoneyColumn:
    return MoneyColumn(cell.column, cell.end, label, role, book.money.unit_in(label))


def _end(table: ReadTable, first: int, labels: Sequence[int], book: LabelBook) -> int:
    """Return the row behind those in which every column bears the same label once more."""
    row = first + 1
    while row < len(table.grid):
        cells = [table.at(row, column) for column in labels]
        own = [
            c for c, at in zip(cells, labels, strict=True) if c and (c.row, c.column) == (row, at)
        ]
        said = {normal(c.text) for c in own}
        if len(own) != len(labels) or len(said) != 1 or "" in said:
            break
        if book.money.is_figure(next(iter(said))):
            break
        row += 1
    return row


def read_paired(found: PairedFunds, table: ReadTable, desk: Desk) -> int:
    """Write the whole and its parts; return the row behind the block."""
    subject = desk.need()
    for head in found.heads:
        desk.tally.furnish(head.place, LABEL)
        unit = desk.book.money.unit_in(head.text)
        subject.money_unit = subject.money_unit or unit
    lines = []
    for number, row in enumerate(found.rows):
        labels = [cell for c in found.labels if (cell := table.at(row, c)) is not None]
        for label in labels:
            desk.tally.furnish(label.place, LABEL)
        cells = [
            (c, cell)
            for c in found.columns
            if (cell := c.cell(table, row)) is not None and cell.text.strip()
        ]
        role = "fund-total" if number == 0 else "fund-source"
        lines.append(FundsLine(Spot(labels[0], role), cells))
    FundsLines(desk, subject).write("", lines)
    return found.rows.stop
