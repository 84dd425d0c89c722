"""The cells below a header of goals: the goal itself, and the number that may stand before it."""

from collections.abc import Iterator, Sequence

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.printed_values import squeezed

_PAIR = 2
_NUMBER = rf"[（(]?([0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[）)]?[:：、.．]?"
_COUNTED = Pattern(rf"(?:[一-鿿]{{0,4}}目标)?{_NUMBER}")
_NAMED = Pattern(rf"[一-鿿]{{0,4}}目标{_NUMBER}")


def counted(text: str) -> int:
    """Return which goal a cell counts that says nothing else; 0 for one that says more."""
    found = _COUNTED.fullmatch(squeezed(text))
    if found is None:
        return 0
    return int(found[1]) if found[1].isascii() else to_number(found[1]) or 0


def goal_below(table: ReadTable, row: int, head: ReadCell) -> ReadCell | None:
    """Return the goal that a row says below a heading: beside its number, where that has a cell."""
    cell = table.at(row, head.column)
    if cell is None or cell.row != row:
        return None
    pair = _pair(table, row, head)
    is_number = _COUNTED.fullmatch(squeezed(cell.text)) is not None
    return pair[1] if pair and is_number else cell


def numbers_below(table: ReadTable, rows: range, heads: Sequence[ReadCell]) -> Iterator[ReadCell]:
    """Give the cells of rows that only count the goal beside them."""
    for row in rows:
        for head in heads:
            cell = table.at(row, head.column)
            if cell is not None and goal_below(table, row, head) not in (cell, None):
                yield cell


def goal_numbers(table: ReadTable) -> Iterator[ReadCell]:
    """Give the cells that count goals, each before its goal, below a heading over both."""
    for row in range(1, len(table.grid)):
        for cell in table.cells(row):
            if cell.row != row or _NAMED.fullmatch(squeezed(cell.text)) is None:
                continue
            head = _over(table, cell)
            if head is not None and _pair(table, row, head):
                yield cell


def _over(table: ReadTable, cell: ReadCell) -> ReadCell | None:
    """Return the nearest cell above one that is wider and begins where it does."""
    for row in range(cell.row - 1, -1, -1):
        above = table.at(row, cell.column)
        if above is None or above.column != cell.column:
            return None
        if above.width > cell.width:
            return above
    return None


def _pair(table: ReadTable, row: int, head: ReadCell) -> tuple[ReadCell, ...]:
    """Return the two cells that a row has below a heading; nothing where it has more or less."""
    inside = [c for c in table.cells(row) if c.row == row and head.column <= c.column < head.end]
    is_split = len(inside) == _PAIR and inside[1].end <= head.end
    return tuple(inside) if is_split and inside[0].column == head.column else ()
