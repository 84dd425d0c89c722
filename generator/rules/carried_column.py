"""Columns beside the amounts, and rows, of money left of the year before: 结余结转及预算调整, 上年结转资金."""

from collections.abc import Iterator
from decimal import Decimal

from generator.read.printed_values import number, squeezed
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary


def is_carried_over(form: PrintedForm, row: FundsRow, words: Vocabulary) -> bool:
    """Tell whether the whole change stands in a column, or a row, of what was left of the year before."""
    if row.initial is None or row.budget is None:
        return False
    change = row.budget.value - row.initial.value
    rows = (s for s in form.funds.sources if words.has("left-of-year-before", s.name))
    return change in dict(_carried(form, row.budget, words)).values() or any(
        s.budget.value - (s.initial.value if s.initial else 0) == change for s in rows if s.budget
    )


def spent_of_both_years(form: PrintedForm, row: FundsRow, words: Vocabulary) -> Amount | None:
    """Return what was spent with that of the year before, where it has the next column (``None``: none)."""
    if row.spent is None:
        return None
    beside = dict(_carried(form, row.spent, words)).get(row.spent.place.column + 1)
    return None if beside is None else row.spent._replace(value=row.spent.value + beside)


def _carried(form: PrintedForm, amount: Amount, words: Vocabulary) -> Iterator[tuple[int, Decimal]]:
    """Give the numbers in the row of an amount whose column is called so, by column."""
    at = amount.place
    cells = [entry for entry in form.entries if entry.place.table == at.table]
    heads = {
        entry.place.column
        for entry in cells
        if entry.place.row < at.row and words.has("left-of-year-before", squeezed(entry.text))
    }
    for entry in cells:
        value = number(entry.text)
        if entry.place.row == at.row and entry.place.column in heads and value is not None:
            yield entry.place.column, value
