"""A version of a file as we wrote it: its blocks, and what their anchors stand for."""

from typing import NamedTuple

from generator.roundtrip.alignment import Sense
from generator.roundtrip.anchor_book import AnchorBook
from generator.roundtrip.printed_text import Printed, printed
from generator.roundtrip.sequence_match import Signs
from generator.word.edited.file import WordFile
from generator.word.edited.story import Node, Passage
from generator.word.xml import W


class Version(NamedTuple):
    """A file of ours."""

    file: WordFile
    book: AnchorBook

    def printed(self, passage: Passage) -> Printed:
        """Read what a paragraph prints."""
        return printed(passage, self.book)

    def whole_names(self, passage: Passage) -> list[str]:
        """Name the values that begin in a paragraph."""
        return [n for n in passage.words.marks if n in self.book and self.book[n].is_whole]


def by_keys(*versions: Version) -> Sense:
    """Know a member by the keys of what it prints: for two versions of ours.

    Paragraphs are counted, so their keys say little: they are known by their words, with every
    figure named instead of shown.
    """
    book = {name: own for version in versions for name, own in version.book.items()}

    def sense(node: Node) -> Signs:
        names = frozenset(n for n in node.names if n in book and not book[n].is_counted)
        if not isinstance(node, Passage):
            return Signs(names, node.text, type(node).__name__)
        kinds = [book[n].kind for n in node.names if n in book and book[n].is_whole]
        kind = kinds[0] if kinds else style_of(node)
        return Signs(names, _frame(node, book), f"Passage {kind}", is_text=True)

    return sense


def _frame(passage: Passage, book: AnchorBook) -> str:
    said = printed(passage, book)
    if not said.quoted:
        return said.text
    return "".join(
        t.key if t.key.startswith("\0") else said.text[t.start : t.end] for t in said.tokens()
    )


def style_of(passage: Passage) -> str:
    """Return the style of a paragraph."""
    style = passage.element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val") or ""
