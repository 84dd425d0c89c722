"""A line of a section's text: its words with their figures marked, and where each character came from."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.spans import plain_text
from generator.prose.figure_marks import MARKED, split_spans
from generator.prose.origin_marks import rewrap, unwrap

MASK = "\0"  # stands for what is no mark of ours, whatever it shows


class TextLine(NamedTuple):
    """A line; without ``origins`` nobody asks where its words came from."""

    words: str
    origins: Sequence[str] | None = None

    @property
    def marked(self) -> str:
        """Return the words, marked with what is known of them."""
        return self.words if self.origins is None else rewrap(self.words, self.origins)

    @property
    def masked(self) -> str:
        """Return the words with figures hidden, character by character: in these nothing is a mark."""
        return masked_figures(self.words)

    @property
    def length(self) -> int:
        """Count the characters that are printed."""
        return len(plain_text(split_spans(self.words)))

    def cut(self, start: int, end: int | None = None) -> "TextLine":
        """Return a part of the line, without the blanks around it."""
        words = self.words[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        return self.part(first, max(first, last))

    def part(self, start: int, end: int) -> "TextLine":
        """Return a part of the line as it is."""
        origins = None if self.origins is None else self.origins[start:end]
        return TextLine(self.words[start:end], origins)

    def followed_by(self, other: "TextLine") -> "TextLine":
        """Return both lines in one."""
        if self.origins is None or other.origins is None:
            return TextLine(self.words + other.words)
        return TextLine(self.words + other.words, [*self.origins, *other.origins])


def plain_lines(text: str) -> list[TextLine]:
    """Cut a text into its lines; blank ones say nothing."""
    return [TextLine(line.strip()) for line in text.splitlines() if line.strip()]


def traced_lines(text: str) -> list[TextLine]:
    """Cut a text that bears marks of its origin."""
    bare, origins = unwrap(text)
    lines: list[TextLine] = []
    at = 0
    for line in bare.splitlines(keepends=True):
        found = TextLine(bare, origins).cut(at, at + len(line))
        if found.words:
            lines.append(found)
        at += len(line)
    return lines


def masked_figures(words: str) -> str:
    """Hide figures of marked words."""
    return MARKED.sub(lambda found: MASK * len(found[0]), words)
