"""I31: texts that will make very high cells, told before there is a page."""

from collections.abc import Iterator
from functools import cache
from math import ceil

from generator.base.toml import KeyPath
from generator.layout.filled_lines import set_into
from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.model.dossier import Subject
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
        for keys, title, text, width in _texts(subject):
            # Nearly all texts cannot be that high, and are not measured.
            if _most_lines(text, width) > rules.lines:
                lines = _lines(text, width)
                if lines > rules.lines:
                    where = KeyPlace(subject.source_of(keys), keys)
                    yield Finding("high-cell", where, str(lines), str(rules.lines), name=title)


def _texts(subject: Subject) -> Iterator[tuple[KeyPath, str, str, int]]:
    """Give the texts of cells, with how many characters go beside each other there."""
    rules = type_setting().high
    for own in subject.indicators:
        titles = type(own.indicator).fields()
        for name in _NARROW:
            yield (
                (*own.keys, _key(name)),
                titles[name].title,
                getattr(own.indicator, name),
                rules.narrow,
            )
    for at in subject.goals:
        titles = type(at.goal).fields()
        for name in _WIDE:
            yield (*at.keys, name), titles[name].title, getattr(at.goal, name), rules.wide


def _key(name: str) -> str:
    return name.replace("_", "-")


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
