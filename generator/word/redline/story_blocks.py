"""The paragraphs, tables and fields over several paragraphs of which a text, a header or a cell is made."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.word.anchors import PREFIX
from generator.word.redline.carried import inside
from generator.word.redline.inline import open_fields, signature
from generator.word.redline.version_alignment import Item
from generator.word.xml import Element, W

PARAGRAPH: Final = f"{W}p"
TABLE: Final = f"{W}tbl"
_START = f"{W}bookmarkStart"
_ENDS_SECTION = "\x00section\x00"


class Block(NamedTuple):
    """A paragraph, a table, or the paragraphs of one field (a table of contents)."""

    item: Item
    elements: tuple[Element, ...]

    @property
    def element(self) -> Element:
        """Return the paragraph or table; of a field, its first paragraph."""
        return self.elements[0]

    @property
    def is_paragraph(self) -> bool:
        """Tell whether this is a single paragraph."""
        return self.item.kind == "paragraph"

    @property
    def ends_section(self) -> bool:
        """Tell whether a section with its own page set-up ends here."""
        return self.element.find(f"{W}pPr/{W}sectPr") is not None


def read_blocks(holder: Element) -> list[Block]:
    """Take a text apart."""
    blocks: list[Block] = []
    waiting: list[Element] = []
    depth = 0
    for child in inside(holder, PARAGRAPH, TABLE):
        depth += open_fields(child) if child.tag == PARAGRAPH else 0
        if depth <= 0 and not waiting:
            depth = 0
            blocks.append(_block(child))
            continue
        waiting.append(child)
        if depth <= 0:
            blocks.append(_field(waiting))
            waiting, depth = [], 0
    return [*blocks, *map(_block, waiting)]  # a field that never ends is none


def anchors_in(holder: Element) -> frozenset[str]:
    """Return the names of our anchors."""
    names = (mark.get(f"{W}name") or "" for mark in holder.iter(_START))
    return frozenset(name for name in names if name.startswith(PREFIX))


def said_in(holder: Element) -> str:
    """Return all that is said in a cell or table, paragraph by paragraph."""
    return "\n".join(signature(paragraph) for paragraph in holder.iter(PARAGRAPH))


def _block(child: Element) -> Block:
    if child.tag == TABLE:
        return Block(Item("table", said_in(child), anchors_in(child)), (child,))
    style = child.find(f"{W}pPr/{W}pStyle")
    named = "" if style is None else style.get(f"{W}val") or ""
    item = Item("paragraph", signature(child), anchors_in(child), named)
    block = Block(item, (child,))
    if not block.ends_section:
        return block
    ending = Item("paragraph", item.text + _ENDS_SECTION, item.anchors, named)
    return Block(ending, (child,))


def _field(children: Sequence[Element]) -> Block:
    return Block(Item("field", _together(children), frozenset()), tuple(children))


def _together(children: Sequence[Element]) -> str:
    return "\n".join(said for child in children for said in _said(child))


def _said(child: Element) -> Iterator[str]:
    yield said_in(child) if child.tag == TABLE else signature(child)
