"""Blanks in a row of sums: below the indicators none is to be filled in, in a list over them each is."""

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook
from generator.use.adopt.captions import Captions
from generator.use.adopt.looking import Looked

_ARRIVAL_RATE = "arrival-rate"


def is_blank_sum(
    table: ReadTable, cell: ReadCell, captions: Captions, looked: Looked, book: LabelBook
) -> bool:
    """Tell a blank in the row of the sums; a rate of all the money is said there."""
    row, column = captions.of_row(cell), captions.of_column(cell)
    if column is not None and book.role(column.text) == _ARRIVAL_RATE:
        return False
    is_sum = row is not None and book.role(row.text) == "total"
    return is_sum and not cell.text.strip() and not _is_over_indicators(table, cell, looked)


def _is_over_indicators(table: ReadTable, cell: ReadCell, looked: Looked) -> bool:
    """Tell a cell over the indicators: a sum there is that of a list, which the unit says."""
    rows = [
        band.place.row - 1
        for band in looked.full.bands
        if (band.place.part, band.place.table) == (table.place.part, table.place.table)
    ]
    return bool(rows) and cell.row < min(rows)
