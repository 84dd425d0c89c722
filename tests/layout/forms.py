"""Small forms for tests: rows of words, each cell with the number of columns that it goes over."""

from generator.layout.column_grid import Form, Grid, GridCell, Words

SIZE, LINE, BESIDE = 21, 252, 114


def cell(text, row, start, span=1, rows=1):
    words = tuple(Words(part, SIZE, LINE) for part in text.split("|")) if text else ()
    return GridCell(row, start, rows, span, words, BESIDE, 0)


def grid(widths, *rows):
    """Make a table; a cell is words, or words and how many columns it goes over."""
    cells = []
    for number, row in enumerate(rows):
        at = 0
        for own in row:
            text, span = own if isinstance(own, tuple) else (own, 1)
            cells.append(cell(text, number, at, span))
            at += span
        assert at == len(widths)
    return Grid(tuple(widths), len(rows), tuple(cells))


def form(*grids):
    return Form(tuple(grids))
