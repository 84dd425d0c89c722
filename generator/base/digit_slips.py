"""Digits as they are mistyped: 1O0, ９５, 95。3, 3,568 — what each slip is called, and the number meant."""

import re
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern

# A letter counts among digits only where digits stand on its other side, or nothing does: 2O5l0, 1O.
_LETTERS = Pattern(
    r"(?<![A-Za-z0-9])(?:[Ol](?=[0-9])|[0-9](?=[0-9OolI]*[OolI][0-9OolI]*))[0-9OolI]*(?![A-Za-z])"
)
_AS_DIGITS = str.maketrans("OolI", "0011")
_GROUPED = Pattern(r"(?<![0-9.])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])")
_POINT = Pattern(r"(?<=[0-9])[。．·](?=[0-9])")
_COMMA = Pattern(r"(?<=[0-9])[,，、](?=[0-9])")
_WIDE = Pattern(r"[０-９－＋％]")

WIDE, LETTER, GROUPED, POINT, COMMA = (
    "数字是全角的",
    "数字里夹着字母",
    "数里有千分位逗号",
    "小数点不是半角的点",
    "数里的逗号不对",
)


class MendedDigits(NamedTuple):
    """A text with its digits put right, and what was wrong with them."""

    text: str
    slips: tuple[str, ...]

    @property
    def is_sure(self) -> bool:
        """Tell whether no other number can be meant: a comma may stand for a point, or be one too many."""
        return COMMA not in self.slips


def mend_digits(text: str, *, keeps_groups: bool = False) -> MendedDigits:
    """Put the digits of a text right; ``keeps_groups``: 3,568 is read as it stands."""
    slips = [WIDE] if _WIDE.search(text) else []
    plain = half_width(text) if slips else text
    mended = _LETTERS.sub(lambda found: found[0].translate(_AS_DIGITS), plain)
    if mended != plain:
        slips.append(LETTER)
    if not keeps_groups:
        plain, mended = mended, _GROUPED.sub(_ungrouped, mended)
        if mended != plain:
            slips.append(GROUPED)
    plain, mended = mended, _POINT.sub(".", mended)
    if mended != plain:
        slips.append(POINT)
    if not keeps_groups:
        plain, mended = mended, _COMMA.sub(".", mended)
        if mended != plain:
            slips.append(COMMA)
    return MendedDigits(mended, tuple(slips))


def _ungrouped(found: re.Match[str]) -> str:
    return found[0].replace(",", "").replace("，", "")
