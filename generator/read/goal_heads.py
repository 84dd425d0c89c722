"""Goals that stand each over a block of indicators of its own, whatever the form calls them."""

from collections.abc import Iterator, Mapping
from itertools import islice

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import headed_goal
from generator.read.header_band import Band, Bands

_FEWEST = 2  # blocks: one alone may be a sentence of a goal that has several


def goal_heads(table: ReadTable, bands: Bands) -> Mapping[int, ReadCell]:
    """Return what stands over the blocks of goals, by the rows that it begins in."""
    found = {cell.row: cell for cell in _heads(table, bands)}
    return found if len(found) >= _FEWEST else {}


def _heads(table: ReadTable, bands: Bands) -> Iterator[ReadCell]:
    for row in range(len(table.grid)):
        if (band := bands.at(row)) is None:
            continue
        found = (cell for cell in _around(table, band) if headed_goal(cell.text))
        if (cell := next(found, None)) is not None:
            yield cell


def _around(table: ReadTable, band: Band) -> Iterator[ReadCell]:
    """Give the cells that may say whose indicators a block has: beside, above or below its header."""
    beside = next(iter(table.cells(band.top)), None)
    if beside is not None and beside.row == band.top and beside.row + beside.height > band.bottom:
        yield beside
    yield from islice(_said(table, band.top - 1), 1)
    if len(below := [*_said(table, band.bottom - 1)]) == 1 and band.bottom - 1 > band.top:
        yield below[0]


def _said(table: ReadTable, row: int) -> Iterator[ReadCell]:
    cells = table.cells(row) if row >= 0 else ()
    return (cell for cell in cells if cell.row == row and cell.text.strip())
