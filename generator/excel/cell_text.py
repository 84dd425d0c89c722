"""Words as a cell can hold them: never a formula, never too long, no character that breaks the file."""

import unicodedata

from generator.base.pattern import Pattern

LONGEST = 32_000  # Excel takes 32,767 UTF-16 units
_ILLEGAL = Pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def cell_text(text: str) -> str:
    """Return a text that a cell can hold; a cut is marked."""
    clean = _ILLEGAL.sub("�", text)
    if len(clean.encode("utf-16-le")) <= 2 * LONGEST:
        return clean
    return clean.encode("utf-16-le")[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"


def width_of(text: str) -> int:
    """Return how many columns of a half-width character the longest line takes."""
    return max((sum(map(_width, line)) for line in text.split("\n")), default=0)


def _width(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WFA" else 1
