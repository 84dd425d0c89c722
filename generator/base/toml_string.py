"""A TOML string with a new text: its kind of quotes stays, only what differs is written anew."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.base.pattern import Pattern
from generator.base.positions import Position
from generator.base.string_source import source_offsets
from generator.base.toml_literal import block_literal, quote

_LONG = ('"""', "'''")
_NOT_PLAIN = Pattern("[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST_COMPARED = 2_000


def rewritten(text: str, start: int, end: int, old: str, new: str) -> Iterator[str]:
    """Give the string at a place with a new text, the least changed first.

    A way of writing that does not fit is among them (a quote that ends the string too early, say):
    the caller reads what comes out.
    """
    source = text[start:end]
    if not new:
        yield source[0] * 2  # blank is written as blanks are: on one line
    elif not old and "\n" in new:
        yield block_literal(new)
    opener = source[:3] if source[:3] in _LONG else source[:1]
    line = text.count("\n", 0, start) + 1
    offsets = source_offsets(text, Position(line, start - text.rfind("\n", 0, start)), old)
    if offsets is not None:
        pieces: list[str] = []
        at = start
        for begin, stop, words in _differences(old, new):
            said = escaped(words, opener)
            if said is None:
                break
            pieces += (text[at : offsets[begin]], said)
            at = offsets[stop]
        else:
            yield "".join((*pieces, text[at:end]))
    said = escaped(new, opener)
    if said is not None:
        first = "\n" if opener in _LONG and source[3:4] == "\n" else ""
        yield f"{opener}{first}{said}{opener}"
    yield block_literal(new)
    yield quote(new)


def escaped(words: str, opener: str) -> str | None:
    """Write words for inside of quotes (``None``: these quotes cannot hold them)."""
    if opener == '"':
        return quote(words)[1:-1]
    if opener == '"""':
        lines = (quote(line)[1:-1].replace('\\"', '"') for line in words.split("\n"))
        return re.sub(r'\A"|"(?="|\Z)', r'\\"', "\n".join(lines))
    if _NOT_PLAIN.search(words):
        return None
    if opener == "'":
        return None if "'" in words or "\n" in words else words
    return None if "'''" in words else words


def _differences(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Give what of the old text is replaced by what."""
    first = 0
    shorter = min(len(old), len(new))
    while first < shorter and old[first] == new[first]:
        first += 1
    last = 0
    while last < shorter - first and old[-1 - last] == new[-1 - last]:
        last += 1
    a, b = old[first : len(old) - last], new[first : len(new) - last]
    if max(len(a), len(b)) > _LONGEST_COMPARED:
        yield first, len(old) - last, b
        return
    for kind, i, j, m, n in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            yield first + i, first + j, b[m:n]
