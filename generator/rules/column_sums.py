"""A01: what the line of the total prints below a second column of scores, or below what was deducted."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary


def reviewed(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Scores of those who checked add up; a row of funds above the table may count with them."""
    del words
    yield from _sum(form, "review-total", [row.review for row in form.rows])


def deducted(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was deducted from rows adds up; a blank cell is nothing deducted."""
    del words
    amounts = [row.deduction for row in form.rows if row.deduction is not None]
    yield from _sum(form, "deduction-total", amounts)


def _sum(form: PrintedForm, id: str, amounts: Sequence[Amount | None]) -> Iterator[Finding]:
    printed = form.column_totals.get(id.removesuffix("-total"))
    known = [amount.value for amount in amounts if amount is not None]
    if printed is None or not known or len(known) < len(amounts):
        return
    due, funds = sum(known, Decimal(0)), form.funds
    also = {due}
    if funds.score is not None:
        also.add(due + funds.score.value)
    if id.startswith("deduction") and funds.score is not None and funds.weight is not None:
        also.add(due + funds.weight.value - funds.score.value)
    if printed.value not in also:
        how = "+".join(map(plain, known))
        yield Finding(id, printed.place, plain(printed.value), plain(due), how)
