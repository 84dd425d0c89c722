"""Two forms side by side in one table: each is read as a table of its own."""

from collections.abc import Iterator

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook

_TOP_ROWS = 8  # in which a form says what it is of
_LONGEST = 60
_NARROWEST = 2


def pages_of(table: ReadTable, book: LabelBook) -> Iterator[ReadTable]:
    """Give the forms of a table from left to right; most tables are one."""
    while (cut := _cut(table, book)) is not None:
        row, column = cut
        yield _part(table, 0, column, row)
        table = _part(table, column, table.width, row)
    yield table


def _cut(table: ReadTable, book: LabelBook) -> tuple[int, int] | None:
    """Return the first row of the forms and the column at which the second one begins."""
    for row in range(min(_TOP_ROWS, len(table.grid))):
        heads = [c for c in table.cells(row) if c.row == row and _begins_form(c, book)]
        if len(heads) < 2 or heads[0].column > 0:
            continue
        column = heads[1].column
        if column >= _NARROWEST and not any(_crosses(table, r, column) for r in _rows(table, row)):
            return row, column
    return None


def _rows(table: ReadTable, row: int) -> range:
    return range(row, len(table.grid))


def _begins_form(cell: ReadCell, book: LabelBook) -> bool:
    text = cell.text.strip()
    if not text or len(text) > _LONGEST:
        return False
    return book.role(text) == "project-name" or book.title_kind(text) == "form"


def _crosses(table: ReadTable, row: int, column: int) -> bool:
    return any(c.column < column < c.end for c in table.cells(row))


def _part(table: ReadTable, start: int, end: int, top: int) -> ReadTable:
    """Return the columns of one form; what stands above all forms stays with the first."""
    made: dict[int, ReadCell] = {}

    def moved(cell: ReadCell) -> ReadCell:
        if id(cell) not in made:
            width = min(cell.end, end) - max(cell.column, start)
            column = max(cell.column, start) - start
            made[id(cell)] = cell._replace(column=column, width=width)
        return made[id(cell)]

    first = 0 if start == 0 else top
    rows = table.grid[first:] if start == 0 else table.grid[top:]
    grid = tuple(tuple(moved(cell) for cell in row[start:end]) for row in rows)
    if first:
        shifted = {id(c): c._replace(row=c.row - first) for row in grid for c in row}
        grid = tuple(tuple(shifted[id(c)] for c in row) for row in grid)
    return table._replace(grid=_trimmed(grid))


def _trimmed(grid: tuple[tuple[ReadCell, ...], ...]) -> tuple[tuple[ReadCell, ...], ...]:
    """Leave out the blank columns that part one form from the next."""
    width = max(
        (c.end for row in grid for c in row if c.text.strip()),
        default=0,
    )
    return tuple(row[:width] for row in grid)
