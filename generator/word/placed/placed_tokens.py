"""Signs that stand for a block, or for a footnote, while a template is filled; none reaches the page."""

from collections.abc import Sequence
from typing import Final

from generator.base.pattern import Pattern
from generator.model.spans import Span, Spans

_BLOCK_OPEN, _BLOCK_CLOSE = "\ufde0", "\ufde1"
_NOTE_OPEN, _NOTE_CLOSE = "\ufde2", "\ufde3"
NEW_PAGE: Final = "\ufde4"
BLOCK: Final = Pattern(f"{_BLOCK_OPEN}(\\d+){_BLOCK_CLOSE}")
NOTE: Final = Pattern(f"{_NOTE_OPEN}(\\d+){_NOTE_CLOSE}")


def block_token(number: int) -> str:
    """Return what stands for a block."""
    return f"{_BLOCK_OPEN}{number}{_BLOCK_CLOSE}"


def note_token(number: int) -> str:
    """Return what stands for the mark of a footnote."""
    return f"{_NOTE_OPEN}{number}{_NOTE_CLOSE}"


def with_notes(spans: Spans, notes: Sequence[tuple[int, int]]) -> Spans:
    """Put the marks of footnotes into words: behind how many characters, and which; a figure stays whole."""
    made: list[Span] = []
    waiting = list(notes)
    at = 0
    for span in spans:
        words, end = span.text, at + len(span.text)
        pieces: list[str] = []
        begin = 0
        while waiting and waiting[0][0] < end and not span.figure:
            place, number = waiting.pop(0)
            cut = max(0, place - at)
            pieces += (words[begin:cut], note_token(number))
            begin = cut
        made.append(span._replace(text="".join((*pieces, words[begin:]))))
        at = end
        here = [number for place, number in waiting if place <= end]
        waiting = waiting[len(here) :]
        if here:
            made.append(Span("".join(map(note_token, here))))
    made += [Span(note_token(number)) for _, number in waiting]
    return tuple(made)
