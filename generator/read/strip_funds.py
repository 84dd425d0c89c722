"""The money in strips side by side: 预算资金 | 450 | 实际支出 | 405 | 执行率 | 90%, and below it the sources.

The labels stand in the row of the whole; below them each source has its name and its amounts, and
between these the label once more, or nothing. The name may also stand before the labels in each row.
"""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.funds_columns import MoneyColumn, money_role
from generator.read.funds_lines import FundsLine, FundsLines
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_FEWEST = 2  # pairs of a label and an amount
_WHOLES = ("funds", "fund-total", "budget", "initial")
_ROLES = frozenset((*AMOUNTS, "rate"))
_NONE = frozenset(("", "-", "—", "——", "/"))


class StripFunds(NamedTuple):
    """The first cell of the whole, the columns of the amounts, and the rows from the whole down."""

    whole: ReadCell
    columns: tuple[MoneyColumn, ...]
    rows: range


def find_strips(table: ReadTable, row: int, book: LabelBook) -> StripFunds | None:
    """Return the block whose whole stands in a row; of the usual labels alone others know more."""
    own = [c for c in table.cells(row) if c.row == row]
    has_name = len(own) % 2 == 1
    if not own or any(c.height > 1 for c in own):
        return None
    if has_name and book.role(own[0].text) not in _WHOLES:
        return None
    pairs = own[has_name:]
    labels, values = pairs[::2], pairs[1::2]
    roles = [money_role(label.text, book) for label in labels]
    is_bare = not has_name and bool(roles) and roles[0] == ""
    if is_bare and book.role(labels[0].text) in _WHOLES:
        roles[0] = "budget"  # 预算资金（万元） | 450
    is_known = set(roles) <= _ROLES and len(set(roles)) == len(roles) and "spent" in roles
    is_whole = len(roles) >= _FEWEST and is_known and roles[0] in _WHOLES
    if not is_whole or not all(_is_amount(v, book) for v in values):
        return None
    columns = tuple(
        MoneyColumn(value.column, value.end, label.text, role, book.money.unit_in(label.text))
        for label, value, role in zip(labels, values, roles, strict=True)
    )
    end = row + 1
    while end < len(table.grid) and _is_source(table, end, own[0], columns, book):
        end += 1
    if _goes_on(table, end, own[0], book) or not (end > row + 1 or is_bare):
        return None
    return StripFunds(own[0], columns, range(row, end))


def _goes_on(table: ReadTable, row: int, whole: ReadCell, book: LabelBook) -> bool:
    """Tell a further source that is laid out otherwise: without it the others are no whole list."""
    head = table.at(row, whole.column) if row < len(table.grid) else None
    return head is not None and (
        book.phrases.is_part(head.text) or book.role(head.text) == "fund-source"
    )


def _is_source(
    table: ReadTable,
    row: int,
    whole: ReadCell,
    columns: Sequence[MoneyColumn],
    book: LabelBook,
) -> bool:
    """Tell a row with a name, and with amounts right below those of the whole."""
    head = table.at(row, whole.column)
    if head is None or (head.row, head.column) != (row, whole.column) or head.height > 1:
        return False
    is_part = book.phrases.is_part(head.text) or book.role(head.text) == "fund-source"
    if not is_part and (book.role(head.text) or not looks_like_label(head.text, book)):
        return False
    cells = [column.cell(table, row) for column in columns]
    if any(c is None or not _is_amount(c, book) for c in cells):
        return False
    starts = {column.start for column in columns}
    between = [c for c in table.cells(row) if c is not head and c.column not in starts]
    known, name = {column.role for column in columns}, book.part_name(head.text)
    are_labels = all(
        not c.text.strip() or money_role(c.text, book) in known or book.part_name(c.text) == name
        for c in between
    )
    return are_labels and any(c is not None and c.text.strip() not in _NONE for c in cells)


def _is_amount(cell: ReadCell, book: LabelBook) -> bool:
    return cell.text.strip() in _NONE or book.money.is_figure(cell.text)


def read_strips(found: StripFunds, table: ReadTable, desk: Desk) -> int:
    """Write the whole and its sources; return the row behind the block."""
    subject = desk.need()
    for column in found.columns:
        subject.money_unit = subject.money_unit or column.unit
    lines = []
    starts = {column.start for column in found.columns}
    for number, row in enumerate(found.rows):
        cells = [
            (column, cell)
            for column in found.columns
            if (cell := column.cell(table, row)) is not None and cell.text.strip() not in _NONE
        ]
        for cell in table.cells(row):
            if cell.row == row and cell.column not in starts and cell.text.strip():
                desk.tally.furnish(cell.place, LABEL)
        head = table.at(row, found.whole.column) or found.whole
        role = "fund-source" if number else "fund-total"
        lines.append(FundsLine(Spot(head, role), cells))
    FundsLines(desk, subject).write("", lines)
    return found.rows.stop
