"""A document that somebody else wrote, as it was read: paragraphs and tables, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

DocumentKind = Literal["word", "excel", "text"]


@dataclass(frozen=True, slots=True)
class DocumentPlace:
    """Where something stands in a document; what does not apply is empty.

    Paragraphs and tables are counted from 1 as python-docx counts them, columns by grid. What
    those counts leave out (headers, text boxes, nested tables) names its ``part``.
    """

    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""
    line: int = 0

    def as_data(self) -> dict[str, str | int]:
        """Lay the place out as the documented JSON shape."""
        names = ("part", "paragraph", "table", "row", "column", "sheet", "cell", "line")
        return {name: value for name in names if (value := getattr(self, name))}

    def __str__(self) -> str:
        """Write the place for people."""
        if self.cell:
            return f"工作表“{self.sheet}”{self.cell}"
        if self.line:
            return f"第 {self.line} 行" + (f"第 {self.column} 列" if self.column else "")
        words = self.part
        if self.table:
            words += f"表 {self.table}"
        if self.row:
            words += f"第 {self.row} 行第 {self.column} 列"
        if self.paragraph:
            words += f"第 {self.paragraph} 段"
        return words


@dataclass(frozen=True, slots=True)
class ReadParagraph:
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


@dataclass(frozen=True, slots=True)
class ReadCell:
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


@dataclass(frozen=True, slots=True)
class ReadTable:
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


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document in reading order; ``aside`` holds headers, footers, text boxes and notes."""

    shown: str
    kind: DocumentKind
    blocks: tuple[ReadBlock, ...]
    aside: tuple[ReadParagraph, ...] = ()
    remarks: tuple[str, ...] = ()
