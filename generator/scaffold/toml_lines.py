"""Lines of TOML as a person would type them: aligned, explained, or asleep behind a ``#``."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

DORMANT = "# "
_NOTE_COLUMN = 46
_LINE_WIDTH = 118


class Line(NamedTuple):
    """A key with its value and explanation; ``is_live`` when it takes effect."""

    key: str
    value: str
    note: str
    is_live: bool


def rows_literal(rows: Sequence[str]) -> str:
    """Write an array with one element on each line."""
    return "[\n" + "".join(f"  {row}\n" for row in rows) + "]"


def aligned(lines: Sequence[Line]) -> Iterator[str]:
    """Write keys under each other; a long explanation goes above its line."""
    if not lines:
        return
    longest = max(_width(_prefix(line) + line.key) for line in lines)
    texts = [_text(line, longest) for line in lines]
    short = [_width(t) for t in texts if "\n" not in t and _width(t) < _NOTE_COLUMN]
    column = max(short, default=0) + 2
    for line, text in zip(lines, texts, strict=True):
        fits = "\n" not in text and _width(text) < column
        if (
            line.note
            and "\n" not in line.note
            and fits
            and column + _width(line.note) + len(DORMANT) <= _LINE_WIDTH
        ):
            yield f"{text}{' ' * (column - _width(text))}{DORMANT}{line.note}"
            continue
        yield from (DORMANT + part for part in line.note.split("\n") if part)
        yield from text.split("\n")


def commented(text: str) -> str:
    """Put a line to sleep."""
    return (DORMANT + text).rstrip()


def _text(line: Line, longest: int) -> str:
    prefix = _prefix(line)
    first, *rest = line.value.split("\n")
    pad = " " * (longest - _width(prefix + line.key))
    return "\n".join([f"{prefix}{line.key}{pad} = {first}", *(prefix + other for other in rest)])


def _prefix(line: Line) -> str:
    return "" if line.is_live else DORMANT


def _width(text: str) -> int:
    """Count columns as a terminal does: a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)
