"""A sentence without what is everybody's own in it: names, years and figures become marks.

Two sentences that are alike after that were written from one. A name or year that was taken out is
remembered, so that one that is another's can be told.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.rules.tree.home import PROJECT, UNIT, YEAR, KnownNames
from generator.wording.passage import Passage

# What is quoted is its own, whatever it gives; only some quotations give a name or the year.
_QUOTED = {"unit.name": UNIT, "unit.short": UNIT, "name": PROJECT, "year": YEAR}
_MARKS = {UNIT: "\x01", PROJECT: "\x02", YEAR: "\x03"}
_FIGURE = "#"
_PIECE = Pattern(
    r"\{\{\s*(?P<quoted>[^{}]*?)\s*\}\}|\{%.*?%\}|(?<![0-9.])(?P<year>20[0-9]{2})(?=年)"
    r"|〔?[0-9]+(?:\.[0-9]+|[,，][0-9]{3}(?![0-9]))*[%％]?〕?"
    rf"|[{NUMERALS}]+(?=[是、个项])"
)


class Slot(NamedTuple):
    """A name or year that was taken out; ``start`` is where it stood (-1: it was quoted)."""

    kind: str
    word: str
    start: int


class Masked(NamedTuple):
    """What is left of a sentence, and what was taken out of it."""

    key: str
    slots: tuple[Slot, ...]

    @property
    def said(self) -> int:
        """Count the characters that the sentence says by itself."""
        return len(self.key) - len(self.slots) - self.key.count(_FIGURE)


def mask(sentence: str, known: KnownNames) -> Masked:
    """Take names, years and figures out of a sentence."""
    parts: list[str] = []
    slots: list[Slot] = []
    end = 0
    for at, name in known.index.find(Passage("paragraph", sentence)):
        kind = known.kind(name)
        parts += _plain(sentence[end:at], end, slots)
        parts.append(_MARKS[kind])
        slots.append(Slot(kind, name, at))
        end = at + len(name)
    parts += _plain(sentence[end:], end, slots)
    return Masked("".join(parts).rstrip("。；！？"), tuple(slots))


def _plain(text: str, offset: int, slots: list[Slot]) -> Iterator[str]:
    at = 0
    for found in _PIECE.finditer(text):
        yield text[at : found.start()]
        at = found.end()
        year, quoted = found["year"], found["quoted"]
        kind = YEAR if year else _QUOTED.get(quoted or "", "")
        yield _MARKS[kind] if kind else _FIGURE
        if kind:
            slots.append(Slot(kind, year or "", offset + found.start() if year else -1))
    yield text[at:]
