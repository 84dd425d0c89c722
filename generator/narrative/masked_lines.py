"""The lines of a text as it stands in its file, with its tags hidden: in those nothing is a mark."""

from typing import NamedTuple

from generator.language.cut import TEXT, cut
from generator.narrative.text_line import MASK


class MarkFault(NamedTuple):
    """A mark that is wrong: where, what, and how it is written."""

    line: int
    column: int
    message: str
    hint: str
    quote: str = ""


class MaskedLine(NamedTuple):
    """A line that says something, and the column at which its words begin."""

    number: int
    column: int
    masked: str

    def fault(self, at: int, message: str, hint: str, quote: str = "") -> MarkFault:
        """Return a fault at a character of the line."""
        return MarkFault(self.number, self.column + at, message, hint, quote or self.masked[:20])


def masked_lines(text: str) -> list[MaskedLine]:
    """Cut a text into lines; those that hold nothing but tags say nothing."""
    hidden = list(text)
    at = 0
    for piece in (p for p in cut(text) if p.kind == TEXT):
        _hide(hidden, at, piece.start)
        at = max(at, piece.end)
    _hide(hidden, at, len(text))
    lines = []
    for number, line in enumerate("".join(hidden).split("\n"), 1):
        words = line.strip(" \t\r\u3000")
        if words.strip(f"{MASK} "):
            lines.append(MaskedLine(number, line.index(words) + 1, words))
    return lines


def _hide(signs: list[str], start: int, end: int) -> None:
    signs[start:end] = [sign if sign in "\n " else MASK for sign in signs[start:end]]
