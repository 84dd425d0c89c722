"""G02: bands of grades that a text declares: 90分（含）以上为优，80分（含）至90分为良，60分以下为差."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.dossier.slip import Slip

_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_POINTS = r"\s*[%％分]?\s*(?:[（(]不?[含包]?括?\S{0,4}[）)])?\s*分?\s*"
# 90-100（含）分为优; 100%-90%时，为优秀; 90分（含）以上为优; 60分以下为差. A grade is no part of a word: 优化.
_BAND = Pattern(
    rf"(?P<one>{_NUMBER}){_POINTS}"
    rf"(?:(?:-|—|－|–|~|～|至|到)+\s*(?P<other>{_NUMBER}){_POINTS}|及?以(?P<side>[上下]))"
    r"[^\d。；;、（()）]{0,10}?(?P<grade>优秀?|良好?|中等?|合格|一般|较差|差评?|不合格)(?![一-鿿](?<![等级档]))"
)
# 良（75-89分）; 中：60（含）—75分; 良（75≤得分<90）
_NAMED = Pattern(
    r"(?<![一-鿿])(?P<grade>优秀?|良好?|中等?|合格|一般|较差|差|不合格)\s*[:：（(]\s*"
    rf"(?P<one>{_NUMBER}){_POINTS}(?:(?:-|—|－|–|~|～|至|到)+\s*(?P<other>{_NUMBER}){_POINTS}"
    rf"|[≤≦<＜]=?\s*(?:得分|总分|分数|分值|[SXsx])\s*[≤≦<＜]=?\s*(?P<below>{_NUMBER})\s*分?)"
)
_SAYS_WHOSE = Pattern(r"含|以上|以下|[＜＞≤≥<>]")
_OF_SEVERAL = {
    "bands-touch": "bands-touch-all",
    "bands-touch-usual": "bands-touch-usual-all",
}
_FEWEST_BANDS = 3
_BEGINNINGS = "优良中合一较差不"  # of grades; those of a scale all begin with another sign
_TOP, _BOTTOM = Decimal("Infinity"), Decimal("-Infinity")


class _Band(NamedTuple):
    low: Decimal
    high: Decimal
    found: re.Match[str]


def bands_in(line: str) -> Iterator[Slip]:
    """The bands of one scale follow each other without gap or overlap."""
    if sum(sign in line for sign in _BEGINNINGS) < _FEWEST_BANDS:
        return
    text = half_width(line)
    found = (_one_scale(pattern.finditer(text)) for pattern in (_BAND, _NAMED))
    scales = [sorted(bands, key=lambda band: (-band.high, -band.low)) for bands in found]
    bands = max(scales, key=len)
    if len(bands) < _FEWEST_BANDS:
        return
    touching: list[Slip] = []
    for above, below in pairwise(bands):
        # 90分以上为优，80分以上为良: each goes up to the one above it.
        if below.high == _TOP or above.low == _BOTTOM:
            continue
        gap = above.low - below.high
        # 90–100, 80–89: whole points follow each other too.
        if 0 < gap <= 1 or (not gap and _SAYS_WHOSE.search(above.found[0] + below.found[0])):
            continue
        id = "bands-apart" if gap > 0 else "bands-overlap" if gap else _id_of_touching(bands)
        left, right = above.found["grade"], below.found["grade"]
        ends = plain(below.high), plain(above.low)
        slip = Slip(id, below.found.start(), below.found[0], left, right, *ends)
        if gap:
            yield slip
        else:
            touching.append(slip)
    yield from _told_once(touching)


def _told_once(touching: list[Slip]) -> Iterator[Slip]:
    """Tell bands that touch each other once for a scale: it is one habit of writing them."""
    if len(touching) > 1:
        first, last = touching[0], touching[-1]
        name = "、".join(slip.name for slip in touching)
        yield first._replace(id=_OF_SEVERAL[first.id], right=last.right, name=name)
    else:
        yield from touching


def _id_of_touching(bands: list[_Band]) -> str:
    """Tell the usual wording, 90分以上为优，80分至90分为良: what the highest band holds, the others do."""
    is_usual = any(band.high == _TOP for band in bands)
    return "bands-touch-usual" if is_usual else "bands-touch"


def _one_scale(matches: Iterable[re.Match[str]]) -> Iterator[_Band]:
    """Give the bands up to the first grade that comes again: there another scale begins."""
    told: set[str] = set()
    for found in matches:
        if found["grade"][0] in told:
            return
        told.add(found["grade"][0])
        one = Decimal(found["one"])
        if side := found.groupdict().get("side"):
            low, high = (one, _TOP) if side == "上" else (_BOTTOM, one)
        else:
            other = found["other"] or found.groupdict().get("below")
            low, high = sorted((one, Decimal(other or one)))
        yield _Band(low, high, found)
