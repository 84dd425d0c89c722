"""A09, C04, C05: sources against their sum, changes of the budget, and what was not spent."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.printed import Amount, FundsRow, PrintedForm
from generator.rules.vocabulary import Vocabulary

_COLUMNS = {"initial": "年初预算数", "budget": "全年预算数", "spent": "全年执行数"}
LINE = Fraction(90, 100)  # below it the national form and most provinces want a reason
_MOST_SOURCES = 8


def sources(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The sources of a column come to its total."""
    del words
    for column, title in _COLUMNS.items():
        whole = getattr(form.funds.total, column)
        parts = [p for s in form.funds.sources if (p := getattr(s, column)) is not None]
        if whole is None or not parts or len(parts) > _MOST_SOURCES:
            continue
        together = sum((part.value for part in parts), Decimal(0))
        if _comes_to(parts, whole) or (together < whole.value and len(parts) < 2):
            continue
        how = "+".join(plain(part.value) for part in parts)
        yield Finding("sources", whole.place, plain(whole.value), plain(together), how, title)


def overspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """More was spent than there was."""
    for row in form.funds.rows:
        if row.budget is None or row.spent is None or row.spent.value <= row.budget.value:
            continue
        if row.budget.value > 0 and not is_explained(form, words, "overspending"):
            left, right = plain(row.spent.value), plain(row.budget.value)
            yield Finding("overspent", row.spent.place, left, right, name=row.name)
            return


def adjusted(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The budget was changed, and nobody says why."""
    total = form.funds.total
    has_total = bool(total.initial and total.budget and (total.initial.value or total.budget.value))
    rows = [total] if has_total else list(form.funds.sources)
    for row in rows:
        if _is_changed(row) and row.initial and row.budget:
            if is_explained(form, words, "adjustment"):
                return
            left, right = plain(row.budget.value), plain(row.initial.value)
            yield Finding("adjusted", row.budget.place, left, right, _change(row), row.name)


def unspent(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Much was left, and nobody says why."""
    rate = execution_rate(form.funds.total)
    spent = form.funds.total.spent
    if rate is None or spent is None or rate >= LINE or not form.is_evaluation:
        return
    if not is_explained(form, words, "unspent"):
        left = f"{plain(round_half_up(rate * 100, 2))}%"
        yield Finding("unspent", spent.place, left, f"{plain(round_half_up(LINE * 100, 0))}%")


def is_explained(form: PrintedForm, words: Vocabulary, id: str) -> bool:
    """Tell whether anything that explains speaks of it."""
    return any(
        words.has(id, sentence) and words.has("because", sentence)
        for text in form.explanations
        for sentence in re.split("[。\n]", text)
    )


def _is_changed(row: FundsRow) -> bool:
    if row.initial is None or row.budget is None or row.initial.value == 0:
        return False
    return round_half_up(row.initial.value, 2) != round_half_up(row.budget.value, 2)


def _change(row: FundsRow) -> str:
    if row.initial is None or row.budget is None:
        return ""
    change = Fraction(row.budget.value - row.initial.value) / Fraction(row.initial.value) * 100
    sign = "+" if change > 0 else ""
    return f"{sign}{plain(round_half_up(change, 2))}%"


def _comes_to(parts: list[Amount], whole: Amount) -> bool:
    """Tell whether the parts come to the whole; some may break down the one above them."""
    slack = Decimal(len(parts) + 1) / 2 / 10 ** max(2, whole.places)
    for count in range(len(parts), 0, -1):
        for chosen in combinations(parts, count):
            if abs(sum((c.value for c in chosen), Decimal(0)) - whole.value) <= slack:
                return count == len(parts) or _is_breakdown(parts, chosen)
    return False


def _is_breakdown(parts: list[Amount], chosen: tuple[Amount, ...]) -> bool:
    """Tell whether what was left out repeats what was chosen."""
    rest = sum((p.value for p in parts), Decimal(0)) - sum((c.value for c in chosen), Decimal(0))
    return any(rest == c.value for c in chosen) or rest == sum(
        (c.value for c in chosen), Decimal(0)
    )
