"""The money that a form prints: the whole, its sources, what it is listed for, tasks with money of their own."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.amounts import AMOUNTS
from generator.rules.printed_value import Amount
from generator.rules.where import NOWHERE, Where

BREAKDOWNS = {"by-income": "按收入性质分", "by-expenditure": "按支出性质分"}


class FundsRow(NamedTuple):
    """A row of the table of funds: the whole (without a name), or a source of it."""

    name: str = ""
    initial: Amount | None = None
    budget: Amount | None = None
    spent: Amount | None = None
    rate: Amount | None = None
    place: Where = NOWHERE
    arrived: Amount | None = None  # what of the budget came in
    arrival_rate: Amount | None = None
    left: Amount | None = None  # what was not spent
    whole: Amount | None = None  # what its rate is of, where that is not the budget
    more: tuple[tuple[str, Amount], ...] = ()  # further amounts, by their names

    @property
    def base(self) -> Amount | None:
        """Return what its rate is of."""
        return self.budget if self.whole is None else self.whole

    def columns(self) -> Iterator[tuple[str, Amount | None]]:
        """Go through the three amounts."""
        for name in AMOUNTS:
            yield name, getattr(self, name)


class Part(NamedTuple):
    """One amount of a whole that is listed one by one, by its name."""

    name: str
    amount: Amount


class Breakdown(NamedTuple):
    """Parts of an amount that are listed one by one."""

    name: str
    of: str  # what the whole is
    wholes: tuple[Amount, ...]  # forms seldom say which they list; the first is named
    parts: tuple[Part, ...]
    place: Where = NOWHERE


class Funds(NamedTuple):
    """The table of funds: the whole, its sources, and what the execution is worth."""

    total: FundsRow = FundsRow()
    sources: tuple[FundsRow, ...] = ()
    weight: Amount | None = None
    score: Amount | None = None
    reason: str = ""  # in its own cells: why changed, why not spent
    is_by_formula: bool = False  # it prints 20分*执行率
    changed: str | None = None  # why the budget was changed (``None``: no cell of its own)
    breakdowns: tuple[Breakdown, ...] = ()  # by uses, by income, by expenditure
    source_parts: tuple[Breakdown, ...] = ()  # of a source, column by column
    is_whole: bool = False  # every source is listed, and no amount was rounded
    is_repeated: bool | None = None  # the row repeats the total (``None``: its weight tells)
    row_weights: tuple[Amount, ...] = ()  # points in the rows of the sources
    row_scores: tuple[Amount, ...] = ()  # scores there, beside that of the whole

    @property
    def rows(self) -> tuple[FundsRow, ...]:
        """Return the whole and its sources."""
        return (self.total, *self.sources)


class Spending(NamedTuple):
    """A project or task with money of its own, or the parts of the whole by another measure (``of``)."""

    funds: Funds
    has_reason: bool = False  # its form has a cell for it
    of: str = ""
    is_sum: bool = False  # the total below such projects or tasks, which are its sources
