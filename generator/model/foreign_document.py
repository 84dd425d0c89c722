"""A document that somebody else wrote, as it was read: paragraphs and tables, each with its place."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace

DocumentKind = Literal["word", "excel", "text"]


class ReadParagraph(NamedTuple):
    """A paragraph: its words, and the number that Word computes and does not store."""

    text: str
    place: DocumentPlace
    number: str = ""
    level: int = 0
    style: str = ""
    is_revised: bool = False

    @property
    def shown(self) -> str:
        """Return the paragraph as a reader sees it, automatic number included."""
        return f"{self.number}{self.text}"


class ReadCell(NamedTuple):
    """A cell: its words, where it begins in the grid (from 0), and how far it reaches."""

    text: str
    place: DocumentPlace
    row: int
    column: int
    height: int = 1
    width: int = 1

    @property
    def end(self) -> int:
        """Return the first column to the right of the cell."""
        return self.column + self.width


class ReadTable(NamedTuple):
    """A table as a grid: a merged cell stands in every field that it covers."""

    grid: tuple[tuple[ReadCell, ...], ...]
    place: DocumentPlace

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return max(map(len, self.grid), default=0)

    def cells(self, row: int) -> Iterator[ReadCell]:
        """Go through the cells of a row from left to right, each once."""
        last: ReadCell | None = None
        for cell in self.grid[row]:
            if cell is not last:
                yield cell
            last = cell

    def at(self, row: int, column: int) -> ReadCell | None:
        """Return the cell that covers a field."""
        if 0 <= row < len(self.grid) and 0 <= column < len(self.grid[row]):
            return self.grid[row][column]
        return None


ReadBlock = ReadParagraph | ReadTable


class ReadDocument(NamedTuple):
    """A document in reading order; ``aside`` holds headers, footers, text boxes and notes."""

    shown: str
    kind: DocumentKind
    blocks: tuple[ReadBlock, ...]
    aside: tuple[ReadParagraph, ...] = ()
    remarks: tuple[str, ...] = ()

    def said(self) -> Iterator[tuple[DocumentPlace, str, bool]]:
        """Give every cell and paragraph of the text that is not blank, once, and whether it is a cell."""
        for block in self.blocks:
            if isinstance(block, ReadParagraph):
                if block.shown.strip():
                    yield block.place, block.shown, False
                continue
            for number in range(len(block.grid)):
                for cell in block.cells(number):
                    if cell.row == number and cell.text.strip():
                        yield cell.place, cell.text, True
