"""A09: a product that is written out as a formula: 260人×1200元=31.2万元, 10分×96.5%=9.65分."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.number import places_of, plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.base.quantity import MULTIPLIERS
from generator.base.signs import TIMES
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,4})?|[0-9]{1,12}(?:\.[0-9]{1,6})?"
_UNIT = r"(?:%|[一-鿿㎡]{1,6})?(?:/[一-鿿㎡·./]{1,10})?"
_FACTOR = rf"(?:{_NUMBER}){_UNIT}"
_TIMES = rf"\s*{TIMES}\s*"
# What stands in a longer formula is not all of it: 5+3×2=11, (120-20)×3=300.
_FORMULA = Pattern(
    rf"(?<![0-9.,a-zA-Z+\-−÷/×*(（\[)）])(?<![+\-−÷/×*)）]\s)"
    rf"(?P<factors>{_FACTOR}(?:{_TIMES}{_FACTOR}){{1,3}})\s*=\s*"
    rf"(?P<product>{_NUMBER})(?P<unit>{_UNIT})(?!\s*[+\-−÷/×*=])"
)
_ONE = Pattern(rf"(?P<value>{_NUMBER})(?P<unit>{_UNIT})")
_PERCENT = "%"
_MONEY = Pattern("[万亿千百]{0,2}元")


def formulas(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Multiply what a formula says is multiplied."""
    del words
    for entry in form.everything:
        text = half_width(entry.text)
        if "=" not in text:
            continue
        for found in _FORMULA.finditer(text):
            yield from _held(found, entry.place)


def _held(found: re.Match[str], place: DocumentPlace) -> Iterator[Finding]:
    factors = [(one["value"], one["unit"]) for one in _ONE.finditer(found["factors"])]
    exact = Fraction(1)
    for value, unit in factors:
        exact *= _worth(value, unit)
    printed = _number(found["product"])
    size = _size(found["unit"])
    if any(_MONEY.match(unit) for _, unit in factors) and not _MONEY.match(found["unit"]):
        return  # the product has no unit: nobody knows in what it is
    due, places = exact / size, places_of(printed)
    if printed in (round_half_up(due, places), truncate(due, places)):
        return
    left, right = found["product"] + found["unit"], f"{_shown(due, places)}{found['unit']}"
    yield Finding("product", place, left, right, found["factors"])


def _shown(due: Fraction, places: int) -> str:
    return plain(round_half_up(due, max(2, places)))


def _worth(value: str, unit: str) -> Fraction:
    return Fraction(_number(value)) * _size(unit)


def _size(unit: str) -> Fraction:
    """Return what one of a unit is worth: 万元 are ten thousand, a per cent the hundredth part."""
    if unit.startswith(_PERCENT):
        return Fraction(1, 100)
    times = next((worth for word, worth in MULTIPLIERS if unit.startswith(word)), 1)
    return Fraction(times)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
