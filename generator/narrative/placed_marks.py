"""What a line of text may be beside words: a row of a table, a picture or chart, a footnote, a new page.

These functions look at masked lines, in which neither figures nor tags can be taken for marks.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.base.pattern import Pattern

NEW_PAGE: Final = "[分页]"
CAPTION: Final = Pattern(r"表[：:][ \t]*(?=\S)")
PLACED: Final = Pattern(r"!\[([^\[\]]*)\]\(([^()]*)\)")
REFERENCE: Final = Pattern(r"\[\^([^\[\]\s^]{1,20})\]")
DEFINITION: Final = Pattern(r"\[\^([^\[\]\s^]{1,20})\][：:][ \t]*")
_SIDE: Final = Pattern(r":?-{2,}:?")
_SIDES: Final = {(True, True): "center", (False, True): "right", (True, False): "left"}


class Cut(NamedTuple):
    """Where a part of a line begins and ends."""

    start: int
    end: int


def cells_of(masked: str) -> list[Cut] | None:
    """Return the cells of a row (``None``: the line is none)."""
    if len(masked) < 2 or masked[0] != "|" or masked[-1] != "|":
        return None
    edges = [at for at, sign in enumerate(masked) if sign == "|"]
    return [Cut(a + 1, b) for a, b in pairwise(edges)]


def sides_of(masked: str) -> list[str] | None:
    """Return the sides that a line of dashes asks for (``None``: it is a row of words)."""
    cells = cells_of(masked)
    if not cells:
        return None
    said = [masked[cell.start : cell.end].strip() for cell in cells]
    if not all(_SIDE.fullmatch(words) for words in said):
        return None
    return [_SIDES.get((words[0] == ":", words[-1] == ":"), "") for words in said]


def references_in(masked: str) -> Iterator[tuple[str, Cut]]:
    """Find the footnotes that a line refers to."""
    for found in REFERENCE.finditer(masked):
        yield found[1], Cut(*found.span())


class FoundTable(NamedTuple):
    """Which of some lines are a table: its caption, its rows, the sides of its columns."""

    caption: int  # none: -1
    rows: tuple[int, ...]
    sides: tuple[str, ...]
    end: int


def table_at(masked: Sequence[str], at: int) -> FoundTable | None:
    """Find the table that begins at a line."""
    caption = -1
    if CAPTION.match(masked[at]) and at + 1 < len(masked) and cells_of(masked[at + 1]):
        caption, at = at, at + 1
    rows: list[int] = []
    sides: list[str] = []
    while at < len(masked) and cells_of(masked[at]):
        asked = sides_of(masked[at])
        if asked is None:
            rows.append(at)
        elif not sides:
            sides = asked
        at += 1
    return FoundTable(caption, tuple(rows), tuple(sides), at) if rows or sides else None
