"""What rules over pages look at: a document in its parts, the standard, fonts, how letters are measured."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.layout.ruler import Ruler
from generator.model.font_families import Fonts
from generator.model.laid_out import LaidOut, LaidParagraph
from generator.model.page_standard import Element, LetterStandard, PageHouse
from generator.model.type_setting import TypeSetting
from generator.rules.finding import Finding
from generator.rules.page.page_flow import Flow, flow
from generator.rules.page.page_parts import Part, parts_of
from generator.rules.page.set_table import SetCell, SetTable, Setter

MILLIMETRE = 1440 / 25.4  # twips
POINT = 20
HALF_POINT = 10

_SPACES = " \u3000\t\xa0"
_SLIP = re.compile(r" (?![ \u3000])")  # a single one is a slip of the finger

Words = Callable[[str], Sequence[int]]  # where the words of a run of characters begin


class Yard(NamedTuple):
    """What pages are measured with."""

    letter: LetterStandard
    house: PageHouse
    fonts: Fonts
    setting: TypeSetting
    ruler: Ruler
    words: Words | None = None
    pitch: float = 0  # points: a line of the house, where it has one of its own


class FlowedTable(NamedTuple):
    """A table, the rows that would begin a page, the height of a page."""

    own: SetTable
    breaks: tuple[int, ...]
    page: int


class Pages:
    """A document and what it is measured with; what was worked out once is remembered."""

    def __init__(self, document: LaidOut, yard: Yard) -> None:
        self.document, self.yard = document, yard
        self.parts = parts_of(document, yard.house)
        self._setter = Setter(yard.ruler, yard.setting)
        self._flows: dict[int, Flow] = {}

    def flow(self, part: Part) -> Flow:
        """Return where the pages of a part would end."""
        if id(part) not in self._flows:
            self._flows[id(part)] = flow(part, self._setter)
        return self._flows[id(part)]

    @property
    def set_tables(self) -> Iterator[SetTable]:
        """Give the tables as they would be set."""
        return (self._setter.set(table) for part in self.parts for table in part.tables)

    @property
    def set_cells(self) -> Iterator[SetCell]:
        """Give the cells of all tables as they would be set."""
        return (cell for table in self.set_tables for cell in table.cells)

    @property
    def flowed(self) -> Iterator[FlowedTable]:
        """Give the tables with the rows that would begin a page."""
        for part in self.parts:
            for table, breaks in zip(part.tables, self.flow(part).breaks, strict=True):
                if not table.is_floating:
                    area = part.section.area[1]
                    yield FlowedTable(self._setter.set(table), breaks, area)

    @property
    def reports(self) -> Iterator[Part]:
        """Give the parts that are reports."""
        return (part for part in self.parts if part.is_report)

    def element(self, id: str) -> Element | None:
        """Return what the standard says of a kind of line."""
        return self.yard.letter.of(id)

    def basis(self, clause: str) -> str:
        """Name a clause of the standard."""
        return self.yard.letter.basis(clause)

    def family(self, font: str) -> str:
        """Return the kind of a font, such as 仿宋; one that nobody knows is its own kind."""
        style = self.yard.fonts.style_of(font) if font else None
        return font if style is None else style.name


PageRule = Callable[[Pages], Iterable[Finding]]


def han(text: str) -> int:
    """Count Chinese characters."""
    return sum("一" <= letter <= "鿿" for letter in text)


def has_leading_space(paragraph: LaidParagraph) -> bool:
    """Tell whether somebody typed spaces in front of a paragraph."""
    text = paragraph.text
    return bool(text.strip()) and text[0] in _SPACES and not _SLIP.match(text)


def in_mm(twips: float) -> str:
    """Write a length for people."""
    return f"{twips / MILLIMETRE:.1f}".removesuffix(".0")
