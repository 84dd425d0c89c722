"""Which words of a cell say a value, and whether a cell says anything beside it."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from generator.base.pattern import Pattern
from generator.read.reading_map import Use

_DAY = Pattern(
    r"(?:19|20)[0-9]{2}\s*(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|([-./])[0-9]{1,2}\1[0-9]{1,2})"
)
_AMOUNT = Pattern(r"(-?[0-9][0-9,，]*(?:\.[0-9]+)?)(?:[万千亿]?元|分)")
_THOUSANDS = Pattern(r"-?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_COMMAS = str.maketrans("", "", ",，")
_NUMBER = Pattern(r"[^一-鿿]*")


def shown(value: object) -> str:
    """Return a value in words."""
    return "" if value is None else str(value)


def solid(text: str) -> str:
    """Return words without blanks."""
    return "".join(text.split())


def part_of(text: str, value: object) -> str:
    """Return the words of a text that say a value; nothing when they cannot be told."""
    if isinstance(value, datetime.date):
        found = _DAY.search(text)
        return found[0] if found else ""
    if isinstance(value, Decimal) and (amount := _AMOUNT.fullmatch(solid(text))):
        return amount[1]
    wanted = solid(shown(value))
    if wanted and wanted in solid(text):
        return shown(value)
    return _grouped(text, value) if isinstance(value, Decimal) else ""


def _grouped(text: str, value: Decimal) -> str:
    """Return the digits of a number that a text says with its thousands apart."""
    found = (m[0] for m in _THOUSANDS.finditer(text))
    return next((said for said in found if Decimal(said.translate(_COMMAS)) == value), "")


def is_inner(text: str, old: str) -> bool:
    """Tell words that stand behind a label in one cell, or that a unit follows."""
    plain, part = solid(text), solid(old)
    behind = plain[: plain.find(part)].endswith(("：", ":"))
    return plain != part and (behind or _AMOUNT.fullmatch(plain) is not None)


def is_in_label(text: str, value: object) -> bool:
    """Tell a number inside the words of a label, such as 得分（20分*执行率）: it is of the form."""
    return isinstance(value, Decimal) and _NUMBER.fullmatch(solid(text).strip("约")) is None


def values_inside(text: str, uses: Sequence[Use]) -> dict[str, Use] | None:
    """Return the words inside a cell that are values; ``None`` when all of it is one."""
    found: dict[str, Use] = {}
    is_label = False
    for use in uses:
        old = part_of(text, use.value)
        is_year = use.keys == ("year",) and old and old != text.strip()
        if old and (is_year or is_inner(text, old)):
            found.setdefault(old, use)
        is_label = is_label or is_in_label(text, use.value)
    return found if found or is_label else None
