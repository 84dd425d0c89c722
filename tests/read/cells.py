"""Tables of cells from a picture, without Word: ``<`` joins left, ``^`` up."""

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.evidence_cells import CellLens
from generator.read.reading_order import Desk
from tests.foreign import book, picture, regions


def table(text: str) -> ReadTable:
    rows = picture(text)
    grid: list[list[ReadCell]] = [[*row] for row in rows]  # type: ignore[list-item]
    for top, left, bottom, right, said in regions(rows):
        place = DocumentPlace(table=1, row=top + 1, column=left + 1)
        cell = ReadCell(said, place, top, left, bottom - top + 1, right - left + 1)
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                grid[row][column] = cell
    return ReadTable(tuple(map(tuple, grid)), DocumentPlace(table=1))


def row(text: str) -> list[ReadCell]:
    """Return the cells of one row."""
    return list(table(text).cells(0))


def lens() -> CellLens:
    return CellLens(book())


def desk() -> Desk:
    return Desk(book())
