"""The lines that words fill at a width, as word processors break them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.layout.ruler import Measured

LABEL = 24  # no more characters than these: words of the form, not sentences


class Lines(NamedTuple):
    """How many lines, how many of them end inside of what is not to be cut, and how the last looks."""

    number: int
    broken: int = 0
    is_lone: bool = False


ONE = Lines(1)


def lines_in(words: Measured, width: int) -> Lines:
    """Set words into a width (in units of an em), line by line."""
    if words.ends[-1] <= width:
        return ONE
    lines = _counted(words, ends_of_lines(words, width))
    if lines.broken and len(words.text) <= LABEL:
        kept = _counted(words, ends_of_lines(words, width, is_whole=True))
        return kept if kept.broken < lines.broken else lines
    return lines


def ends_of_lines(words: Measured, width: int, *, is_whole: bool = False) -> list[int]:
    """Return where lines end; ``is_whole`` keeps together what is not to be cut wherever it fits."""
    found: list[int] = []
    start, final = 0, len(words.text)
    while start < final:
        start = _end_of_line(words, width, start, is_whole=is_whole)
        found.append(start)
    return found


def _end_of_line(words: Measured, width: int, start: int, *, is_whole: bool = False) -> int:
    """Return where a line ends that begins at ``start``."""
    limit = width + words.ends[start] + words.gaps[start]
    if words.ends[-1] <= limit:
        return len(words.text)
    stops = words.whole_stops if is_whole else words.stops
    reaches = words.whole_reaches if is_whole else words.reaches
    index = bisect_right(reaches, limit) - 1
    if index >= 0 and stops[index] > start:
        return stops[index]
    # Not even the next piece fits: it is cut where the line is full.
    return max(bisect_right(words.ends, limit, start) - 1, start + 1)


def breaks_to_place(words: Measured, width: int) -> Iterator[int]:
    """Give where a label needs a line break, so that what is not to be cut stays whole."""
    if words.ends[-1] <= width or len(words.text) > LABEL:
        return
    natural = ends_of_lines(words, width)
    if not _counted(words, natural).broken:
        return
    kept = ends_of_lines(words, width, is_whole=True)
    if _counted(words, kept).broken >= _counted(words, natural).broken:
        return
    start = 0
    for end in kept[:-1]:
        if end in words.starts and _end_of_line(words, width, start) != end:
            yield end
        start = end


def _counted(words: Measured, ends: list[int]) -> Lines:
    broken = sum(end in words.cut for end in ends)
    last = ends[-2] if len(ends) > 1 else 0
    return Lines(len(ends), broken, len(ends) > 1 and _is_lone(words.text[last:]))


def _is_lone(line: str) -> bool:
    return len(line.rstrip("，。、；：！？）)】》”’%％〕")) <= 1 and len(line) <= 2  # fmt: skip
