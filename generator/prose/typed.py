"""Numbers that a person typed into prose instead of quoting a figure."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.figures.figure import Figure
from generator.model.units import Units

FEWEST_DIGITS = 3
_TAG = Pattern(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DIGIT = Pattern(r"\d")  # also full-width ones
_NUMBER = Pattern(
    # What stands before the first digit is looked at behind it: words without digits are passed over.
    r"(\d(?<![\d.第〔\[（(《A-Za-z-]\d)\d{0,14}(?:\.\d{1,10})?)\s*([%％]|[一-鿿]{1,4})",
    re.ASCII,
)


class Typed(NamedTuple):
    """A typed number: value, what follows it, and where it stands in its text (from 1)."""

    value: Decimal
    after: str
    line: int
    column: int
    words: str


def typed_numbers(text: str, units: Units, *, with_rough: bool = False) -> Iterator[Typed]:
    """Find the numbers of a text that stand outside quotations, ``8000余万元`` only if it is wished."""
    if not _DIGIT.search(text):
        return
    bare = _TAG.sub(lambda tag: re.sub(r"[^\n]", "\0", tag[0]), text) if "{" in text else text
    excluded = (*units.not_quantities, *units.seldom_quantities)
    excluded = excluded if with_rough else (*excluded, *units.about_behind)
    for line, words in enumerate(bare.split("\n"), 1):
        for found in _NUMBER.finditer(half_width(words)):
            if not found[2].startswith(excluded):
                yield Typed(Decimal(found[1]), found[2], line, found.start() + 1, found[0])


def same_quantity(typed: Typed, value: Decimal, unit: str, units: Units) -> bool:
    """Tell whether a typed number is a figure's: number and unit, money and percent in any size."""
    if not unit:
        return False
    if typed.after.startswith(units.money) and unit in units.money:
        own = next(u for u in units.money if typed.after.startswith(u))
        return units.convert(Fraction(typed.value), own, unit) == Fraction(value)
    return typed.after.startswith(unit) and typed.value == value


def is_telling(typed: Typed, unit: str, units: Units) -> bool:
    """Leave small counts alone: three of something may be three of anything."""
    digits = len(typed.value.as_tuple().digits)
    return digits >= FEWEST_DIGITS or unit in units.money or unit in ("%", "％")


def quantity_of(figure: Figure) -> tuple[Decimal, str] | None:
    """Return number and unit of a figure that has both."""
    if isinstance(figure.value, Decimal) and figure.unit:
        return figure.value, figure.unit
    return None
