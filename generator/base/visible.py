"""Text of strangers as it is shown: what a screen would obey or hide is written out (``‹U+202E›``).

A file name, a quote or a message may hold signs that move the cursor, turn the order of reading
round, break a line or take no room. Shown as they are they could make a line say something else.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_LINES = "\n\t"  # what our own texts of several lines hold, and what JSON writes out by itself
# Letters by their category, yet nothing is seen of them.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800")
_SPACES = " \u3000\u00a0\u2002\u2003\u2009\u202f"  # of some width, and found in documents
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class AsIs(NamedTuple):
    """A value that goes into JSON as it is: data, which is not there to be shown."""

    value: Any


def visible(text: str) -> str:
    """Return a text on one line in which every sign can be seen."""
    return text if _is_plain(text) else "".join(map(_shown, text))


def visible_lines(text: str) -> str:
    """Do the same for a text of several lines: its line ends and tabs stay."""
    if _is_plain(text):
        return text
    return "".join(sign if sign in _LINES else _shown(sign) for sign in text)


def visible_data(data: Any) -> Any:
    """Do the same for all words of what goes into JSON, but for what is marked ``AsIs``."""
    if isinstance(data, AsIs):
        return data.value
    if isinstance(data, str):
        return visible_lines(data)
    if isinstance(data, Mapping):
        return {visible_data(key): visible_data(value) for key, value in data.items()}
    if isinstance(data, Sequence) and not isinstance(data, bytes):
        return [visible_data(value) for value in data]
    return data


def _is_plain(text: str) -> bool:
    """Tell quickly that no sign needs a look: nearly all texts are so."""
    return text.isprintable() and _BLANK_LETTERS.isdisjoint(text)


def is_visible(sign: str) -> bool:
    """Tell whether a sign is seen as what it is, and does nothing else."""
    # Rare letters of names: newer ones than this Python knows are letters all the same.
    is_rare = 0x20000 <= ord(sign) <= 0x3FFFD and ord(sign) & 0xFFFF < 0xFFFE
    if sign in _SPACES or is_rare:
        return True
    return unicodedata.category(sign) not in _HIDDEN and sign not in _BLANK_LETTERS


def _shown(sign: str) -> str:
    return sign if is_visible(sign) else f"‹U+{ord(sign):04X}›"
