"""What a template prints: words with their spans, their key and their merge state."""

from typing import Self

from generator.model.blocks import Spans, plain_text


class Words(str):
    """Words for a template; what plain Jinja prints of them is the string itself."""

    __slots__ = ("key", "merge", "right", "spans")

    spans: Spans
    key: str
    merge: str
    right: int

    @classmethod
    def of(cls, spans: Spans, key: str, merge: str = "", right: int = 0) -> Self:
        """Make words of spans; ``right`` is an indent in hundredths of a character."""
        words = cls(spans[0].text if len(spans) == 1 else plain_text(spans))
        words.spans, words.key, words.merge, words.right = spans, key, merge, right
        return words


class Markup(str):
    """A piece of XML that stands for runs: a field, a drawing. Written as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell Jinja that nothing is to be escaped."""
        return str(self)
