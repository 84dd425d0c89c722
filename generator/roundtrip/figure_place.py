"""Where the number of a figure stands in a person's text, into which words or digits may have been typed."""

import re
from collections.abc import Iterator

from generator.base.pattern import Pattern

_BEFORE, _BEHIND = Pattern(r"(?:\d[\d.,]*)?\Z"), Pattern(r"(?:[.,]?\d+)*")


def figure_within(text: str, start: int, end: int, old: str) -> tuple[int, int]:
    """Find a figure in its anchor, into which words may have been written beside it."""
    words = text[start:end]
    if words.startswith(old):
        end = start + len(old)
    elif words.endswith(old):
        start = end - len(old)
    return whole_number(text, start, end, old)


def whole_number(text: str, start: int, end: int, old: str) -> tuple[int, int]:
    """Widen a place over digits that somebody typed right beside the number in it."""
    if old[:1].isdigit():
        start -= len(_BEFORE.search(text[:start])[0])  # type: ignore[index] # it may match nothing
    if old[-1:].isdigit():
        end += len(_BEHIND.match(text[end:])[0])  # type: ignore[index] # see above
    return start, end


def places_of(text: str, value: str) -> Iterator[tuple[int, int]]:
    """Find a value wherever it stands whole: not as a part of a longer number."""
    for found in re.finditer(re.escape(value), text):
        if whole_number(text, *found.span(), value) == found.span():
            yield found.span()


def around(text: str, start: int, end: int, value: str) -> tuple[int, int] | None:
    """Find a longer value around a place: its words stand there, with its other words beside them."""
    words = text[start:end]
    at = value.find(words)
    while at >= 0:
        first = start - at
        if first >= 0 and text[first : first + len(value)] == value:
            return first, first + len(value)
        at = value.find(words, at + 1)
    return None
