"""Money with a source in each column: 合计, 财政拨款, 其他 over the rows 预算数, 执行数, 执行率."""

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadTable
from generator.read.funds_columns import MoneyColumn
from generator.read.funds_row import Cells, FundsRow
from generator.read.matrix import Matrix, is_year
from generator.read.own_fields import LABEL
from generator.read.printed_values import percent
from generator.read.reading_order import Desk

_ROLES = ("score", "weight", "rate", "initial", "spent", "budget")
_FEWEST = 2


def read_turned(found: Matrix, table: ReadTable, desk: Desk) -> int | None:
    """Read a table whose rows are kinds of amounts; return the row behind it, if it is one."""
    labels = {row: table.at(row, found.corner.column) for row in found.rows}
    roles = {
        row: desk.book.likely(label.text, _ROLES) if label is not None else ""
        for row, label in labels.items()
    }
    for row, role in roles.items():
        cells_of = [table.at(row, head.column) for head in found.heads]
        if not role and any(c is not None and percent(c.text) is not None for c in cells_of):
            roles[row] = "rate"
    if len(set(roles.values()) & set(AMOUNTS)) < _FEWEST:
        return None
    subject = desk.need()
    has_funds = subject.get(("funds", "budget")) is not None
    totals = [h for h in found.heads if desk.book.role(h.text) in ("total", "fund-total")]
    if has_funds or len(totals) != 1 or any(is_year(h.text) for h in found.heads):
        return None  # amounts of several years are those of no source
    unit = next(
        filter(None, (desk.book.money.unit_in(c.text) for c in (found.corner, *found.block))), ""
    )
    subject.money_unit = subject.money_unit or unit
    for named in (*found.block, found.corner, *found.heads, *filter(None, labels.values())):
        desk.tally.furnish(named.place, LABEL)
    writer = FundsRow(desk, subject)
    for head in (*totals, *(h for h in found.heads if h not in totals)):
        cells: Cells = []
        for row, label in labels.items():
            cell = table.at(row, head.column)
            if label is not None and cell is not None and cell.text.strip():
                column = MoneyColumn(label.column, label.end, label.text, roles[row])
                cells.append((column, cell))
        if head in totals:
            writer.total(cells, head.text)
        else:
            writer.source(desk.book.part_name(head.text), head, cells)
    return found.rows.stop
