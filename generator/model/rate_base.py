"""What a rate of execution is of: the budget, or the amounts that a scheme names."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import plain
from generator.model.amounts import AMOUNT_LABELS, BUDGET, INITIAL
from generator.model.figure_id import FigureId
from generator.model.funds import Funds, FundSource
from generator.model.row_key import RowKey

PLUS = "＋"


class RateBase(NamedTuple):
    """The amounts that are added up to what the rate is of, each by its name."""

    parts: tuple[tuple[str, Decimal], ...]

    @property
    def value(self) -> Decimal:
        """Return what they come to."""
        return sum((amount for _, amount in self.parts), Decimal(0))

    @property
    def shown(self) -> str:
        """Write them as they stand in a formula: 470, or (450 + 20)."""
        first, *others = (amount for _, amount in self.parts)
        if not others:
            return plain(first)
        rest = "".join(f" {'-' if one < 0 else '+'} {plain(abs(one))}" for one in others)
        return f"({plain(first)}{rest})"

    @property
    def label(self) -> str:
        """Write what they are called."""
        return label_of([name for name, _ in self.parts])

    def ids(self, owner: str, row: RowKey | None = None) -> tuple[FigureId, ...]:
        """Return the ids of their figures: of all the money of an owner, or of a row of it."""
        return tuple(FigureId.amount(owner, name, row) for name, _ in self.parts)


def rate_base(money: Funds | FundSource, of: Sequence[str] = ()) -> RateBase | None:
    """Return what a row has of the amounts that are named; without names, the budget."""
    names = of or (BUDGET if money.budget is not None else INITIAL,)
    found = tuple(_known(money, names))
    return RateBase(found) if found else None


def label_of(of: Sequence[str]) -> str:
    """Write the names of amounts for people."""
    names = PLUS.join(AMOUNT_LABELS.get(name, name) for name in of)
    return f"（{names}）" if len(of) > 1 else names


def _known(money: Funds | FundSource, names: Sequence[str]) -> Iterator[tuple[str, Decimal]]:
    """Give the amounts that are there: one that is blank beside another is nothing."""
    for name in names:
        own = getattr(money, name) if name in AMOUNT_LABELS else money.amounts.get(name)
        if own is not None:
            yield name, own
