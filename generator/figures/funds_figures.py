"""The figures of a subject's money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.base.toml import KeyPath
from generator.figures.figure import Figure, Source, number_figure
from generator.figures.point_figures import input_points
from generator.model.amounts import AMOUNT_LABELS
from generator.model.dossier import Subject
from generator.model.funds import FundPart, FundRow, Funds, FundSource
from generator.model.rate_base import rate_base

Money = Funds | FundSource | FundRow


def fund_figures(subject: Subject, rate_of: Sequence[str] = ()) -> Iterator[Figure]:
    """Give the amounts, the rate, and every row of sources, uses, plan and breakdowns."""
    funds = subject.entry.funds
    yield from _amounts(subject, funds, ("funds",), "funds")
    yield from _rate(subject, funds, "funds", rate_of)
    for index, source in enumerate(funds.sources):
        prefix = f"funds.source[{source.name}]"
        table: KeyPath = ("funds", "sources", index)
        yield from _amounts(subject, source, table, prefix, f"“{source.name}”")
        yield from _rate(subject, source, prefix, rate_of, f"“{source.name}”")
        if source.weight is not None:
            keys, label = (*table, "weight"), f"“{source.name}”分值"
            yield input_points(subject, f"{subject.id}/{prefix}.weight", source.weight, keys, label)
    for index, row in enumerate(funds.rows):
        table = ("funds", "rows", index)
        yield from _amounts(subject, row, table, f"funds.row[{row.name}]", f"“{row.name}”")
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
    subject: Subject, table: Money, keys: KeyPath, prefix: str, of: str = ""
) -> Iterator[Figure]:
    for name, label in AMOUNT_LABELS.items():
        yield from _amount(
            subject, f"{prefix}.{name}", getattr(table, name), (*keys, name), f"{of}{label}"
        )
    for name, amount in table.amounts.items():
        own = (*keys, "amounts", name)
        yield from _amount(subject, f"{prefix}.amount[{name}]", amount, own, f"{of}{name}")


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


def _rate(
    subject: Subject, money: Funds | FundSource, prefix: str, rate_of: Sequence[str], of: str = ""
) -> Iterator[Figure]:
    base = rate_base(money, rate_of)
    if money.spent is None or base is None or not base.value:
        return
    exact = Fraction(money.spent) / Fraction(base.value) * 100
    value = round_half_up(exact, subject.entry.funds.rate_places)
    yield number_figure(
        f"{subject.id}/{prefix}.rate",
        value,
        "%",
        label=f"{of}预算执行率",
        formula=f"{plain(money.spent)} ÷ {base.shown} × 100% = {plain(value)}%",
        rule=f"执行率 = 全年执行数 ÷ {base.label}",
        inputs=(f"{subject.id}/{prefix}.spent", *base.ids(f"{subject.id}/{prefix}")),
    )
