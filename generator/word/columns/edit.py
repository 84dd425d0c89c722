"""Changes to a text, put in at once."""

from collections.abc import Sequence
from typing import NamedTuple


class Edit(NamedTuple):
    """What is to stand in the place of a stretch of a text."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with some stretches changed."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        pieces += (text[at : edit.start], edit.words)
        at = edit.end
    return "".join((*pieces, text[at:]))
