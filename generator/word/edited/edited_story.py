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

PARAGRAPH: Final = f"{W}p"
_BOX: Final = f"{W}txbxContent"


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
            marks = [m for m in marks if next(m.iterancestors(_BOX, PARAGRAPH)) is own]
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
