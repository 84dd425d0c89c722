"""I31: texts that will make very high cells, told before there is a page."""

from collections.abc import Iterator
from functools import cache
from math import ceil

from generator.base.toml import KeyPath
from generator.layout.filled_lines import set_into
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.model.dossier import Subject
from generator.model.entry import Entry
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_WIDEST = 1.5  # em: a sign, and the gap before it
_NARROW = ("name", "description", "actual_text", "reason", "basis")
_WIDE = ("expected", "achieved", "adjusted", "reason")


def high_cells(evidence: Evidence) -> Iterator[Finding]:
    """Set what goes into narrow cells into lines, and tell the very high ones."""
    rules = type_setting().high
    for subject in evidence.dossier.subjects:
        for entry, keys, name, width in _texts(subject):
            text: str = getattr(entry, name)
            # Nearly all texts cannot be that high, and are not measured.
            if 2 * len(text) < rules.lines or _most_lines(text, width) <= rules.lines:
                continue
            lines = _lines(text, width)
            if lines > rules.lines:
                known = entry.fields()[name]
                own = (*keys, known.key)
                where = KeyPlace(subject.source_of(own), own)
                yield Finding("high-cell", where, str(lines), str(rules.lines), name=known.title)


def _texts(subject: Subject) -> Iterator[tuple[Entry, KeyPath, str, int]]:
    """Give the texts of cells by their names, with how many characters go beside each other there."""
    rules = type_setting().high
    for own in subject.indicators:
        yield from ((own.indicator, own.keys, name, rules.narrow) for name in _NARROW)
    for at in subject.goals:
        yield from ((at.goal, at.keys, name, rules.wide) for name in _WIDE)


def _most_lines(text: str, width: int) -> int:
    """Return how many lines a text takes at most: of two that follow each other one is filled."""
    number = text.count("\n") + 1
    return min(len(text) + number, ceil(2 * _WIDEST * len(text) / width) + 2 * number)


def _lines(text: str, width: int) -> int:
    ruler = _ruler()
    return sum(
        set_into(ruler.parts(own), width * ruler.em).lines.number
        for own in text.strip().split("\n")
    )


@cache
def _ruler() -> Ruler:
    return Ruler(type_setting())
