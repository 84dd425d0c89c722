"""A number that a person only wrote otherwise, with separators say: a new one is written as they write it."""

import re
from decimal import Decimal
from typing import Final

from generator.base.chinese import half_width
from generator.base.pattern import Pattern

_NUMBER: Final = Pattern(r"\d+(?:,\d{3})*(?:[.．]\d+)?")
_DIGITS: Final = str.maketrans("0123456789.", "０１２３４５６７８９．")


def rewritten(here: str, old: str, now: str) -> tuple[tuple[int, int], str, str] | None:
    """Return where in the person's words the new number goes, as what, and in place of which.

    ``None``: they changed more than how the number is written.
    """
    found = [list(_NUMBER.finditer(words)) for words in (here, old, now)]
    if any(len(numbers) != 1 for numbers in found):
        return None
    theirs, was, new = (numbers[0] for numbers in found)
    around = {_around(match) for match in (theirs, was, new)}
    if len(around) > 1 or _value(theirs[0]) != _value(was[0]) or theirs[0] == was[0]:
        return None
    words = new[0]
    if "," in half_width(theirs[0]):
        words = f"{_value(words):,}"
    if half_width(theirs[0]) != theirs[0]:
        words = words.translate(_DIGITS)
    return theirs.span(), words, was[0]


def _around(match: re.Match[str]) -> tuple[str, str]:
    whole = match.string
    return whole[: match.start()].strip(), whole[match.end() :].strip()


def _value(number: str) -> Decimal:
    return Decimal(half_width(number).replace(",", ""))
