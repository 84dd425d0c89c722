"""The figures of a subject's money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.base.toml import KeyPath
from generator.figures.figure import Figure, Source, number_figure
from generator.model.dossier import Subject
from generator.model.entry import Entry
from generator.model.funds import FundPart

_AMOUNTS = {"initial": "年初预算数", "budget": "全年预算数", "spent": "全年执行数"}


def fund_figures(subject: Subject) -> Iterator[Figure]:
    """Give the amounts, the rate, and every row of sources, uses, plan and breakdowns."""
    funds = subject.entry.funds
    yield from _amounts(subject, funds, ("funds",), "funds")
    yield from _rate(subject)
    for index, source in enumerate(funds.sources):
        prefix = f"funds.source[{source.name}]"
        table: KeyPath = ("funds", "sources", index)
        yield from _amounts(subject, source, table, prefix, f"“{source.name}”")
    for index, use in enumerate(funds.uses):
        keys = ("funds", "uses", index, "amount")
        yield from _amount(
            subject, f"funds.use[{use.item}]", use.amount, keys, f"资金用途“{use.item}”"
        )
    for index, step in enumerate(funds.plan):
        yield number_figure(
            f"{subject.id}/funds.plan[{step.by}]",
            step.percent,
            "%",
            label=f"支出计划“{step.by}”",
            sources=(Source(subject.source, ("funds", "plan", index, "percent")),),
        )
    yield from _breakdown(subject, funds.by_income, ("funds", "by-income"), "funds.income", "收入")
    yield from _breakdown(
        subject, funds.by_expenditure, ("funds", "by-expenditure"), "funds.expenditure", "支出"
    )


def _amounts(
    subject: Subject, table: Entry, keys: KeyPath, prefix: str, of: str = ""
) -> Iterator[Figure]:
    for name, label in _AMOUNTS.items():
        yield from _amount(
            subject, f"{prefix}.{name}", getattr(table, name), (*keys, name), f"{of}{label}"
        )


def _amount(
    subject: Subject, name: str, amount: Decimal | None, keys: KeyPath, label: str
) -> Iterator[Figure]:
    if amount is None:
        return
    unit = subject.entry.funds.unit
    source = Source(subject.source, keys)
    yield number_figure(f"{subject.id}/{name}", amount, unit, label=label, sources=(source,))


def _breakdown(
    subject: Subject, parts: Sequence[FundPart], keys: KeyPath, prefix: str, of: str
) -> Iterator[Figure]:
    for index, part in enumerate(parts):
        name = f"{prefix}[{part.name}]"
        yield from _amount(
            subject, name, part.amount, (*keys, index, "amount"), f"{of}“{part.name}”"
        )
        yield from _breakdown(
            subject, part.parts, (*keys, index, "parts"), name, f"{of}“{part.name}”"
        )


def _rate(subject: Subject) -> Iterator[Figure]:
    funds = subject.entry.funds
    if funds.spent is None or not funds.budget:
        return
    exact = Fraction(funds.spent) / Fraction(funds.budget) * 100
    value = round_half_up(exact, funds.rate_places)
    yield number_figure(
        f"{subject.id}/funds.rate",
        value,
        "%",
        label="预算执行率",
        formula=f"{plain(funds.spent)} ÷ {plain(funds.budget)} × 100% = {plain(value)}%",
        rule="执行率 = 全年执行数 ÷ 全年预算数",
        inputs=(f"{subject.id}/funds.spent", f"{subject.id}/funds.budget"),
    )
