"""A09: 基本支出, and below it 其中：人员经费 and 公用经费, which come to it in one column and not in another."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_ROUNDED = Decimal("0.02")


def parts_of_sources(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What a source was broken down into comes to it."""
    del words
    for one in form.funds.source_parts:
        (whole,) = one.wholes
        together = sum((part.amount.value for part in one.parts), Decimal(0))
        if abs(together - whole.value) > _ROUNDED:
            how = "+".join(plain(part.amount.value) for part in one.parts)
            left, right = plain(whole.value), plain(together)
            yield Finding("source-parts", one.place, left, right, how, f"{one.of}·{one.name}")
