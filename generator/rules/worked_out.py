"""A10: an amount with its own reckoning behind it: 27000元（30人×180天×5元）."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.number import places_of, plain, round_half_up
from generator.base.pattern import Pattern
from generator.base.signs import TIMES
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,4})?"
_UNIT = r"[一-鿿]{0,4}(?:/[一-鿿]{1,3}){0,2}"
_PRODUCT = rf"{_NUMBER}{_UNIT}(?:{TIMES}{_NUMBER}{_UNIT}){{1,4}}"
_TOLD = Pattern(rf"(?P<told>{_NUMBER})(?P<unit>万?元)[（(](?:即|按)?(?P<product>{_PRODUCT})[)）]")
_FACTOR = Pattern(rf"({_NUMBER})([一-鿿]?)")
_TEN_THOUSAND = "万"


def worked_out(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Multiply; what is far off is reckoned with more than the bracket says."""
    least = words.percent("near-product")
    for entry in form.everything:
        for found in _TOLD.finditer(half_width(entry.text).replace(",", "")):
            printed, due = Decimal(found["told"]), Decimal(1)
            for factor in _FACTOR.finditer(found["product"]):
                due *= Decimal(factor[1]) * (10_000 if factor[2] == _TEN_THOUSAND else 1)
            if found["unit"].startswith(_TEN_THOUSAND):
                due /= 10_000
            if not printed or round_half_up(due, places_of(printed)) == printed:
                continue
            if least <= due / printed <= 1 / least:
                left, right = f"{plain(printed)}{found['unit']}", f"{plain(due)}{found['unit']}"
                yield Finding("product", entry.place, left, right, found["product"])
