"""A10: a rate of two counts in a measure that no list knows: 抽检486点，合格481点，合格率100%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.model.units import Units
from generator.rules.complements import are_opposites
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import COMMON, agrees

_COUNT = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
# One measure twice: that it is one needs no list, its second time shows it.
_COUNTED = Pattern(
    rf"(?P<led>[^0-9，,。；;]{{0,16}})(?P<whole>{_COUNT})(?P<unit>万?[一-鿿]{{1,2}})[，,、（(；;]"
    rf"(?P<between>[^0-9，,。；;]{{1,12}})(?P<part>{_COUNT})(?P=unit)[)）]?[，,、；;]"
    rf"(?P<name>[^0-9，,。；;]{{0,10}}率)(?:为|达到|达|是|约)?(?P<rate>{_COUNT})[%％]"
)
_PERCENT, _TIMES = 100, "万"


def plain_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What is counted in a measure of the lists is looked at with all the other counts."""
    for entry in form.everything:
        if "率" not in entry.text:
            continue
        for found in _COUNTED.finditer(half_width(entry.text)):
            if words.units is not None and _is_known(found["unit"], words.units):
                continue
            if words.has("wanted-before", found["led"]):
                continue  # 计划12点，完成10点: held against its target
            yield from _held(found, entry.place, words)


def _is_known(unit: str, units: Units) -> bool:
    unit = unit.removeprefix(_TIMES) or unit  # 万件 are 件
    return unit in units.plain or unit in units.not_quantities


def _held(found: re.Match[str], place: DocumentPlace, words: Vocabulary) -> Iterator[Finding]:
    whole, part, printed = (Decimal(found[key]) for key in ("whole", "part", "rate"))
    if are_opposites(found["led"], found["between"], words):
        whole, part = whole + part, whole
    named = set(found["between"]) & (set(found["name"]) - COMMON)
    if not named or not 0 < part <= whole:
        return
    exact = Fraction(part) / Fraction(whole)
    if not any(agrees(printed, e, is_loose=True) for e in (exact, 1 - exact)):
        left, right = f"{found['rate']}%", f"{plain(round_half_up(exact * _PERCENT, 2))}%"
        how = f"{plain(part)}{found['unit']} ÷ {plain(whole)}{found['unit']}"
        yield Finding("share", place, left, right, how, found["name"])
