"""A09: the expenditure of a department split by its kinds comes to its whole."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary

_FEWEST = 2


def splits(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The parts by income and by expenditure come to the budget, or to what was spent."""
    total = form.funds.total
    wholes = [a for a in (total.budget, total.spent, total.initial) if a is not None]
    for split in form.splits:
        parts = [part for part in split.parts if not words.has("part-of-part", part.name)]
        if len(parts) < _FEWEST or not wholes:
            continue
        together = sum((part.value for part in parts), Decimal(0))
        if any(_is_same(together, whole.value) for whole in wholes) or not together:
            continue
        how = "+".join(plain(part.value) for part in parts)
        yield Finding(
            "split", parts[0].place, plain(wholes[0].value), plain(together), how, split.name
        )


def _is_same(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= Decimal("0.02")
