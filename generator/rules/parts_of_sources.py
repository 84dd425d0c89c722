"""A09: 基本支出, and below it 其中：人员经费 and 公用经费, which come to it in one column and not in another."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.model.amounts import AMOUNT_LABELS
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import Breakdown, Funds, Part
from generator.rules.rows_of_parts import parts_by_one_column
from generator.rules.rule_words import Vocabulary

_ROUNDED = Decimal("0.02")


def parts_of_sources(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What a source was broken down into comes to it."""
    del words
    unnamed = () if form.funds.is_whole else _among_the_sources(form.funds)
    for one in (*form.funds.source_parts, *unnamed):
        (whole,) = one.wholes
        together = sum((part.amount.value for part in one.parts), Decimal(0))
        if abs(together - whole.value) > _ROUNDED:
            how = "+".join(plain(part.amount.value) for part in one.parts)
            left, right = plain(whole.value), plain(together)
            yield Finding("source-parts", one.place, left, right, how, f"{one.of}·{one.name}")


def _among_the_sources(funds: Funds) -> Iterator[Breakdown]:
    """Give parts that the table does not tell from sources: no 其中 stands before them."""
    for whole, rows in parts_by_one_column(funds.sources, funds.total):
        for column, amount in whole.columns():
            found = [(row.name, dict(row.columns())[column]) for row in rows]
            parts = tuple(Part(name, part) for name, part in found if part is not None)
            if amount is not None and len(parts) == len(rows):
                label = AMOUNT_LABELS[column]
                yield Breakdown(label, whole.name, (amount,), parts, amount.place)
