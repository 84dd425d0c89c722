"""Grades and tiers of a scheme: bands that follow each other without gap or overlap."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_fault import Fault

_WHOLE = Decimal(100)


class _Band(NamedTuple):
    name: str
    low: Decimal
    high: Decimal
    keys: KeyPath


def check_bands(scheme: Scheme) -> Iterator[Fault]:
    """Check the grade scale and the tiers."""
    grades = [_Band(x.word, x.from_, x.to, ("grade", i)) for i, x in enumerate(scheme.grade)]
    tiers = [_Band(x.label, x.from_, x.to, ("tier", i)) for i, x in enumerate(scheme.tier)]
    yield from _joints("G02", "等级", grades)
    yield from _joints("S07", "档次", tiers)
    yield from _ends(tiers)
    for index, tier in enumerate(scheme.tier):
        if tier.from_ == 0 and not tier.from_included:
            message = f"完成 0% 不属于任何一档：“{tier.label}”不含下限"
            yield Fault("S07", ("tier", index, "from-included"), message, "请删去 from-included")


def _joints(code: str, noun: str, bands: Sequence[_Band]) -> Iterator[Fault]:
    names: set[str] = set()
    for band in bands:
        if band.low >= band.high:
            message = f"{noun}“{band.name}”的下限 {band.low:f} 不低于上限 {band.high:f}"
            yield Fault(code, (*band.keys, "from"), message, "from 写下限，to 写上限")
        if band.name in names:
            yield Fault(code, band.keys, f"{noun}“{band.name}”写了两次", "请删去一个或改名")
        names.add(band.name)
    ordered = _downwards(bands)
    for upper, lower in pairwise(ordered):
        yield from _joint(code, noun, upper, lower)


def _downwards(bands: Sequence[_Band]) -> list[_Band]:
    """Read the bands from top to bottom, whichever way they are written."""
    is_ascending = len(bands) > 1 and bands[0].low < bands[-1].low
    return list(reversed(bands)) if is_ascending else list(bands)


def _joint(code: str, noun: str, upper: _Band, lower: _Band) -> Iterator[Fault]:
    """A shared bound is right: it belongs to the upper band."""
    pair = f"{noun}“{upper.name}”（{upper.low:f} 起）与“{lower.name}”（到 {lower.high:f}）"
    if lower.high < upper.low:
        message, hint = f"{pair}之间有空档", f"请把“{lower.name}”的 to 写成 {upper.low:f}"
    elif lower.high > upper.low:
        message, hint = f"{pair}重叠", "请按从高到低的顺序写，上一档的 from 等于下一档的 to"
    else:
        return
    yield Fault(code, (*lower.keys, "to"), message, hint, quote=f"{lower.high:f}")


def _ends(tiers: Sequence[_Band]) -> Iterator[Fault]:
    if not tiers:
        return
    top, bottom = max(tiers, key=lambda t: t.high), min(tiers, key=lambda t: t.low)
    if top.high != _WHOLE:
        message = f"定性档次的最高上限是 {top.high:f}%，应为 100%"
        yield Fault("S07", (*top.keys, "to"), message, "请把最高一档的 to 写成 100")
    if bottom.low != 0:
        message = f"定性档次的最低下限是 {bottom.low:f}%，应为 0"
        yield Fault("S07", (*bottom.keys, "from"), message, "请把最低一档的 from 写成 0")
