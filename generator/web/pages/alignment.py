"""Lay two texts side by side that say the same, but for what one of them has more or elsewhere."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

_LENGTHS: Final = (12, 6, 4, 3, 2, 1)  # of stretches that are looked for: long ones are surer
_NOWHERE: Final = -1


class _Part(NamedTuple):
    """What is left to be compared: a stretch of each text, and the length of what to look for."""

    start: int
    end: int
    other_start: int
    other_end: int
    step: int = 0


def aligned(text: str, other: str) -> list[int]:
    """Return where each character of a text stands in another one; -1 where that is not certain.

    Certain is what comes out the same from the beginning and from the end: of two equal words beside
    each other of which one is missing, neither is known.
    """
    ahead = _aligned(text, other)
    back = [_turned(at, len(other)) for at in reversed(_aligned(text[::-1], other[::-1]))]
    return [at if at == same else _NOWHERE for at, same in zip(ahead, back, strict=True)]


def _turned(at: int, length: int) -> int:
    return _NOWHERE if at == _NOWHERE else length - 1 - at


def _aligned(text: str, other: str) -> list[int]:
    found = [_NOWHERE] * len(text)
    todo = [_Part(0, len(text), 0, len(other))]
    while todo:
        part = todo.pop()
        start, end, other_start, other_end, step = part
        while start < end and other_start < other_end and text[start] == other[other_start]:
            found[start] = other_start
            start, other_start = start + 1, other_start + 1
        while start < end and other_start < other_end and text[end - 1] == other[other_end - 1]:
            end, other_end = end - 1, other_end - 1
            found[end] = other_end
        if start < end and other_start < other_end and step < len(_LENGTHS):
            todo += _parts(text, other, _Part(start, end, other_start, other_end, step))
    return found


def _parts(text: str, other: str, part: _Part) -> Iterator[_Part]:
    """Divide at the stretches that both have once, in the order of both."""
    start, other_start, step = part.start, part.other_start, part.step
    length = _LENGTHS[step]
    here = _once(text, part.start, part.end, length)
    there = _once(other, part.other_start, part.other_end, length)
    pairs = [(at, there[own]) for own, at in here.items() if own in there]
    if not pairs:
        yield part._replace(step=step + 1)
        return
    for at, other_at in _rising(pairs):
        if at < start or other_at < other_start:
            continue  # covered by the one before
        yield _Part(start, at, other_start, other_at, step + 1)
        start, other_start = at, other_at
    yield _Part(start, part.end, other_start, part.other_end, step + 1)


def _once(text: str, start: int, end: int, length: int) -> dict[str, int]:
    """Return the stretches of a length that a text has once, and where."""
    found: dict[str, int] = {}
    for at in range(start, end - length + 1):
        own = text[at : at + length]
        found[own] = _NOWHERE if own in found else at
    return {own: at for own, at in found.items() if at != _NOWHERE}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of pairs that rises in both."""
    ends: list[int] = []  # the lowest last place of a row of each length
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else _NOWHERE)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [number]
    row: list[tuple[int, int]] = []
    number = last[-1] if last else _NOWHERE
    while number != _NOWHERE:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]
