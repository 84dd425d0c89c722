"""The hidden bookmarks that say which figure or paragraph a stretch of a Word file came from.

A name is made of short fingerprints of the document and of the key of the block, so it is the same
in every build, and two documents never share one, even when they are bound together.
"""

from functools import lru_cache
from hashlib import blake2s
from typing import Final, NamedTuple

from generator.base.pattern import Pattern

PREFIX: Final = "_jx"
_BYTES = 4
_NAME = Pattern(rf"{PREFIX}([0-9a-f]{{8}})_([0-9a-f]{{8}})(?:_\d+)?")


class Anchor(NamedTuple):
    """A bookmark that was written: its name, the key of its block, the figure when it is one.

    ``is_whole`` tells the anchor of a whole value from one around a figure inside it.
    """

    name: str
    key: str
    figure: str = ""
    is_whole: bool = True


@lru_cache(maxsize=8192)
def fingerprint(text: str) -> str:
    """Return eight characters for a text."""
    return blake2s(text.encode(), digest_size=_BYTES).hexdigest()


def document_prefix(document_id: str) -> str:
    """Return what the names of all anchors of a document begin with."""
    return f"{PREFIX}{fingerprint(document_id)}"


def document_of(name: str) -> str:
    """Return the prefix of an anchor's name (empty: not one of ours)."""
    found = _NAME.fullmatch(name)
    return f"{PREFIX}{found[1]}" if found else ""
