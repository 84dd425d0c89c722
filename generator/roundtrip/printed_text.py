"""What a paragraph of ours prints: its words, and which of them are figures."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.roundtrip.anchor_book import AnchorBook
from generator.word.edited.edited_story import Passage

_TOKEN = Pattern(r"\d+(?:,\d{3})*(?:\.\d+)?|[A-Za-z]+|.", re.DOTALL)
FIGURE = "\0"


class Quoted(NamedTuple):
    """A figure where it is printed, with its anchor."""

    start: int
    end: int
    figure: str
    name: str


class Token(NamedTuple):
    """A word, a number or a figure, and where it stands."""

    key: str
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Tell a figure from words that look like it."""
        return self.key.startswith(FIGURE)


class Printed(NamedTuple):
    """The words and figures of a paragraph."""

    text: str
    quoted: tuple[Quoted, ...] = ()

    def tokens(self) -> list[Token]:
        """Cut the words up; a figure is one token, whatever it shows."""
        return tokens_around(self.text, [(q.start, q.end, q.figure) for q in self.quoted])


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut words up: numbers as wholes, the rest by characters."""
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def tokens_around(text: str, figures: Iterable[tuple[int, int, str]]) -> list[Token]:
    """Cut words up around figures in their order; a figure is one token that bears its name."""
    found: list[Token] = []
    at = 0
    for start, end, name in figures:
        found += tokens_of(text, at, start)
        found.append(Token(f"{FIGURE}{name}", start, end))
        at = end
    return [*found, *tokens_of(text, at, len(text))]


def printed(passage: Passage, book: AnchorBook) -> Printed:
    """Read a paragraph that we wrote."""
    words = passage.words
    found = [
        Quoted(mark.start, mark.end, book[name].figure, name)
        for name, mark in words.marks.items()
        if name in book
        and book[name].figure
        and mark.start is not None
        and mark.end is not None
        and mark.start < mark.end
    ]
    found.sort()
    apart: list[Quoted] = []
    for quoted in found:
        if not apart or quoted.start >= apart[-1].end:
            apart.append(quoted)
    return Printed(words.text, tuple(apart))
