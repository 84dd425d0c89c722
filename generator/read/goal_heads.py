"""Goals that stand each over a block of indicators of its own, whatever the form calls them."""

from collections.abc import Iterator, Mapping

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import headed_goal
from generator.read.header_band import Bands

_FEWEST = 2  # blocks: one alone may be a sentence of a goal that has several


def goal_heads(table: ReadTable, bands: Bands) -> Mapping[int, ReadCell]:
    """Return what stands over the blocks of goals, by the rows that it begins in."""
    found = {cell.row: cell for cell in _heads(table, bands)}
    return found if len(found) >= _FEWEST else {}


def _heads(table: ReadTable, bands: Bands) -> Iterator[ReadCell]:
    for row in range(len(table.grid)):
        if (band := bands.at(row)) is None or band.is_continued:
            continue
        beside = next(iter(table.cells(row)), None)
        if beside is not None and beside.row + beside.height > band.bottom:
            above = beside
        else:
            above = next((c for c in _said(table, row - 1)), beside)
        if above is not None and above.row >= row - 1 and headed_goal(above.text):
            yield above


def _said(table: ReadTable, row: int) -> Iterator[ReadCell]:
    cells = table.cells(row) if row >= 0 else ()
    return (cell for cell in cells if cell.row == row and cell.text.strip())
