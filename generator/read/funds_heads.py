"""The lowest cells of a header of amounts: below 预算安排 may stand 年初 and 调整后."""

from collections.abc import Iterator, Sequence

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.funds_columns import is_bare_amount, money_role
from generator.read.label_book import LabelBook
from generator.read.table_rows import Spot


def leaf_columns(
    table: ReadTable, heads: Sequence[Spot], bottom: int, book: LabelBook
) -> list[Spot]:
    """Return the columns of a header; one that is parted below gives its parts, called after both."""
    found: list[Spot] = []
    for spot in heads:
        parts = list(_parts(table, spot.cell, bottom))
        if (amount := _behind_names(table, spot, bottom, book)) is not None:
            found.append(amount)
        elif len(parts) > 1 and not any(book.money.is_figure(part.text) for part in parts):
            found += [_named(spot, part, book) for part in parts]
        else:
            found.append(spot)
    return found


def _behind_names(table: ReadTable, head: Spot, bottom: int, book: LabelBook) -> Spot | None:
    """Return the column of the amounts where a heading stands over the names of the rows, too."""
    cell = head.cell
    is_amount = money_role(head.text, book) or is_bare_amount(head.text, book)
    if not is_amount or cell.row + cell.height != bottom or bottom >= len(table.grid):
        return None
    below = [c for c in table.cells(bottom) if cell.column <= c.column and c.end <= cell.end]
    if len(below) != 2 or not looks_like_label(below[0].text, book):
        return None
    if not (book.money.is_figure(below[1].text) or book.phrases.says_nothing(below[1].text)):
        return None
    return Spot(below[1]._replace(text=cell.text, place=cell.place), head.role)


def _parts(table: ReadTable, head: ReadCell, bottom: int) -> Iterator[ReadCell]:
    below = head.row + head.height
    if below >= bottom or head.width < 2 or not head.text.strip():
        return
    for cell in table.cells(below):
        is_inside = head.column <= cell.column and cell.end <= head.end
        if cell.row == below and is_inside and cell.text.strip():
            yield cell


def _named(head: Spot, part: ReadCell, book: LabelBook) -> Spot:
    """Call a part what it is called itself where that says enough, else after its heading, too."""
    text = part.text if money_role(part.text, book) else f"{head.text}{part.text.strip()}"
    return Spot(part._replace(text=text), book.role(text))
