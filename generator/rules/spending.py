"""A04, A09, C05: projects and tasks with money of their own, each held against itself as funds are."""

from collections.abc import Iterator

from generator.read.draft import SubjectDraft
from generator.read.spending import Sum
from generator.rules import funds_rates, funds_sums
from generator.rules.finding import Finding
from generator.rules.printed import Amount, Funds, FundsRow, PrintedForm, Spending
from generator.rules.vocabulary import Vocabulary

_BUDGET, _EXECUTION = "预算", "执行率"
_FEWEST_PARTS = 2


def spending(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Rate, sources and execution of every project or task; its own cell says why, or a sentence that names it."""
    for funds, has_reason in form.spending:
        name = funds.total.name
        one = form._replace(
            funds=funds,
            spending=(),
            reason_cells=(),
            explanations=tuple(said for said in form.explanations if name in said),
        )
        yield from funds_rates.rates(one, words)
        if len(funds.sources) >= _FEWEST_PARTS:
            for found in funds_sums.sources(one, words):
                yield found._replace(name=f"“{name}”{_BUDGET}")
        yield from funds_sums.overspent(one, words)
        if has_reason:
            for found in funds_sums.unspent(one, words):
                yield found._replace(id="unspent-on", name=name)


def spending_of(subject: SubjectDraft) -> Iterator[Spending]:
    """Give what was printed of every project or task, as funds of its own."""
    for row in subject.spending:
        funds = Funds(
            total=FundsRow(
                row.name,
                _amount(row.initial),
                _amount(row.budget),
                _amount(row.spent),
                _amount(row.rate),
                row.place,
            ),
            sources=tuple(_source(name, found) for name, found in row.sources),
            reason=row.reason or "",
        )
        yield Spending(funds, has_reason=row.reason is not None)


def _source(name: str, found: Sum) -> FundsRow:
    return FundsRow(name, budget=_amount(found), place=found.place)


def _amount(found: Sum | None) -> Amount | None:
    return Amount(found.value, found.place) if found is not None else None
