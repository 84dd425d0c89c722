"""A04, A09, C05: projects and tasks with money of their own, each held against itself as funds are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.rules import funds_rates, funds_sums
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import BREAKDOWNS, Funds, FundsRow, Spending
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary

if TYPE_CHECKING:
    from generator.read.draft import SubjectDraft
    from generator.read.spending import SpentOn, Sum

_BUDGET = "预算"
_FEWEST_PARTS = 2


def spending(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Rate, sources and execution of every project or task; its own cell says why, or a sentence that names it."""
    for one in form.spending:
        name = one.of or one.funds.total.name
        own = form._replace(
            funds=one.funds,
            spending=(),
            reason_cells=(),
            explanations=tuple(said for said in form.explanations if name in said),
        )
        if not one.is_sum:
            yield from _parts(own, name, words) if one.of else _thing(own, one, words)


def _thing(form: PrintedForm, one: Spending, words: Vocabulary) -> Iterator[Finding]:
    """Hold one project or task against itself."""
    name = one.funds.total.name
    yield from funds_rates.rates(form, words)
    if len(one.funds.sources) >= _FEWEST_PARTS:
        for found in funds_sums.sources(form, words):
            yield found._replace(name=f"“{name}”{_BUDGET}")
    yield from funds_sums.overspent(form, words)
    if one.has_reason:
        for found in funds_sums.unspent(form, words):
            yield found._replace(id="unspent-on", name=name)


def _parts(form: PrintedForm, name: str, words: Vocabulary) -> Iterator[Finding]:
    """Hold the parts against the whole, column by column; the whole itself is held elsewhere."""
    if len(form.funds.sources) >= _FEWEST_PARTS:
        for found in funds_sums.sources(form, words):
            yield found._replace(id="parts-of-column", name=f"{name}的{found.name}")
    parts = form._replace(funds=form.funds._replace(total=FundsRow()))
    yield from funds_rates.rates(parts, words)
    yield from funds_sums.overspent(parts, words)


def spending_of(subject: "SubjectDraft", whole: FundsRow) -> Iterator[Spending]:
    """Give what was printed of every project or task, and the breakdowns of the whole."""
    tables = {row.place.table for row in subject.spending if row.budget is not None}
    rows = [_with_budget(row, has=row.place.table in tables) for row in subject.spending]
    yield from _sums(rows)
    for row in rows:
        if not row.of and not row.is_sum:
            funds = Funds(
                total=_row(row),
                sources=tuple(_source(name, found) for name, found in row.sources),
                reason=row.reason or "",
            )
            yield Spending(funds, has_reason=row.reason is not None)
    for key, name in BREAKDOWNS.items():
        if found := tuple(_row(row) for row in rows if row.of == key):
            yield Spending(Funds(total=whole._replace(rate=None), sources=found), of=name)


def _with_budget(row: "SpentOn", *, has: bool) -> "SpentOn":
    """Return a row of a table that prints one budget only, be it called that of the beginning."""
    return row if has or row.of else row._replace(budget=row.initial, initial=None)


def _sums(rows: "list[SpentOn]") -> Iterator[Spending]:
    """Give each total with what stands above it in its table, up to the total before."""
    parts: list[SpentOn] = []
    for row in (row for row in rows if not row.of):
        if parts and parts[0].place.table != row.place.table:
            parts = []
        if row.is_sum and parts:
            yield Spending(Funds(total=_row(row), sources=tuple(map(_row, parts))), is_sum=True)
        parts = [] if row.is_sum else [*parts, row]


def _row(row: "SpentOn") -> FundsRow:
    return FundsRow(
        row.name,
        _amount(row.initial),
        _amount(row.budget),
        _amount(row.spent),
        _amount(row.rate),
        row.place,
    )


def _source(name: str, found: "Sum") -> FundsRow:
    return FundsRow(name, budget=_amount(found), place=found.place)


def _amount(found: "Sum | None") -> Amount | None:
    return Amount(found.value, found.place) if found is not None else None
