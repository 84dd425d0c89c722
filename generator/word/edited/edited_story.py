"""The blocks of a text as they were found: paragraphs, tables, their rows and cells, in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

from generator.base.document_place import DocumentPlace
from generator.word.anchors import document_of
from generator.word.edited.edited_words import (
    START,
    Plain,
    Said,
    Thing,
    Words,
    read_plain,
    read_words,
    says_nothing,
)
from generator.word.xml import Element, W

_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_SHAPE, _SPAN, _MERGE = (f"{W}{name}" for name in ("tcPr", "gridSpan", "vMerge"))
_BOX: Final = f"{W}txbxContent"
# Around paragraphs, tables, rows and cells may stand these; they are looked through.
_HOLDERS: Final = frozenset(f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class Node:
    """A paragraph, table, row or cell: its element, its place, and the anchors that begin in it."""

    element: Element
    place: DocumentPlace

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of our anchors that begin here, in their order."""
        return tuple(chain.from_iterable([member.names for member in self.members()]))

    @cached_property
    def text(self) -> str:
        """Return the words."""
        return "\n".join([passage.text for passage in self.passages()])

    @cached_property
    def own_names(self) -> tuple[str, ...]:
        """Return the names of our anchors, without those in tables that stand in its cells."""
        own = [member for member in self.members() if not isinstance(member, Grid)]
        return tuple(chain.from_iterable([member.own_names for member in own]))

    @cached_property
    def own_text(self) -> str:
        """Return the words, without those in tables that stand in its cells."""
        return "\n".join([passage.text for passage in self.own_passages()])

    def members(self) -> Sequence["Node"]:
        """Return what stands in it directly; what is read of all of them is put together once a level."""
        raise NotImplementedError

    def passages(self) -> Iterator["Passage"]:
        """Go through the paragraphs, those in tables included."""
        raise NotImplementedError

    def own_passages(self) -> Iterator["Passage"]:
        """Go through the paragraphs, without those in tables that stand in its cells."""
        raise NotImplementedError


@dataclass(eq=False)
class Passage(Node):
    """A paragraph."""

    element: Element
    place: DocumentPlace
    said: Said = says_nothing

    @cached_property
    def words(self) -> Words:
        """Return what stands in it."""
        return read_words(self.element, self.said)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Return the names of our anchors that begin here, in their order."""
        if self._plain is not None:
            return self._plain.names
        marks = list(self.element.iter(START))
        if marks and next(self.element.iter(_BOX), None) is not None:
            # What stands in a text box has paragraphs of its own.
            own = self.element
            marks = [m for m in marks if next(m.iterancestors(_BOX, _PARAGRAPH)) is own]
        found = [mark.get(f"{W}name") or "" for mark in marks]
        return tuple([name for name in found if document_of(name)])

    @property
    def own_names(self) -> tuple[str, ...]:
        """Return the names: a paragraph holds no table."""
        return self.names

    @property
    def own_text(self) -> str:
        """Return the words."""
        return self.text

    @cached_property
    def _plain(self) -> Plain | None:
        return read_plain(self.element)

    @property
    def text(self) -> str:
        """Return the words."""
        return self.words.text if self._plain is None else self._plain.text

    @property
    def things(self) -> Sequence[Thing]:
        """Return what stands in it beside words."""
        return self.words.things if self._plain is None else ()

    def members(self) -> Sequence[Node]:
        """Return nothing: what stands in it are words."""
        return ()

    def passages(self) -> Iterator["Passage"]:
        """Give itself."""
        yield self

    def own_passages(self) -> Iterator["Passage"]:
        """Give itself."""
        yield self


@dataclass(eq=False)
class Slot(Node):
    """A cell: the column of the grid at which it begins, how wide it is, how it is merged."""

    element: Element
    column: int
    width: int
    merge: str
    place: DocumentPlace
    blocks: list["Block"] = field(default_factory=list)

    def members(self) -> Sequence[Node]:
        """Return paragraphs and tables."""
        return self.blocks

    def passages(self) -> Iterator[Passage]:
        """Go through its paragraphs."""
        for block in self.blocks:
            yield from block.passages()

    def own_passages(self) -> Iterator[Passage]:
        """Go through the paragraphs that stand in it themselves."""
        return (block for block in self.blocks if isinstance(block, Passage))


@dataclass(eq=False)
class Line(Node):
    """A row."""

    element: Element
    place: DocumentPlace
    slots: list[Slot] = field(default_factory=list)

    def members(self) -> Sequence[Node]:
        """Return the cells."""
        return self.slots

    def passages(self) -> Iterator[Passage]:
        """Go through its paragraphs."""
        for slot in self.slots:
            yield from slot.passages()

    def own_passages(self) -> Iterator[Passage]:
        """Go through the paragraphs of its cells, without those in tables there."""
        for slot in self.slots:
            yield from slot.own_passages()


@dataclass(eq=False)
class Grid(Node):
    """A table."""

    element: Element
    place: DocumentPlace
    lines: list[Line] = field(default_factory=list)

    def members(self) -> Sequence[Node]:
        """Return the rows."""
        return self.lines

    def passages(self) -> Iterator[Passage]:
        """Go through its paragraphs."""
        for line in self.lines:
            yield from line.passages()

    def own_passages(self) -> Iterator[Passage]:
        """Go through the paragraphs of its cells, without those in tables there."""
        for line in self.lines:
            yield from line.own_passages()


Block = Passage | Grid


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
        for child in _inside(holder, _PARAGRAPH, _TABLE):
            if child.tag == _PARAGRAPH:
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
            for child in _inside(cell, _PARAGRAPH, _TABLE):
                if child.tag == _PARAGRAPH:
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
