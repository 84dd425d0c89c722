"""Goals in a list, each in a row with columns of its own: what inputs have no key for is kept by number."""

from collections.abc import Sequence

from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.reading_order import Desk
from generator.read.table_rows import own_cells

_FEWEST = 3  # columns of such a list
_OF_OTHERS = frozenset(("task", "plan", *AMOUNTS))


def rows_alike(
    table: ReadTable, first: int, end: int, heads: Sequence[ReadCell], book: LabelBook
) -> range:
    """Return the rows that have the borders of a header and are no labels."""
    row = first
    while row < min(end, len(table.grid)):
        cells = [table.at(row, head.column) for head in heads]
        own = [c for c in cells if c is not None and c.row == row and c.height == 1]
        if len(own) != len(heads) or any(
            (c.column, c.end) != (h.column, h.end) for c, h in zip(own, heads, strict=True)
        ):
            break
        if any(book.role(c.text) for c in own) or book.phrases.says_nothing(own[0].text):
            break
        row += 1
    return range(first, row)


def put_rows(
    table: ReadTable, heads: Sequence[ReadCell], rows: range, first: int, desk: Desk
) -> None:
    """Keep the cells of rows under the name of their column and their number."""
    own = OwnFields(desk)
    for number, row in enumerate(rows, first):
        for head in heads:
            cell = table.at(row, head.column)
            if cell is None or not cell.text.strip():
                continue
            if desk.book.role(head.text) == "ignored":
                own.number(cell)
            else:
                own.put(f"{own.name_of(head.text)}·{number}", cell)


def read_list(table: ReadTable, row: int, desk: Desk) -> int | None:
    """Read a list of goals beside the label of the goals; return the row behind it (none: no list)."""
    book = desk.book
    cells = own_cells(table, row)
    if len(cells) <= _FEWEST or cells[0].height <= _FEWEST - 1:
        return None
    head, *heads = cells
    is_goals = book.like(head.text) in ("goals", "expected")
    are_tasks = any(book.role(c.text) in _OF_OTHERS for c in heads)
    if (
        not is_goals
        or are_tasks
        or not all(looks_like_label(c.text, book) and c.height == 1 for c in heads)
    ):
        return None
    end = head.row + head.height
    rows = rows_alike(table, row + 1, end, heads, book)
    if rows.stop != end or not rows:
        return None
    for label in cells:
        desk.tally.furnish(label.place, LABEL)
    put_rows(table, heads, rows, 1, desk)
    return rows.stop
