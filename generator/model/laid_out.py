"""A Word file as it is laid out: sections, paragraphs and tables with the looks that Word works out.

Lengths are twips, sizes of letters half points, indents in characters hundredths, as Word keeps them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.document_place import DocumentPlace

HALF_POINT = 10  # twips
_SINGLE = 240
_SINGLE_EM = 12  # twips of a single line for a half point: 1.2 em


class Letters(NamedTuple):
    """How the letters of a run look; a font without a name is what the program takes."""

    chinese: str = ""
    latin: str = ""
    size: int = 20
    is_bold: bool = False
    colour: str = ""  # empty: automatic, or black
    spacing: int = 0
    is_hinted: bool = False  # marks that both scripts have are set as Chinese ones


class LaidRun(NamedTuple):
    """Words of one look."""

    text: str
    letters: Letters


class Setting(NamedTuple):
    """How a paragraph stands. Of two ways to say an indent that in characters holds, where it is said."""

    style: str = ""
    level: int = 0  # of the outline, 0: body text
    side: str = ""
    first: int = 0  # of the first line; below 0 it hangs
    first_chars: int | None = None
    left: int = 0
    left_chars: int | None = None
    right: int = 0
    right_chars: int | None = None
    line: int = _SINGLE
    rule: str = "auto"
    before: int = 0
    after: int = 0
    is_kept: bool = False  # with the next one, on one page
    begins_page: bool = False
    is_on_grid: bool = True
    is_framed: bool = False


class LaidParagraph(NamedTuple):
    """A paragraph."""

    place: DocumentPlace
    runs: tuple[LaidRun, ...]
    setting: Setting
    mark: Letters  # of its end: that of an empty one
    number: str = ""  # that Word counts and does not store
    counted: str = ""  # the format of that number, such as decimal or bullet
    breaks_before: bool = False  # a page ends before its words, or behind them
    breaks_after: bool = False
    holds_more: bool = False  # a picture, a text box, a formula

    @property
    def text(self) -> str:
        """Return its words without an automatic number."""
        return "".join([run.text for run in self.runs])

    @property
    def shown(self) -> str:
        """Return its words as a reader sees them."""
        return self.number + self.text

    @property
    def is_blank(self) -> bool:
        """Tell whether it prints nothing."""
        return not (self.number or self.holds_more or self.text.strip())

    @property
    def size(self) -> int:
        """Return the size of most of its letters."""
        sizes: dict[int, int] = {}
        for run in self.runs:
            sizes[run.letters.size] = sizes.get(run.letters.size, 0) + len(run.text.strip())
        return max(sizes, key=lambda size: sizes[size]) if sizes else self.mark.size

    @property
    def line_height(self) -> int:
        """Return how high its lines are."""
        single = self.size * _SINGLE_EM
        if self.setting.rule == "exact":
            return self.setting.line
        if self.setting.rule == "atLeast":
            return max(self.setting.line, single)
        return single * self.setting.line // _SINGLE

    def indent(self, side: str) -> float:
        """Return an indent (first, left, right) in characters of its size."""
        chars = getattr(self.setting, f"{side}_chars")
        if chars is not None:
            return float(chars) / 100
        return float(getattr(self.setting, side)) / (self.size * HALF_POINT)


class LaidCell(NamedTuple):
    """A cell: its first row and column in the grid, over how many it goes, the space within it."""

    place: DocumentPlace
    row: int
    column: int
    rows: int
    span: int
    paragraphs: tuple[LaidParagraph, ...]
    margins: tuple[int, int, int, int]  # above, left, below, right
    is_middle: bool = False  # its words stand in the middle of its height
    is_upright: bool = False  # its words run from top to bottom
    nests: bool = False

    @property
    def text(self) -> str:
        """Return its words, a line for each paragraph."""
        return "\n".join(paragraph.shown for paragraph in self.paragraphs)


class LaidRow(NamedTuple):
    """A row: whether it is repeated on every page, may go on to another one, and its own height."""

    is_head: bool = False
    may_part: bool = True
    height: int = 0
    is_exact: bool = False
    keeps_on: bool = False  # all its paragraphs stay with the next


class LaidTable(NamedTuple):
    """A table."""

    place: DocumentPlace
    widths: tuple[int, ...]
    rows: tuple[LaidRow, ...]
    cells: tuple[LaidCell, ...]
    has_top: bool = True  # a rule
    has_foot: bool = True
    is_floating: bool = False

    def width_of(self, cell: LaidCell) -> int:
        """Return how wide a cell is."""
        return sum(self.widths[cell.column : cell.column + cell.span])


LaidBlock = LaidParagraph | LaidTable


class PageNumber(NamedTuple):
    """How pages are numbered: on which of them, the words around the number, where, in what letters."""

    pages: str  # default, even, first
    side: str
    before: str
    after: str
    letters: Letters


class LaidSection(NamedTuple):
    """A section: its paper, and the blocks in it."""

    blocks: tuple[LaidBlock, ...]
    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    grid: str = ""  # lines, linesAndChars; empty: none
    pitch: int = 0  # of the grid
    grid_spacing: int = 0  # of its characters: 4096ths of a point
    begins_page: bool = True
    has_first: bool = False  # its first page has a foot of its own
    numbers: tuple[PageNumber, ...] = ()

    @property
    def area(self) -> tuple[int, int]:
        """Return width and height of the text."""
        return self.width - self.left - self.right, self.height - self.top - self.bottom


class LaidOut(NamedTuple):
    """A document."""

    shown: str
    sections: tuple[LaidSection, ...]
    has_odd_and_even: bool = False

    @property
    def blocks(self) -> Iterator[LaidBlock]:
        """Go through all blocks."""
        for section in self.sections:
            yield from section.blocks
