"""Turn a person's sentence back into the text of an input: their words, our quotations."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.model.blocks import Spans

_TAG = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class Piece(NamedTuple):
    """A stretch of an input text: as written, as shown; a quotation or plain words."""

    raw: str
    shown: str
    is_quotation: bool


def pieces_of(raw: str, spans: Spans) -> list[Piece] | None:
    """Set the quotations of an input text beside what they show (``None``: they cannot be told apart)."""
    tags = _TAG.findall(raw)
    words = _TAG.split(raw)
    shown = [span.text for span in spans if span.figure]
    if "{%" in raw or len(tags) != len(shown):
        return None
    if "".join(s.text for s in spans if not s.figure) != "".join(words).removesuffix("\n"):
        return None
    found: list[Piece] = []
    for index, text in enumerate(words):
        if text:
            found.append(Piece(text, text, is_quotation=False))
        if index < len(tags):
            found.append(Piece(tags[index], shown[index], is_quotation=True))
    return found


def requote(
    pieces: Sequence[Piece], start: int, end: int, words: str
) -> tuple[str, list[str]] | None:
    """Write new words for a stretch of what a text shows; returns the whole new text as an input.

    Quotations that still stand among the new words stay quotations; the shown texts of those that
    do not are returned. ``None``: the stretch cuts a quotation in two.
    """
    before: list[str] = []
    after: list[str] = []
    inside: list[Piece] = []
    at = 0
    for piece in pieces:
        begin, at = at, at + len(piece.shown)
        if at <= start:
            before.append(piece.raw)
        elif begin >= end:
            after.append(piece.raw)
        elif piece.is_quotation:
            if begin < start or at > end:
                return None
            inside.append(piece)
        else:
            before.append(piece.raw[: max(0, start - begin)])
            if at > end:
                after.append(piece.raw[end - begin :])
    text, lost = _with_quotations(inside, words)
    return "".join((*before, text, *after)), lost


def _with_quotations(quotations: Sequence[Piece], words: str) -> tuple[str, list[str]]:
    made: list[str] = []
    lost: list[str] = []
    at = 0
    for piece in quotations:
        place = words.find(piece.shown, at)
        if place < 0:
            lost.append(piece.shown)
            continue
        made += (words[at:place], piece.raw)
        at = place + len(piece.shown)
    return "".join((*made, words[at:])), lost
