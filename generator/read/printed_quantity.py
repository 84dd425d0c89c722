"""Quantities in running text, each with its unit and its place: 84万元, 230人次, 88.74%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.base.quantity import MULTIPLIERS
from generator.model.units import Units

_NUMBER = r"(?<![0-9.,A-Za-z第])(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,10})?(?![0-9])"
_SPAN_OF_TIME, _YEAR = 100, "年"
_EACH_TIME = "次"
_TIMES = frozenset(word for word, _ in MULTIPLIERS)
# What is no quantity although it holds numbers: document numbers, days, months, names of documents.
_MASKED = Pattern(
    r"[〔\[【(（][12][0-9]{3}[〕\]】)）]\s*第?\s*[0-9]{1,5}\s*号|[12][0-9]{3}\s*年\s*[0-9]{1,2}\s*月(?:\s*[0-9]{1,2}\s*日)?"
    r"|(?<![0-9])[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|《[^》\n]{1,200}》"
)


class PrintedQuantity(NamedTuple):
    """A number, its unit, and where it stands in its text."""

    value: Decimal
    unit: str
    start: int
    end: int
    is_about: bool


def quantities_in(text: str, units: Units) -> Iterator[PrintedQuantity]:
    """Find the quantities of a text from left to right."""
    plain = _MASKED.sub(lambda found: "\0" * len(found[0]), half_width(text))
    for found in _pattern(units).finditer(plain):
        value = Decimal(found["number"].replace(",", ""))
        unit = found["unit"] or ""
        if unit in units.not_quantities and not (unit == _YEAR and value < _SPAN_OF_TIME):
            continue
        is_about = bool(found["more"]) or plain.endswith(units.about_before, 0, found.start())
        yield PrintedQuantity(value, unit, found.start(), found.end(), is_about)


@lru_cache(maxsize=8)
def _pattern(units: Units) -> Pattern:
    # 86万株 are no 86万 of money: every measure may be counted in ten thousands.
    measures = [
        u for u in units.plain if len(u) == 1 and u not in _TIMES.union(units.not_quantities)
    ]
    # 艘次, 件次: whatever is counted may be counted each time.
    measures += [f"{unit}{_EACH_TIME}" for unit in measures if unit != _EACH_TIME]
    counted = {*measures, *(f"{times}{unit}" for times in _TIMES for unit in measures)}
    known = {*units.plain, *counted, *units.money, *units.not_quantities}
    every = "|".join(re.escape(unit) for unit in sorted(known, key=lambda u: (-len(u), u)))
    about = "|".join(map(re.escape, units.about_behind))
    return Pattern(rf"(?P<number>{_NUMBER})\s*(?P<more>(?:{about})?)(?P<unit>{every})?")
