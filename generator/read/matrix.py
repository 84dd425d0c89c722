"""Tables of rows by columns: 三公经费, 编制, questions with a column to tick; all are fields of the unit's own."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.funds_columns import MoneyColumn
from generator.read.funds_row import Cells, FundsRow
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import own_cells

_COLUMNS = frozenset(
    ("", *AMOUNTS, "rate", "weight", "score", "own", "measure-unit", "reason",
     "fund-total", "fund-source", "total", "basic", "projects", "year")
)  # fmt: skip


_YEAR = Pattern(r"(?:19|20)[0-9]{2}年?度?")
_MONEY = ("rate", "initial", "spent", "budget")


class Matrix(NamedTuple):
    """A table inside a table: the names of its columns, its rows behind the header."""

    block: tuple[ReadCell, ...]
    corner: ReadCell
    heads: tuple[ReadCell, ...]
    rows: range


def find_matrix(table: ReadTable, row: int, book: LabelBook) -> Matrix | None:
    """Return the table of rows by columns whose header stands in a row."""
    block, heads = _heads(table, row)
    if block and (bare := _bare(table, row, block, heads, book)) is not None:
        return bare
    if len(heads) < 3 or not _are_columns(heads[1:], book):
        return None
    end = row + 1
    while end < len(table.grid) and _is_row(table, end, heads, book):
        end += 1
    figures = any(
        _speaks(c.text, book) for at in range(row + 1, end) for c in _cells(table, at, heads)[1:]
    )
    is_named = all(_cells(table, at, heads)[0].text.strip() for at in range(row + 1, end))
    if end == row + 1 or not figures or not is_named:
        return None
    return Matrix(block, heads[0], heads[1:], range(row + 1, end))


def _bare(
    table: ReadTable,
    row: int,
    block: tuple[ReadCell, ...],
    heads: tuple[ReadCell, ...],
    book: LabelBook,
) -> Matrix | None:
    """Return a header over one row of figures, which has no name but that of the block beside it."""
    label = block[-1]
    if book.role(label.text) not in ("", "own", "funds"):
        return None
    if len(heads) < 2 or label.row + label.height != row + 2 or not _are_columns(heads, book):
        return None
    below = _cells(table, row + 1, heads)
    if len(below) != len(heads) or not all(_fits(c.text, book) for c in below):
        return None
    if not any(book.money.is_figure(c.text) for c in below):
        return None
    return Matrix(block[:-1], label, heads, range(row + 1, row + 2))


def read_matrix(found: Matrix, table: ReadTable, desk: Desk) -> int:
    """Keep every cell under 行·列; return the row behind the table."""
    own = OwnFields(desk)
    if _is_money(found, desk):
        return _read_money(found, table, desk)
    for cell in (*found.block, found.corner, *found.heads):
        desk.tally.furnish(cell.place, LABEL)
    for row in found.rows:
        label, *cells = _cells(table, row, (found.corner, *found.heads))
        desk.tally.furnish(label.place, LABEL)
        for head, cell in zip(found.heads, cells, strict=True):
            if not cell.text.strip() or cell.row != row:
                continue
            if cell.text.strip() in desk.book.phrases.words("tick"):
                own.answer(own.name_of(label.text), own.name_of(head.text), cell.place)
            else:
                own.put(f"{own.name_of(label.text)}·{own.name_of(head.text)}", cell)
    return found.rows.stop


def _is_money(found: Matrix, desk: Desk) -> bool:
    """Tell whether one row of figures below the label of the money is its whole."""
    roles = [desk.book.likely(c.text, _MONEY) for c in found.heads]
    is_one = (
        found.rows.stop - found.rows.start == 1 and desk.book.role(found.corner.text) == "funds"
    )
    return is_one and desk.need().get(("funds",)) is None and bool({*roles} & {"initial", "budget"})


def _read_money(found: Matrix, table: ReadTable, desk: Desk) -> int:
    """Read a row of amounts that stands right below its header, beside the label of the money."""
    subject, unit = desk.need(), desk.book.money.unit_in(found.corner.text)
    subject.money_unit = subject.money_unit or unit
    cells: Cells = []
    seen: set[str] = set()
    for head, cell in zip(found.heads, _cells(table, found.rows.start, found.heads), strict=True):
        role = desk.book.likely(head.text, _MONEY)
        column = MoneyColumn(head.column, head.end, head.text, "" if role in seen else role)
        seen.add(role)
        if cell.text.strip():
            cells.append((column, cell))
    for named in (*found.block, found.corner, *found.heads):
        desk.tally.furnish(named.place, LABEL)
    FundsRow(desk, subject).total(cells, found.corner.text)
    return found.rows.stop


def _heads(table: ReadTable, row: int) -> tuple[tuple[ReadCell, ...], tuple[ReadCell, ...]]:
    """Part the labels that reach down beside the rows from the names of the columns."""
    own = own_cells(table, row)
    lowest = min((c.height for c in own), default=1)
    block = []
    while own and own[0].height > lowest:
        block.append(own.pop(0))
    return tuple(block), tuple(own)


def _are_columns(heads: Sequence[ReadCell], book: LabelBook) -> bool:
    return all(
        (
            looks_like_label(c.text, book)
            or c.text.strip() in book.phrases.words("answer")
            or is_year(c.text)
        )
        and book.role(c.text) in _COLUMNS
        for c in heads
    )


def _is_row(table: ReadTable, row: int, heads: Sequence[ReadCell], book: LabelBook) -> bool:
    """Tell whether a row has a name and under each column a figure, a tick, or nothing."""
    cells = _cells(table, row, heads)
    own = [c for c in own_cells(table, row) if c.column >= heads[0].column]
    if len(cells) != len(heads) or len(own) > len(heads):
        return False
    label, *others = cells
    is_label = not book.money.is_figure(label.text) and len(label.text) <= 60
    known = book.role(label.text)
    is_field = known not in _COLUMNS
    return is_label and not is_field and all(_fits(c.text, book) for c in others)


def _cells(table: ReadTable, row: int, heads: Sequence[ReadCell]) -> list[ReadCell]:
    """Return the cells of a row that have the borders of the header's."""
    found = [table.at(row, head.column) for head in heads]
    return [
        cell
        for head, cell in zip(heads, found, strict=True)
        if cell is not None and (cell.column, cell.end) == (head.column, head.end)
    ]


def is_year(text: str) -> bool:
    """Tell a heading that is a year and no more: 2021年."""
    return _YEAR.fullmatch(squeezed(text)) is not None


def _fits(text: str, book: LabelBook) -> bool:
    return book.phrases.says_nothing(text) or _speaks(text, book)


def _speaks(text: str, book: LabelBook) -> bool:
    return book.money.is_figure(text) or text.strip() in book.phrases.words("tick")
