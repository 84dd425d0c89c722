"""A page of the workbook as it is laid out: cells with what they hold, before anything is written.

Column A and row 1 are hidden: they mark rows and columns, so that a row is known wherever it went.
"""

from enum import StrEnum
from typing import NamedTuple

from generator.excel.form.slot import ListAt, Slot


class FormLook(StrEnum):
    """What kind of cell it is."""

    TITLE = "title"
    BLOCK = "block"
    HEAD = "head"
    LABEL = "label"
    NOTE = "note"
    INPUT = "input"
    NUMBER = "number"
    DAY = "day"
    SCORE = "score"
    RATE = "rate"
    LAMP = "lamp"
    COUNT = "count"
    WORKING = "working"


class Live(NamedTuple):
    """A formula, and what we work out ourselves (``""``: nothing)."""

    formula: str
    value: str | float = ""
    is_array: bool = False


Content = str | Slot | Live


class Placed(NamedTuple):
    """A cell: where it stands, over how many columns and rows, what it holds."""

    row: int
    column: int
    content: Content
    look: FormLook
    width: int = 1
    height: int = 1
    source: str = ""  # the cells that a drop-down takes its words from
    places: int = 2


class Page(NamedTuple):
    """A sheet."""

    name: str
    cells: tuple[Placed, ...]
    lists: tuple[ListAt, ...]
    heights: tuple[tuple[int, float], ...]
    beside: tuple[tuple[int, bool], ...]  # columns to the right of the form, and which are in use
    widths: tuple[float, ...]


MARKS = 0  # the hidden row and the hidden column
FIRST, SECOND, LAST = 1, 2, 10
NAME, TARGET, ACTUAL, WEIGHT, OWN, SCORE, LAMP, REASON = 3, 4, 5, 6, 7, 8, 9, 10
OPTIONAL, WORKING = 11, 40
LABELLED = NAME - FIRST  # columns that a label covers
WIDTHS = (2, 12, 14, 26, 15, 15, 11, 11, 10, 16, 34)


def letters(column: int) -> str:
    """Return the letters of a column, counted from 0."""
    text = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def cell(row: int, column: int) -> str:
    """Return the name of a cell in formulas."""
    return f"${letters(column)}${row + 1}"


def span(first: int, last: int, column: int) -> str:
    """Return the cells of a column from one row to another."""
    return f"{cell(first, column)}:{cell(last, column)}"


class PageRows:
    """Lays a page out from top to bottom; a formula asks it where a cell will stand."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = 1
        self._cells: list[Placed] = []
        self._lists: list[ListAt] = []
        self._heights: dict[int, float] = {}
        self._beside: dict[int, bool] = {}
        self.widths: tuple[float, ...] = WIDTHS

    def put(
        self,
        column: int,
        content: Content,
        look: FormLook,
        *,
        width: int = 1,
        height: int = 1,
        source: str = "",
        places: int = 2,
    ) -> str:
        """Put a cell into the row in hand; returns its name."""
        self._cells.append(Placed(self.row, column, content, look, width, height, source, places))
        return cell(self.row, column)

    def at(self, column: int) -> str:
        """Return the name of a cell of the row in hand."""
        return cell(self.row, column)

    def end(self, height: float = 0) -> None:
        """Go on to the next row."""
        if height:
            self._heights[self.row] = height
        self.row += 1

    def beside(self, column: int, *, is_used: bool) -> None:
        """Note a column to the right of the form; one that nothing uses is folded away."""
        self._beside[column] = is_used or self._beside.get(column, False)

    def list_of(self, own: ListAt) -> None:
        """Note a list whose rows stand here."""
        self._lists.append(own)

    def page(self) -> Page:
        """Return the page."""
        return Page(
            self.name,
            tuple(self._cells),
            tuple(self._lists),
            tuple(self._heights.items()),
            tuple(sorted(self._beside.items())),
            self.widths,
        )
