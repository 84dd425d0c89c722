"""What a tag gives: words with their spans, their key and their merge state; and several joined."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Self

from generator.model.spans import Span, Spans, plain_text

CONTINUE = "continue"


class Words(str):
    """Words of a document; what plain Jinja prints of them is the string itself.

    A cell that goes on with the one above has the words of that one: ``below`` is what stands in
    the cell itself, for tables whose cells really are merged.
    """

    __slots__ = ("below", "key", "merge", "right", "spans")

    spans: Spans
    key: str
    merge: str
    right: int
    below: "Words | None"

    @classmethod
    def of(cls, spans: Spans, key: str, merge: str = "", right: int = 0) -> Self:
        """Make words of spans; ``right`` is an indent in hundredths of a character."""
        # Most cells of a form hold nothing, nearly all others one span.
        words = cls(spans[0].text if len(spans) == 1 else plain_text(spans)) if spans else cls()
        words.spans, words.key, words.merge, words.right = spans, key, merge, right
        words.below = None
        return words

    @property
    def figure(self) -> str:
        """Return the figure that these words show (empty: none, or words as well)."""
        return self.spans[0].figure if len(self.spans) == 1 else ""

    def saying(self, text: str) -> "Words":
        """Return other words for the same thing."""
        spans = (Span(text, self.figure),) if text else ()
        made = Words.of(spans, self.key, self.merge, self.right)
        made.below = self.below
        return made

    def converted(self, text: str, value: Decimal, unit: str) -> "Converted":
        """Return words for the same thing in another unit."""
        spans = (Span(text, self.figure),)
        made = Converted.of(spans, self.key, self.merge, self.right)
        made.below, made.value, made.unit = self.below, value, unit
        return made

    def held_by(self, above: "Words") -> "Words":
        """Return the words of the cell above for a cell that goes on with it."""
        made = Words.of(above.spans, above.key, CONTINUE, above.right)
        made.below = self
        return made

    def merged_as(self, state: str) -> "Words":
        """Return the same words for a cell of another merge state."""
        made = Words.of(self.spans, self.key, state, self.right)
        made.below = self.below
        return made


class Converted(Words):
    """Words for the same quantity in another unit, which a cell need not show."""

    __slots__ = ("unit", "value")

    unit: str
    value: Decimal


class Joined(str):
    """Several things in a row; each keeps its key and its figure."""

    __slots__ = ("parts",)

    parts: tuple[object, ...]

    @classmethod
    def of(cls, values: Sequence[object], between: str) -> "Joined":
        """Join words and figures."""
        parts: list[object] = []
        for value in values:
            parts += (between, value) if parts and between else (value,)
        joined = cls("".join(_texts(parts)))
        joined.parts = tuple(parts)
        return joined


def _texts(parts: Iterable[object]) -> Iterable[str]:
    return (part if isinstance(part, str) else str(getattr(part, "shown", part)) for part in parts)
