"""X02: what a cell or a note says was left, with two signs changed over: 未支付43万元 beside 680 and 646."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.swapped import are_swapped

_AMOUNT = Pattern(r"(?<![0-9.])(?P<value>[0-9]{1,9}(?:\.[0-9]{1,6})?)(?P<unit>万元|元)")


def left_in_words(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of whole or source, what was not spent follows from two amounts; a slip of its digits is told."""
    lefts = [
        row.budget.value - row.spent.value
        for row in form.funds.rows
        if row.budget is not None and row.spent is not None and row.budget.value > row.spent.value
    ]
    for entry in form.entries if lefts else ():
        text = half_width(entry.text)
        for found in _AMOUNT.finditer(text):
            if found["unit"] != form.money or not words.ends(
                "is-left", _before(text, found.start())
            ):
                continue
            value = Decimal(found["value"])
            slip = next((left for left in lefts if are_swapped(value, left)), None)
            if slip is not None and value not in lefts:
                right = f"{plain(slip)}{form.money}"
                yield Finding("left-in-words", entry.place, found[0], right)


def _before(text: str, end: int) -> str:
    return text[:end].rstrip("了的为资金完计共 ")
