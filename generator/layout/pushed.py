"""Lines that end before what they would cut: behind their last letter there is room that nothing else gets into.

A label may be narrower than all that is whole in it put side by side, and wide enough for each by
itself. Its letters are set no wider for that; a little closer, where the end of a line lacks next to nothing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.filled_lines import LAST, Lines, Setting, Spaced, is_lone, may_pair
from generator.layout.ruler import Limits, Measured

_SPARE: Final = 8  # the part of an em that a line is kept off from where it would end elsewhere
_THIRD: Final = 3


class Line(NamedTuple):
    """A line: where it ends, what its letters get between them, what its last one gets behind it."""

    end: int
    extra: int = 0
    pushed: int = 0

    def spaced(self, start: int, at: int) -> Iterator[Spaced]:
        """Tell which characters get room, or lose some; the line begins at ``start`` of what begins at ``at``."""
        if self.pushed:
            yield Spaced(at + self.end - 1, at + self.end, self.pushed)
        elif self.extra:
            yield Spaced(at + start, at + self.end, self.extra)


class _Way(NamedTuple):
    """Lines from some place on, and what is to be said against them: the worse first."""

    broken: int
    lone: int
    number: int
    moved: int
    lines: tuple[Line, ...]

    def rank(self) -> tuple[int, ...]:
        """Tell which way is better: of two as good ones, that whose first line is longer."""
        return (*self[:4], -self.lines[0].end)


def pushed_lines(parts: Sequence[Measured], room: int, limits: Limits) -> Setting:
    """Set a paragraph into some room, with lines that are pushed or closed up within limits."""
    number = broken = lone = at = 0
    spaced: list[Spaced] = []
    for words in parts:
        way = _best(words, room, limits)
        broken, lone, number = broken + way.broken, lone + way.lone, number + max(way.number, 1)
        start = 0
        for line in way.lines:
            spaced += line.spaced(start, at)
            start = line.end
        at += len(words.text) + 1
    return Setting(Lines(number, broken, lone), room, tuple(spaced))


def _best(words: Measured, room: int, limits: Limits) -> _Way:
    """Choose the lines of words: all ways are looked at, from the last line on."""
    variants = (words, words.closer) if words.closer else (words,)
    final = len(words.text)
    stops = variants[-1].stops  # those of all programs
    pairs = may_pair(words, room)
    ways: dict[int, _Way] = {final: _Way(0, 0, 0, 0, ())}
    for start in (*reversed(stops[:-1]), 0):
        found: list[_Way] = []
        for end in stops[bisect_left(stops, start + 1) :]:
            if words.ends[end] - words.ends[start] - words.gaps[start] > room + words.em:
                break
            line = _line(variants, start, end, room, limits) if end in ways else None
            if line is None:
                continue
            rest, is_last = ways[end], end == final
            alone = LAST * (start > 0) if is_last else int(pairs)
            found.append(
                _Way(
                    rest.broken + (not is_last and end in words.cut),
                    rest.lone + alone * is_lone(words.text[start:end]),
                    rest.number + 1,
                    rest.moved + line.pushed - line.extra,
                    (line, *rest.lines),
                )
            )
        if found:
            ways[start] = min(found, key=_Way.rank)
    return ways.get(0) or _Way(final, 0, 1, 0, ())


def _line(
    variants: Sequence[Measured], start: int, end: int, room: int, limits: Limits
) -> Line | None:
    """Set a line so that it ends at some place in all programs, where that is within the limits."""
    least, most = bounds(variants, start, end, room)
    if least >= most:
        return None
    if most < 0:
        closer = (most - spare_of(variants, least, most)) // (end - start)
        return Line(end, closer) if closer >= -limits.closer else None
    return pushed_line(variants, start, end, room, limits.pushed)


def pushed_line(
    variants: Sequence[Measured], start: int, end: int, room: int, limit: int
) -> Line | None:
    """Set a line as it is, or push it as far as it needs, where that is within a limit."""
    least, most = bounds(variants, start, end, room)
    if least >= most or most < 0:
        return None
    if least < 0:
        return Line(end)
    pushed = least + spare_of(variants, least, most)
    return Line(end, 0, pushed) if pushed <= limit else None


def bounds(variants: Sequence[Measured], start: int, end: int, room: int) -> tuple[int, int]:
    """Return between which lengths more a line ends at some place in all programs."""
    least, most = -room, room
    for words in variants:
        at = bisect_left(words.stops, end)
        begin = words.ends[start] + words.gaps[start]
        # Beside a change of the room between letters no mark hangs: it fits into the line.
        most = min(most, room - (words.ends[end] - begin))
        if at + 1 < len(words.stops):
            least = max(least, room - (words.reaches[at + 1] - begin))
    return least, most


def spare_of(variants: Sequence[Measured], least: int, most: int) -> int:
    """Return how far a line is kept off from either end of that."""
    return min(variants[0].em // _SPARE, (most - least) // _THIRD)
