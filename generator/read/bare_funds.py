"""A row of the money whose columns have no names: the rate bears out which amounts it is of."""

from decimal import Decimal

from generator.model.foreign_document import ReadTable
from generator.read.funds_columns import bears_out
from generator.read.funds_row import note_places, put_amount
from generator.read.printed_values import number, percent
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_BEFORE_RATE = 2


def bare_total(table: ReadTable, desk: Desk, row: list[Spot]) -> bool:
    """Read total, budget, spent, rate; only if the rate is the second amount by the first."""
    filled = [s for s in row if not desk.book.phrases.says_nothing(s.text)]
    if not filled:
        return False
    head, rest = filled[0], filled[1:]
    rates = [i for i, s in enumerate(rest) if percent(s.text) is not None]
    if head.role != "fund-total" or rates != [_BEFORE_RATE]:
        return False
    subject = desk.need()
    first, second = (desk.book.money.amount(s.text, subject.money_unit or "万元") for s in rest[:2])
    rate = percent(rest[2].text)
    if not first or second is None or rate is None or not bears_out(first, second, rate):
        return False
    put_amount(desk, subject, ("funds", "budget"), rest[0].cell)
    put_amount(desk, subject, ("funds", "spent"), rest[1].cell)
    subject.put(("funds", "stated", "rate"), rate, rest[2].cell.place)
    note_places(rate, subject, rest[2].cell)
    for spot in rest[3:]:
        above = table.at(spot.cell.row - 1, spot.cell.column)
        value = number(spot.text)
        if above is not None and desk.book.role(above.text) == "score" and value is not None:
            subject.put(("funds", "stated", "score"), value, spot.cell.place)
        elif desk.book.role(spot.text) != "score":
            subject.leave(spot.cell.place, spot.text, "没有栏目名")
        elif (value := _next_number(rest, spot)) is not None:
            subject.put(("funds", "stated", "score"), value, rest[rest.index(spot) + 1].cell.place)
            break
    subject.remarks.append(
        "资金一行没有栏目名，按“执行率＝执行数÷预算数”认出前两个数是预算数和执行数，请核对"
    )
    return True


def _next_number(rest: list[Spot], spot: Spot) -> Decimal | None:
    after = rest[rest.index(spot) + 1 :]
    return number(after[0].text) if after else None
