"""The lines of a paragraph of text chosen together, where one after the other they would cut what is to stay whole.

A long document number may neither fit at the end of a line nor leave so much room there that its
letters can take it up. Then lines before it end a little sooner or later.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.layout.adjust import adjusted_lines, lines_to
from generator.layout.filled_lines import LAST, Lines, Setting, Spaced, is_lone
from generator.layout.pushed import Line, bounds, spare_of
from generator.layout.ruler import Limits, Measured

_SURE: Final = 200  # the part of an em that letters are set closer for that


class _Way(NamedTuple):
    """Lines from some place on, and what is to be said against them: the worse first."""

    broken: int
    lone: int
    moved: int
    lines: tuple[Line, ...]

    def rank(self) -> tuple[int, int, int]:
        """Tell which way is better."""
        return self[:3]


def chosen_lines(parts: Sequence[Measured], room: int, limits: Limits, first: int = 0) -> Setting:
    """Set a paragraph into some room with its lines adjusted: line by line, or together where that is better.

    ``first`` is how much its first line is indented.
    """
    plain = adjusted_lines(parts, room, limits, first)
    if not (plain.lines.broken or plain.lines.lone):
        return plain
    number = broken = lone = at = 0
    spaced: list[Spaced] = []
    for words in parts:
        way = _best(words, room, limits, first if not at else 0)
        if way is None:
            return plain
        number += max(len(way.lines), 1)
        broken, lone = broken + way.broken, lone + way.lone
        start = 0
        for line in way.lines:
            spaced += line.spaced(start, at)
            start = line.end
        at += len(words.text) + 1
    if (broken, lone) >= plain.lines[1:]:
        return plain
    return Setting(Lines(number, broken, lone), room, tuple(spaced))


def _best(words: Measured, room: int, limits: Limits, first: int) -> _Way | None:
    """Choose the lines of words: all ways are looked at, from the last line on."""
    variants = (words, words.closer) if words.closer else (words,)
    final = len(words.text)
    last = variants[-1]
    stops = last.stops  # those of all programs
    ways: dict[int, _Way] = {final: _Way(0, 0, 0, ())}
    for start in (*reversed(stops[:-1]), 0):
        own = room - (0 if start else first)
        most = own + own * limits.closer // words.em + words.em
        begin = last.ends[start] + last.gaps[start]
        found: list[_Way] = []
        for at in range(bisect_left(stops, start + 1), len(stops)):
            end = stops[at]
            if words.ends[end] - words.ends[start] - words.gaps[start] > most:
                break
            rest = ways.get(end)
            # Most ends are too near: however wide its letters were set, the line would go on.
            widest = begin + own - limits.wider * (end - start)
            if rest is None or (end != final and last.reaches[at + 1] < widest):
                continue
            line = next(lines_to(variants, start, end, own, limits), None)
            if line is not None:
                surer = _surer(variants, start, line, own, limits)
                found.append(_with(words, start, surer, rest))
        if found:
            ways[start] = min(found, key=_Way.rank)
    return ways.get(0)


def _surer(variants: Sequence[Measured], start: int, line: Line, room: int, limits: Limits) -> Line:
    """Set a line that is set closer a little closer still: what programs round must not undo a whole paragraph."""
    number = line.end - start
    extra = max(line.extra - variants[0].em // _SURE, -limits.closer)
    least, most = bounds(variants, start, line.end, room)
    is_kept = extra * number >= least + spare_of(variants, least, most)
    return line._replace(extra=extra) if line.extra < 0 and is_kept else line


def _with(words: Measured, start: int, line: Line, rest: _Way) -> _Way:
    is_last = line.end == len(words.text)
    return _Way(
        rest.broken + (not is_last and line.end in words.cut),
        rest.lone + LAST * (is_last and start > 0 and is_lone(words.text[start:])),
        rest.moved + abs(line.extra) * (line.end - start),
        (line, *rest.lines),
    )
