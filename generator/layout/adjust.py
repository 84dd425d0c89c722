"""Lines set a little closer or wider, so that they do not end inside of what is to stay whole.

Rules of word processors for what may stand at the end of a line are not the same everywhere, and
signs that join letters stay in the words that somebody looks for. Room between letters is neither.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.lines import (
    Lines,
    Setting,
    Spaced,
    end_of_line,
    is_lone,
    set_into,
    set_plainly,
)
from generator.layout.ruler import Limits, Measured

_NEAR: Final = 8  # stops that are looked at to each side
_SPARE: Final = 8  # the part of an em that a line is kept off from where it would end elsewhere
_LEAST: Final = 2  # characters of a last line


class _Line(NamedTuple):
    """Where a line ends, and what its letters get between them for that."""

    end: int
    extra: int = 0


def set_adjusted(parts: Sequence[Measured], room: int, limits: Limits) -> Setting:
    """Set a paragraph into some room; the lines of a long one are adjusted where they would look bad."""
    lines = set_plainly(parts, room)
    if not (lines.broken or lines.lone):
        return Setting(lines, room)
    is_long = sum(len(words.text) for words in parts) > limits.longest_label
    if not is_long or lines.number < limits.lines:
        return set_into(parts, room)
    adjusted = adjusted_lines(parts, room, limits)
    if not (adjusted.lines.broken or adjusted.lines.lone):
        return adjusted
    other = set_into(parts, room)
    return min((adjusted, other), key=lambda one: (one.lines.broken, one.lines.lone))


def adjusted_lines(parts: Sequence[Measured], room: int, limits: Limits) -> Setting:
    """Set a paragraph into some room with its lines adjusted, whatever program sets it."""
    number = broken = lone = at = 0
    spaced: list[Spaced] = []
    for words in parts:
        variants = (words, words.closer) if words.closer else (words,)
        lines = _lines(variants, room, limits)
        number += max(len(lines), 1)
        broken += sum(line.end in words.cut for line in lines)
        lone += len(lines) > 1 and is_lone(words.text[lines[-2].end :])
        start = 0
        for line in lines:
            if line.extra:
                spaced.append(Spaced(at + start, at + line.end, line.extra))
            start = line.end
        at += len(words.text) + 1
    return Setting(Lines(number, broken, lone), room, tuple(spaced))


def _lines(variants: Sequence[Measured], room: int, limits: Limits) -> list[_Line]:
    found: list[_Line] = []
    start, final = 0, len(variants[0].text)
    while start < final:
        line = _line(variants, start, room, limits)
        found.append(line)
        start = line.end
    if len(found) > 1 and is_lone(variants[0].text[found[-2].end :]):
        start = found[-3].end if len(found) > _LEAST else 0
        better = _before_last(variants, start, room, limits, found[-2].end)
        if better is not None:
            found[-2:] = [better] if better.end == final else [better, _Line(final)]
    return found


def _line(variants: Sequence[Measured], start: int, room: int, limits: Limits) -> _Line:
    cut = variants[0].cut
    ends = {end_of_line(own, room, start) for own in variants}
    if len(ends) == 1 and not ends & cut:
        return _Line(*ends)
    stops = variants[-1].stops  # those of all programs
    low, high = bisect_left(stops, min(ends)), bisect_left(stops, max(ends))
    lines = [
        line
        for end in stops[max(low - _NEAR, 0) : high + _NEAR]
        if end > start and end not in cut
        for line in _set_to(variants, start, end, room, limits)
    ]
    return min(lines, key=lambda line: abs(line.extra), default=_Line(min(ends)))


def _before_last(
    variants: Sequence[Measured], start: int, room: int, limits: Limits, now: int
) -> _Line | None:
    """Let the last line but one end sooner, or take the last one in."""
    words = variants[-1]
    final = len(words.text)
    at = bisect_left(words.stops, now)
    for end in (*words.stops[max(at - _LEAST, 0) : at][::-1], final):
        if end <= start or end in words.cut or (end != final and is_lone(words.text[end:])):
            continue
        for line in _set_to(variants, start, end, room, limits):
            return line
    return None


def _set_to(
    variants: Sequence[Measured], start: int, end: int, room: int, limits: Limits
) -> Iterator[_Line]:
    """Set a line so that it ends at some place in all programs, where that is within the limits."""
    most, least = room, -room
    for words in variants:
        at = bisect_left(words.stops, end)
        begin = words.ends[start] + words.gaps[start]
        most = min(most, room - (words.reaches[at] - begin))
        if at + 1 < len(words.stops):
            least = max(least, room - (words.reaches[at + 1] - begin))
    if least >= most:
        return
    spare = min(variants[0].em // _SPARE, (most - least) // 3)
    least, most = least + spare, most - spare
    number = end - start
    extra = 0
    if least > 0:
        extra = -(-least // number)
    elif most < 0:
        extra = most // number
    if -limits.closer <= extra <= limits.wider:
        yield _Line(end, extra)
