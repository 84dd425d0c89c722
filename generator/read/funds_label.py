"""An amount that stands in one cell with the name of its row: 总额：186.00, below 年初预算."""

from collections.abc import Sequence

from generator.model.amounts import AMOUNTS
from generator.read.funds_columns import MoneyColumn, money_role
from generator.read.funds_lines import FundsLine
from generator.read.label_book import LabelBook
from generator.read.table_rows import Spot

_COLONS = str.maketrans("：", ":")


def column_of_labels(heads: Sequence[Spot], first: int, book: LabelBook) -> MoneyColumn | None:
    """Return the column of an amount that stands over the names of the rows."""
    for spot in heads:
        role = money_role(spot.text, book) if spot.cell.column < first else ""
        if role in AMOUNTS:
            unit = book.money.unit_in(spot.text)
            return MoneyColumn(spot.cell.column, spot.cell.end, spot.text, role, unit)
    return None


def with_amount(line: FundsLine, column: MoneyColumn | None, book: LabelBook) -> FundsLine:
    """Part the name of a row from the amount behind it."""
    label = line.label
    if label is None or column is None:
        return line
    head, colon, said = label.text.translate(_COLONS).rpartition(":")
    if not colon or not head or not book.money.is_figure(said):
        return line
    name = Spot(label.cell._replace(text=head), book.role(book.part_name(head)))
    return line._replace(label=name, cells=[(column, label.cell._replace(text=said)), *line.cells])
