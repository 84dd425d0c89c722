"""Titles on two lines: where the first one ends, so that no word is cut and both are nearly as long."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.layout.filled_lines import ends_of_lines
from generator.layout.ruler import Measured, Ruler
from generator.model.type_setting import TitleRules

_TWO = 2


class Title(NamedTuple):
    """How wide the lines of a title are to be, in units of an em; with that much room they end where they should."""

    width: int


def title_of(text: str, room: int, ruler: Ruler, rules: TitleRules) -> Title | None:
    """Choose the end of the first line of a title that needs two; nothing where it is well as it is."""
    words = ruler.measured(text)
    closer = words.closer or words
    now = ends_of_lines(words, room)
    if len(now) != _TWO:
        return None
    ends = [end for end in _ends(text, rules) if _fits(words, end, room)]
    best = min(ends, key=lambda end: (abs(_second(words, end) - words.ends[end]), end), default=0)
    if not best or best == now[0] == ends_of_lines(closer, room)[0]:
        return None
    return Title(min(words.ends[best] + words.em // 2, room))


def _ends(text: str, rules: TitleRules) -> Iterator[int]:
    for end in range(1, len(text)):
        if text.startswith(rules.before, end) or text.endswith(rules.after, 0, end):
            yield end


def _fits(words: Measured, end: int, room: int) -> bool:
    """Tell whether a line may end there: the second one is no longer, so that none of it goes into the first."""
    return words.ends[end] <= room and _second(words, end) <= words.ends[end]


def _second(words: Measured, end: int) -> int:
    return words.ends[-1] - words.ends[end]
