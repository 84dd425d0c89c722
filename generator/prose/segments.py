"""Which stretch of a text every printed character came from: the words between tags, or a tag.

The text is rendered with a mark around every stretch, so that choosing and repeating take place
as always and each character still says where it was written.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.language.cut import PRINT, TEXT, cut
from generator.language.quoting_fault import LanguageError
from generator.model.spans import Spans
from generator.model.units import Units
from generator.prose.prose_render import quotes_figures, render

_OPEN, _MIDDLE, _CLOSE = "\ufddc", "\ufddd", "\ufdde"
_MARKS = Pattern(f"{_OPEN}(\\d+){_MIDDLE}|{_CLOSE}")


class Segment(NamedTuple):
    """A stretch of a text as written; a quotation prints what it quotes, other tags print nothing."""

    start: int
    end: int
    is_quotation: bool


class Run(NamedTuple):
    """What a segment printed: the words, from where, and as which figure.

    A segment that is repeated prints several times; ``turn`` counts all prints of a text.
    """

    segment: int
    turn: int
    start: int
    text: str
    figure: str

    @property
    def end(self) -> int:
        """Return where it ends in what was printed."""
        return self.start + len(self.text)


class Traced(NamedTuple):
    """A text in segments, and what these printed, in order."""

    segments: tuple[Segment, ...]
    runs: tuple[Run, ...]


def trace(text: str, names: Mapping[str, Any], units: Units) -> Traced | None:
    """Render a text and tell what printed each character (``None``: that cannot be told)."""
    if not quotes_figures(text):
        whole = (Run(0, 0, 0, text, ""),) if text else ()
        return Traced((Segment(0, len(text), is_quotation=False),), whole)
    segments = _segments(text)
    if segments is None:
        return None
    try:
        runs = tuple(_runs(render(_marked(text, segments), names, units)))
        plain = render(text, names, units)
    except LanguageError:
        return None
    if "".join(run.text for run in runs) != "".join(span.text for span in plain):
        return None
    return Traced(segments, runs)


def _segments(text: str) -> tuple[Segment, ...] | None:
    """Split a text at its tags; white space that these swallow belongs to no segment."""
    if "\r" in text:
        return None
    pieces = cut(text)
    if any(piece.fault is not None for piece in pieces):
        return None
    return tuple(
        Segment(piece.start, piece.end, piece.kind == PRINT)
        for piece in pieces
        if piece.kind in (TEXT, PRINT)
    )


def _marked(text: str, segments: tuple[Segment, ...]) -> str:
    pieces: list[str] = []
    at = 0
    for number, own in enumerate(segments):
        pieces += (_between(text[at : own.start]), f"{_OPEN}{number}{_MIDDLE}")
        pieces += (text[own.start : own.end], _CLOSE)
        at = own.end
    return "".join((*pieces, _between(text[at:])))


def _between(tags: str) -> str:
    """Leave out the white space that was dropped before a tag: behind a mark it would be printed."""
    return tags.lstrip() if "{" in tags else ""


def _runs(spans: Spans) -> Iterator[Run]:
    segment = turn = at = 0
    for span in spans:
        begin = 0
        for mark in _MARKS.finditer(span.text):
            if words := span.text[begin : mark.start()]:
                yield Run(segment, turn, at, words, span.figure)
                at += len(words)
            begin = mark.end()
            if mark[1]:
                segment, turn = int(mark[1]), turn + 1
        if words := span.text[begin:]:
            yield Run(segment, turn, at, words, span.figure)
            at += len(words)
