"""Read the blocks of a text as they were found, whatever stands around them."""

from collections.abc import Iterator
from typing import Final

from generator.base.document_place import DocumentPlace
from generator.word.edited.edited_story import PARAGRAPH, Block, Grid, Line, Passage, Slot
from generator.word.edited.edited_words import Said, says_nothing
from generator.word.xml import Element, W

_TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("tbl", "tr", "tc"))
_SHAPE, _SPAN, _MERGE = (f"{W}{name}" for name in ("tcPr", "gridSpan", "vMerge"))
# Around paragraphs, tables, rows and cells may stand these; they are looked through.
_HOLDERS: Final = frozenset(f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


def read_blocks(holder: Element, part: str = "", said: Said = says_nothing) -> list[Block]:
    """Read the blocks of a body, a header, a note; ``said`` tells what notes and comments say."""
    return _Reader(part, said).blocks(holder)


def read_grid(table: Element, place: DocumentPlace) -> Grid:
    """Read a table as it is now."""
    return _Reader(place.part, says_nothing).grid(table, place)


class _Reader:
    def __init__(self, part: str, said: Said) -> None:
        self._part, self._said = part, said
        self._paragraphs = self._tables = 0

    def blocks(self, holder: Element) -> list[Block]:
        found: list[Block] = []
        for child in _inside(holder, PARAGRAPH, _TABLE):
            if child.tag == PARAGRAPH:
                self._paragraphs += 1
                place = DocumentPlace(part=self._part, paragraph=self._paragraphs)
                found.append(Passage(child, place, self._said))
            else:
                self._tables += 1
                place = DocumentPlace(part=self._part, table=self._tables)
                found.append(self.grid(child, place))
        return found

    def grid(self, table: Element, place: DocumentPlace) -> Grid:
        grid = Grid(table, place)
        rows = (row for row in _inside(table, _ROW) if not _is_struck(row))
        for row, element in enumerate(rows, 1):
            grid.lines.append(self._line(element, place._replace(row=row)))
        return grid

    def _line(self, row: Element, place: DocumentPlace) -> Line:
        line = Line(row, place._replace(column=1))
        column = _before(row)
        for cell in _inside(row, _CELL):
            width, merge = _shape(next(cell.iterchildren(_SHAPE), None))
            slot = Slot(cell, column, width, merge, place._replace(column=column + 1))
            nested = 0
            for child in _inside(cell, PARAGRAPH, _TABLE):
                if child.tag == PARAGRAPH:
                    slot.blocks.append(Passage(child, slot.place, self._said))
                else:
                    nested += 1
                    inner = DocumentPlace(part=f"{slot.place}里的", table=nested)
                    slot.blocks.append(self.grid(child, inner))
            line.slots.append(slot)
            column += width
        return line


def _inside(holder: Element, *tags: str) -> Iterator[Element]:
    for child in holder:
        if child.tag in tags:
            yield child
        elif child.tag in _HOLDERS:
            yield from _inside(child, *tags)


def _is_struck(row: Element) -> bool:
    """Tell whether somebody struck the row out while changes were tracked."""
    return row.find(f"{W}trPr/{W}del") is not None


def _before(row: Element) -> int:
    return number_of(row.find(f"{W}trPr/{W}gridBefore"), 0)


def number_of(element: Element | None, usual: int) -> int:
    """Read the number that a property of a row or cell holds."""
    value = "" if element is None else element.get(f"{W}val") or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else usual


def _shape(shape: Element | None) -> tuple[int, str]:
    """Read how wide a cell is and how it is merged; nearly every cell of a large table says nothing of it."""
    width, merge = 1, ""
    for said in () if shape is None else shape:
        if said.tag == _SPAN:
            width = number_of(said, 1)
        elif said.tag == _MERGE:
            merge = said.get(f"{W}val") or "continue"
    return width, merge
