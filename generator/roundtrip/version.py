"""A version of a file as we wrote it: its blocks, and what their anchors stand for."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.roundtrip.anchor_book import AnchorBook
from generator.roundtrip.printed_text import FIGURE, Printed, printed
from generator.roundtrip.sequence_match import Signs
from generator.word.anchors import document_of, document_prefix
from generator.word.edited.edited_story import Block, Node, Passage
from generator.word.edited.file import WordFile
from generator.word.package import DOCUMENT
from generator.word.xml import W


class Version(NamedTuple):
    """A file of ours; of several documents in it perhaps only some."""

    file: WordFile
    book: AnchorBook
    documents: frozenset[str] = frozenset()  # none named: all
    shown: Mapping[str, Sequence[str]] = MappingProxyType({})  # by its figures
    is_remade: bool = (
        False  # from a record and a newer version: cells may be merged as they are now
    )

    def blocks(self, name: str) -> list[Block]:
        """Return the blocks of a text."""
        blocks = self.file.blocks(name)
        if not self.documents or name != DOCUMENT:
            return blocks
        return [b for part in sections(blocks) if self._is_wanted(part) for b in part]

    def _is_wanted(self, part: Sequence[Block]) -> bool:
        """Tell whether a section belongs to one of the documents; one without names goes with them."""
        owners = {document_of(name) for block in part for name in block.names}
        return not owners or bool(owners & set(map(document_prefix, self.documents)))

    def printed(self, passage: Passage) -> Printed:
        """Read what a paragraph prints."""
        return printed(passage, self.book)

    def whole_names(self, passage: Passage) -> list[str]:
        """Name the values that begin in a paragraph."""
        return [n for n in passage.words.marks if n in self.book and self.book[n].is_whole]


def sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Cut blocks where a section of the page ends; an empty paragraph that ends it belongs to none."""
    now: list[Block] = []
    for block in blocks:
        is_end = block.element.find(f"{W}pPr/{W}sectPr") is not None
        if not is_end or block.text.strip():
            now.append(block)
        if is_end:
            yield now
            now = []
    yield now


class ByKeys:
    """Know members by the keys of what they print: for two versions of ours.

    Paragraphs are counted, so their keys say little: they are known by their words, with every
    figure named instead of shown.
    """

    def __init__(self, *versions: Version) -> None:
        self._book = {name: own for version in versions for name, own in version.book.items()}

    def names(self, node: Node) -> frozenset[str]:
        """Return the anchors whose keys stay the same."""
        book = self._book
        return frozenset([n for n in node.own_names if n in book and not book[n].is_counted])

    def signs(self, node: Node) -> Signs:
        """Return keys and words."""
        book, names = self._book, self.names(node)
        if not isinstance(node, Passage):
            return Signs(names, node.own_text, type(node).__name__)
        own = next((book[n] for n in node.names if n in book and book[n].is_whole), None)
        # What loses its lead, or is parted behind it, is the same text all the same.
        kind = style_of(node) if own is None else "prose" if own.is_prose else own.kind
        return Signs(names, self._frame(node), f"Passage {kind}", is_text=True)

    def is_same(self, one: Node, other: Node) -> bool:
        """Rows and cells of the same keys are the same, paragraphs that say the same as well."""
        if type(one) is not type(other) or one.own_names != other.own_names:
            return False
        if not isinstance(one, Passage) or not isinstance(other, Passage):
            return bool(one.own_names) or one.text == other.text
        return one.text == other.text or self._frame(one) == self._frame(other)

    def _frame(self, passage: Passage) -> str:
        said = printed(passage, self._book)
        if not said.quoted:
            return said.text
        pieces: list[str] = []
        at = 0
        for quoted in said.quoted:
            pieces += (said.text[at : quoted.start], FIGURE, quoted.figure)
            at = quoted.end
        return "".join((*pieces, said.text[at:]))


def style_of(passage: Passage) -> str:
    """Return the style of a paragraph."""
    style = passage.element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val") or ""
