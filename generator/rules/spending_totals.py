"""A09, A04, C01: the total below projects or tasks, and what is blank in one of them only."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.rules import funds_rates, funds_sums
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import Funds, FundsRow, Spending
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary

_FEWEST = 2


def spending_totals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold each total against what stands above it, column by column, and its own rate."""
    for one in form.spending:
        if one.is_sum:
            yield from _total(form, one, words)


def _total(form: PrintedForm, one: Spending, words: Vocabulary) -> Iterator[Finding]:
    total = added_up = one.funds.total
    parts = one.funds.sources if len(one.funds.sources) >= _FEWEST else ()
    held = total
    for column, _ in total.columns():
        if any(getattr(part, column) is None for part in parts):
            held = _with(held, column, None)  # where a part is blank, its sum is not known
    own = form._replace(funds=Funds(total=held, sources=parts), spending=())
    for found in funds_sums.sources(own, words) if parts else ():
        yield found._replace(id="parts-of-column", name=f"{total.name}的{found.name}")
        wrong = next(c for c, amount in total.columns() if amount and amount.place == found.where)
        added_up = _with(added_up, wrong, Amount(_sum(parts, wrong), found.where))
    # A rate that is right for what the parts come to is not wrong because the total is.
    if all(_rates(form, row, words) for row in (total, added_up)):
        yield from _rates(form, total, words)


def _rates(form: PrintedForm, row: FundsRow, words: Vocabulary) -> list[Finding]:
    return [*funds_rates.rates(form._replace(funds=Funds(total=row), spending=()), words)]


def _with(row: FundsRow, column: str, amount: Amount | None) -> FundsRow:
    cells = {**dict(row.columns()), column: amount}
    return row._replace(initial=cells["initial"], budget=cells["budget"], spent=cells["spent"])


def _sum(parts: Sequence[FundsRow], column: str) -> Decimal:
    amounts: list[Amount] = [amount for p in parts if (amount := getattr(p, column)) is not None]
    return sum((amount.value for amount in amounts), Decimal(0))


def blank_amounts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """One project or task has no amount spent, or no rate, where all the others have theirs; or none has."""
    rows = [one.funds.total for one in form.spending if not one.of and not one.is_sum]
    for table in sorted({row.place.table for row in rows}):
        own = [row for row in rows if row.place.table == table]
        yield from _spent(form, own)
        yield from _rate(form, own)
        if form.is_evaluation and len(own) >= _FEWEST:
            yield from _column(form, own, words)


def _column(form: PrintedForm, rows: Sequence[FundsRow], words: Vocabulary) -> Iterator[Finding]:
    """A column for what was spent stands above the rows, and nobody filled it in."""
    if any(row.spent is not None or row.budget is None for row in rows):
        return
    cells = [e for e in form.entries if e.place.table == rows[0].place.table]
    lines = {row.place.row for row in rows}
    filled = {e.place.column for e in cells if e.place.row in lines and e.text.strip()}
    above = [e for e in cells if min(lines) - 2 <= e.place.row < min(lines)]
    for head in above:
        is_spent = words.has("spent-head", head.text) and not words.has("rates", head.text)
        if is_spent and head.place.column not in filled:
            yield Finding("spent-blank", head.place, name=f"{len(rows)} 项的")
            return


def _spent(form: PrintedForm, rows: Sequence[FundsRow]) -> Iterator[Finding]:
    filled = [row.spent for row in rows if row.spent is not None]
    blank = [row for row in rows if row.spent is None and row.budget]
    if _is_lone(blank, filled, rows) and _is_empty(form, blank[0], filled[0]):
        budget = blank[0].budget
        if budget is not None and budget.value > 0:
            yield Finding("spent-blank", budget.place, name=f"“{blank[0].name}”")


def _rate(form: PrintedForm, rows: Sequence[FundsRow]) -> Iterator[Finding]:
    filled = [row.rate for row in rows if row.rate is not None]
    blank = [row for row in rows if row.rate is None and row.spent and row.budget]
    if _is_lone(blank, filled, rows) and _is_empty(form, blank[0], filled[0]):
        spent = blank[0].spent
        if spent is not None:
            yield Finding("rate-blank", spent.place, name=f"“{blank[0].name}”")


def _is_lone(blank: Sequence[FundsRow], filled: Sequence[Amount], rows: Sequence[FundsRow]) -> bool:
    return len(blank) == 1 and len(filled) >= max(_FEWEST, len(rows) - 1)


def _is_empty(form: PrintedForm, row: FundsRow, above: Amount) -> bool:
    """Tell a cell that says nothing at all: a dash is an answer."""
    at, column = row.place, above.place.column
    said = (
        entry.text
        for entry in form.entries
        if (entry.place.table, entry.place.row, entry.place.column) == (at.table, at.row, column)
    )
    return not "".join(said).strip()
