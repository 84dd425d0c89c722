"""The lines that words fill at a width, as word processors break them."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.layout.ruler import Measured

_PAIR: Final = 2  # characters: more are never alone
_TRIES: Final = 12  # narrower widths that are looked at
_LONG: Final = 3  # lines: of such words nobody is to see that they use less than their room
_MARGIN: Final = 2  # em that long words leave free at most, for the sake of their last line
LAST: Final = 2  # times that a last line with one character counts
_LABEL: Final = 24  # characters: in words that are no longer, everybody sees what stands alone


class Lines(NamedTuple):
    """How many lines, how many end inside of what is not to be cut, how many have one character.

    A last line counts twice for that; of long words no other does.
    """

    number: int
    broken: int = 0
    lone: int = 0


_ONE: Final = Lines(1)


class Spaced(NamedTuple):
    """Characters of a paragraph that get room between them, or lose some."""

    start: int
    end: int
    extra: int  # units of an em, for each


class Setting(NamedTuple):
    """Words set into some room; ``width`` is what of it they are to use, ``spaced`` which are set closer or wider."""

    lines: Lines
    width: int
    spaced: tuple[Spaced, ...] = ()


def set_into(parts: Sequence[Measured], room: int) -> Setting:
    """Set a paragraph into some room (in units of an em), or into less of it where that looks better.

    ``parts`` are its words between line breaks. With less room a line ends before what would be
    cut, or the last one gets a second character.
    """
    if len(parts) == 1 and parts[0].ends[-1] <= room:
        return Setting(_ONE, room)
    ends, first = _set(parts, room)
    best, width = first, room
    if not (first.broken or first.lone):
        return Setting(first, room)
    longest = first.number + (1 if first.broken else 0)
    least = room - _MARGIN * parts[0].em if first.number >= _LONG else room // 2
    for _ in range(_TRIES):
        above = _reach(parts, ends) - 1
        if above < least and not best.broken:
            break
        ends, found = _set(parts, above)
        if found.number > longest:
            break
        if _rank(found) < _rank(best):
            best, width = found, _between(_reach(parts, ends), above, parts[0].em)
            if not (best.broken or best.lone):
                break
    return Setting(best, width)


def ends_of_lines(words: Measured, width: int) -> list[int]:
    """Return where lines end."""
    found: list[int] = []
    start, final = 0, len(words.text)
    while start < final:
        start = end_of_line(words, width, start)
        found.append(start)
    return found


def end_of_line(words: Measured, width: int, start: int) -> int:
    """Return where a line ends that begins at ``start``."""
    ends = words.ends
    limit = width + ends[start] + words.gaps[start]
    if ends[-1] <= limit:
        return len(words.text)
    index = bisect_right(words.reaches, limit) - 1
    if index >= 0 and words.stops[index] > start:
        return words.stops[index]
    # Not even the next piece fits: it is cut where the line is full.
    return max(bisect_right(ends, limit, start) - 1, start + 1)


def set_plainly(parts: Sequence[Measured], room: int) -> Lines:
    """Tell how words fill some room, all of which they use."""
    if len(parts) == 1 and parts[0].ends[-1] <= room:
        return _ONE
    return _set(parts, room)[1]


def _set(parts: Sequence[Measured], width: int) -> tuple[list[list[int]], Lines]:
    """Set words into a width; tells where lines end, and what is to be said of them at the worst."""
    ends = [ends_of_lines(words, width) for words in parts]
    lines = _counted(parts, ends, width)
    if any(words.closer for words in parts):
        others = [ends_of_lines(words.closer or words, width) for words in parts]
        if others != ends:
            lines = Lines(*map(max, lines, _counted(parts, others, width)))
    return ends, lines


def _rank(lines: Lines) -> tuple[int, int, int]:
    return (lines.broken, lines.number if not lines.broken else 0, lines.lone)


def _reach(parts: Sequence[Measured], ends: Sequence[Sequence[int]]) -> int:
    """Return how far the longest of some lines reaches."""
    longest = 0
    for words, own in zip(parts, ends, strict=True):
        start = 0
        for end in own:
            longest = max(longest, words.ends[end] - words.ends[start] - words.gaps[start])
            start = end
    return longest


def _between(least: int, most: int, em: int) -> int:
    """Choose a width at which lines stay as they are, a little from either end."""
    return min((least + most) // 2, least + em // 2)


def _counted(parts: Sequence[Measured], ends: Sequence[Sequence[int]], width: int) -> Lines:
    number = broken = lone = 0
    for words, own in zip(parts, ends, strict=True):
        if len(own) < _PAIR:  # nothing is cut, and what stands alone does so by itself
            number += 1
            continue
        number += len(own)
        if words.cut:
            broken += len(words.cut.intersection(own))
        if own[-1] - own[-2] <= _PAIR:
            lone += LAST * is_lone(words.text[own[-2] :])
        if may_pair(words, width):
            start = 0
            for end in own[:-1]:
                if end - start <= _PAIR:
                    lone += is_lone(words.text[start:end])
                start = end
    return Lines(number, broken, lone)


def may_pair(words: Measured, width: int) -> bool:
    """Tell a label with room for two characters in a line: none of its lines should have one."""
    return len(words.text) <= _LABEL and width >= _PAIR * words.em


def is_lone(line: str) -> bool:
    """Tell whether a line holds one character, marks aside."""
    return len(line) <= _PAIR and len(line.rstrip("，。、；：！？）)】》”’%％〕")) <= 1
