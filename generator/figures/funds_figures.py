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
from generator.model.figure_id import FigureId
from generator.model.funds import FundPart, FundRow, Funds, FundSource
from generator.model.rate_base import rate_base
from generator.model.row_key import RowKey

Money = Funds | FundSource | FundRow


def fund_figures(subject: Subject, rate_of: Sequence[str] = ()) -> Iterator[Figure]:
    """Give the amounts, the rate, and every row of sources, uses, plan and breakdowns."""
    funds = subject.entry.funds
    yield from _amounts(subject, funds, ("funds",))
    yield from _rate(subject, funds, None, rate_of)
    for index, source in enumerate(funds.sources):
        key = RowKey.source(source.name)
        table: KeyPath = ("funds", "sources", index)
        yield from _amounts(subject, source, table, key, f"“{source.name}”")
        yield from _rate(subject, source, key, rate_of, f"“{source.name}”")
        if source.weight is not None:
            id = FigureId.money(subject.id, "weight", key)
            keys, label = (*table, "weight"), f"“{source.name}”分值"
            yield input_points(subject, id, source.weight, keys, label)
    for index, row in enumerate(funds.rows):
        table = ("funds", "rows", index)
        yield from _amounts(subject, row, table, RowKey.money(row.name), f"“{row.name}”")
    for index, use in enumerate(funds.uses):
        keys = ("funds", "uses", index, "amount")
        id = FigureId.use(subject.id, use.item)
        yield from _amount(subject, id, use.amount, keys, f"资金用途“{use.item}”")
    for index, step in enumerate(funds.plan):
        yield number_figure(
            FigureId.plan(subject.id, step.by),
            step.percent,
            "%",
            label=f"支出计划“{step.by}”",
            sources=(Source(subject.source, ("funds", "plan", index, "percent")),),
        )
    for column, own, of in (
        ("income", funds.by_income, "收入"),
        ("expenditure", funds.by_expenditure, "支出"),
    ):
        yield from _breakdown(subject, own, ("funds", f"by-{column}"), (column, ()), of)


def _amounts(
    subject: Subject, table: Money, keys: KeyPath, row: RowKey | None = None, of: str = ""
) -> Iterator[Figure]:
    for name, label in AMOUNT_LABELS.items():
        id = FigureId.amount(subject.id, name, row)
        yield from _amount(subject, id, getattr(table, name), (*keys, name), f"{of}{label}")
    for name, amount in table.amounts.items():
        own = (*keys, "amounts", name)
        id = FigureId.amount(subject.id, name, row)
        yield from _amount(subject, id, amount, own, f"{of}{name}")


def _amount(
    subject: Subject, id: FigureId, amount: Decimal | None, keys: KeyPath, label: str
) -> Iterator[Figure]:
    if amount is None:
        return
    unit = subject.entry.funds.unit
    source = Source(subject.source, keys)
    yield number_figure(id, amount, unit, label=label, sources=(source,))


def _breakdown(
    subject: Subject,
    parts: Sequence[FundPart],
    keys: KeyPath,
    above: tuple[str, tuple[str, ...]],
    of: str,
) -> Iterator[Figure]:
    column, names = above
    for index, part in enumerate(parts):
        own, label = (*names, part.name), f"{of}“{part.name}”"
        id = FigureId.breakdown(subject.id, column, own)
        yield from _amount(subject, id, part.amount, (*keys, index, "amount"), label)
        yield from _breakdown(subject, part.parts, (*keys, index, "parts"), (column, own), label)


def _rate(
    subject: Subject,
    money: Funds | FundSource,
    row: RowKey | None,
    rate_of: Sequence[str],
    of: str = "",
) -> Iterator[Figure]:
    base = rate_base(money, rate_of)
    if money.spent is None or base is None or not base.value:
        return
    exact = Fraction(money.spent) / Fraction(base.value) * 100
    value = round_half_up(exact, subject.entry.funds.rate_places)
    yield number_figure(
        FigureId.money(subject.id, "rate", row),
        value,
        "%",
        label=f"{of}预算执行率",
        formula=f"{plain(money.spent)} ÷ {base.shown} × 100% = {plain(value)}%",
        rule=f"执行率 = 全年执行数 ÷ {base.label}",
        inputs=(FigureId.money(subject.id, "spent", row), *base.ids(subject.id, row)),
    )
