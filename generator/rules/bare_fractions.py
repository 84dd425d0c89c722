"""C08: a rate that a sentence gives as a bare fraction: 群众满意度为0.93."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_BARE = Pattern(
    r"(?P<name>[一-鿿]{1,12}(?:满意度|知晓度|支持度|率))(?:为|是|达到|达|[:：])?(?P<value>0\.[0-9]{2,4})(?=[，,。；;、)\n]|$)"
)
_PERCENT = 100


def bare_fractions(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Cells have a rule of their own; some rates, 容积率, are written so."""
    for entry in form.everything:
        if entry.place.table or "0." not in entry.text:
            continue
        for found in _BARE.finditer(half_width(entry.text)):
            if words.ends("fraction-rates", found["name"]):
                continue
            right = f"{plain(Decimal(found['value']) * _PERCENT)}%"
            yield Finding("bare-fraction", entry.place, found["value"], right, "", found["name"])
