"""Lines set a little closer or wider, so that they do not end inside of what is to stay whole.

Rules of word processors for what may stand at the end of a line are not the same everywhere, and
signs that join letters stay in the words that somebody looks for. Room between letters is neither.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import Final

from generator.layout.filled_lines import (
    LAST,
    Lines,
    Setting,
    Spaced,
    end_of_line,
    is_lone,
    set_into,
    set_plainly,
)
from generator.layout.pushed import Line, bounds, pushed_line, pushed_lines, spare_of
from generator.layout.ruler import Limits, Measured, Ruler

_NEAR: Final = 8  # stops that are looked at to each side
_LEAST: Final = 2  # characters of a last line
_MOST: Final = 50_000  # settings that are remembered


def set_adjusted(parts: Sequence[Measured], room: int, limits: Limits) -> Setting:
    """Set a paragraph into some room; the lines of a long one are adjusted where they would look bad."""
    lines = set_plainly(parts, room)
    if not (lines.broken or lines.lone):
        return Setting(lines, room)
    is_long = sum(len(words.text) for words in parts) > limits.longest_label
    if not is_long or lines.number < limits.lines:
        return _better(lines, set_into(parts, room), parts, room, limits)
    adjusted = adjusted_lines(parts, room, limits._replace(pushed=room))
    if not (adjusted.lines.broken or adjusted.lines.lone):
        return adjusted
    other = set_into(parts, room)
    return min((adjusted, other), key=lambda one: (one.lines.broken, one.lines.lone))


def _better(
    plain: Lines, into: Setting, parts: Sequence[Measured], room: int, limits: Limits
) -> Setting:
    """Push lines where a paragraph in less room is cut even so, or needs more lines."""
    if not (into.lines.broken or into.lines.lone) and into.lines.number <= plain.number:
        return into
    return min(
        (into, pushed_lines(parts, room, limits)),
        key=lambda one: (one.lines.broken, one.lines.lone, one.lines.number),
    )


def spread(words: Measured, extras: Sequence[int]) -> Measured:
    """Return words with more room behind some letters, or less: what each of them gets."""
    reach = list(accumulate(extras, initial=0))
    return words._replace(
        ends=tuple(map(add, words.ends, reach)),
        reaches=tuple(far + reach[at] for far, at in zip(words.reaches, words.stops, strict=True)),
        closer=None if words.closer is None else spread(words.closer, extras),
    )


def as_body(words: Measured, extra: int, hanging: str) -> Measured:
    """Return words as they are outside of tables.

    There is more room between all letters, or less, and some marks at the end of a line stand beside it.
    """
    return _hung(words, extra, hanging)._replace(
        closer=words.closer and _hung(words.closer, extra, hanging)
    )


def _hung(words: Measured, extra: int, hanging: str) -> Measured:
    text, em = words.text, words.em
    reaches = (
        reach + stop * extra - (em if text[stop - 1 : stop] in hanging else 0)
        for stop, reach in zip(words.stops, words.reaches, strict=True)
    )
    return words._replace(
        ends=tuple(end + at * extra for at, end in enumerate(words.ends)),
        reaches=tuple(accumulate(reaches, max)),
    )


def adjusted_lines(parts: Sequence[Measured], room: int, limits: Limits, first: int = 0) -> Setting:
    """Set a paragraph into some room with its lines adjusted, whatever program sets it.

    ``first`` is how much its first line is indented.
    """
    number = broken = lone = at = 0
    spaced: list[Spaced] = []
    for words in parts:
        variants = (words, words.closer) if words.closer else (words,)
        lines = _adjusted(variants, room, limits, first if not at else 0)
        number += max(len(lines), 1)
        broken += sum(line.end in words.cut for line in lines)
        lone += LAST * (len(lines) > 1 and is_lone(words.text[lines[-2].end :]))
        start = 0
        for line in lines:
            spaced += line.spaced(start, at)
            start = line.end
        at += len(words.text) + 1
    return Setting(Lines(number, broken, lone), room, tuple(spaced))


def _adjusted(variants: Sequence[Measured], room: int, limits: Limits, first: int) -> list[Line]:
    """Set words; nothing is adjusted of those that look well in all programs as they are."""
    plain = [lines_of(own, room, first) for own in variants]
    if not any(_looks_bad(words, ends) for words, ends in zip(variants, plain, strict=True)):
        return [Line(end) for end in max(plain, key=len)]
    return _lines(variants, room, limits, first)


def lines_of(words: Measured, room: int, first: int = 0) -> list[int]:
    """Return where lines end of which the first one is indented; nothing is adjusted."""
    found: list[int] = []
    start, final = 0, len(words.text)
    while start < final:
        start = end_of_line(words, room - (0 if start else first), start)
        found.append(start)
    return found


def _looks_bad(words: Measured, ends: Sequence[int]) -> bool:
    is_lone_last = len(ends) > 1 and is_lone(words.text[ends[-2] :])
    return is_lone_last or not words.cut.isdisjoint(ends)


def _lines(variants: Sequence[Measured], room: int, limits: Limits, first: int) -> list[Line]:
    found: list[Line] = []
    start, final = 0, len(variants[0].text)
    while start < final:
        line = _line(variants, start, room - (0 if start else first), limits)
        found.append(line)
        start = line.end
    if len(found) > 1 and is_lone(variants[0].text[found[-2].end :]):
        start = found[-3].end if len(found) > _LEAST else 0
        there = room - (0 if start else first)
        better = _before_last(variants, start, there, limits, found[-2].end)
        if better is not None:
            found[-2:] = [better] if better.end == final else [better, Line(final)]
    return found


def _line(variants: Sequence[Measured], start: int, room: int, limits: Limits) -> Line:
    cut = variants[0].cut
    ends = {end_of_line(own, room, start) for own in variants}
    if len(ends) == 1 and not ends & cut:
        return Line(*ends)
    stops = variants[-1].stops  # those of all programs
    low, high = bisect_left(stops, min(ends)), bisect_left(stops, max(ends))
    lines = [
        line
        for end in stops[max(low - _NEAR, 0) : high + _NEAR]
        if end > start and end not in cut
        for line in lines_to(variants, start, end, room, limits)
    ]
    # Rather closer than wider: what is wider may need a line more.
    if lines:
        return min(lines, key=lambda line: (line.extra > 0, abs(line.extra)))
    pushed = (
        pushed_line(variants, start, end, room, limits.pushed)
        for end in reversed(stops[max(low - _NEAR, 0) : low])
        if end > start and end not in cut
    )
    return next(filter(None, pushed), Line(min(ends)))


def _before_last(
    variants: Sequence[Measured], start: int, room: int, limits: Limits, now: int
) -> Line | None:
    """Let the last line but one end sooner, or take the last one in."""
    words = variants[-1]
    final = len(words.text)
    at = bisect_left(words.stops, now)
    for end in (*words.stops[max(at - _LEAST, 0) : at][::-1], final):
        if end <= start or end in words.cut or (end != final and is_lone(words.text[end:])):
            continue
        for line in lines_to(variants, start, end, room, limits):
            return line
    return None


def lines_to(
    variants: Sequence[Measured], start: int, end: int, room: int, limits: Limits
) -> Iterator[Line]:
    """Set a line so that it ends at some place in all programs, where that is within the limits."""
    least, most = bounds(variants, start, end, room)
    if least >= most:
        return
    spare = spare_of(variants, least, most)
    least, most = least + spare, most - spare
    number = end - start
    extra = 0
    if least > 0:
        extra = -(-least // number)
    elif most < 0:
        extra = most // number
    if -limits.closer <= extra <= limits.wider:
        yield Line(end, extra)


class Settings:
    """Sets paragraphs of tables; how each looks in some room it remembers."""

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self._known: dict[tuple[str, int], Setting] = {}

    def of(self, text: str, room: int) -> Setting:
        """Set a paragraph into some room."""
        key = text, room
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            known = set_adjusted(self.ruler.parts(text), room, self.ruler.limits)
            self._known[key] = known
        return known
