"""What the rates that a form prints are of: its budgets, what came in, a budget and what was left of last year."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from generator.base.number import places_of, round_half_up, truncate
from generator.model.amounts import BUDGET, INITIAL
from generator.model.funds import Funds, FundSource
from generator.model.rate_base import label_of, rate_base

Names = tuple[str, ...]
_BUDGETS = {INITIAL, BUDGET}
_MOST = 3  # amounts that are added up
_SURELY = 2  # rows that tell it from the budget: one may fit by chance


class Rates(NamedTuple):
    """The amounts that the rates are of (none: the budget), and what has to be said."""

    of: Names = ()
    remarks: tuple[str, ...] = ()


class _Row(NamedTuple):
    """A row with its printed rate."""

    money: Funds | FundSource
    spent: Decimal
    rate: Decimal

    def base(self, of: Names) -> Decimal | None:
        """Return what the rate would be of."""
        base = rate_base(self.money, of)
        return base.value if base is not None and base.value > 0 else None

    def agrees(self, of: Names) -> bool:
        """Tell whether the printed rate is that of these amounts, at its own places."""
        base = self.base(of)
        if base is None:
            return False
        exact, places = Fraction(self.spent) / Fraction(base) * 100, places_of(self.rate)
        return self.rate in (round_half_up(exact, places), truncate(exact, places))


def rates_of(every: Iterable[Funds]) -> Rates:
    """Hold all rates of a form against the sums of its amounts; one row alone proves nothing."""
    rows = [row for funds in every for row in _rows(funds)]
    if not rows:
        return Rates()
    if all(row.agrees(()) for row in rows):
        return _besides(rows)
    for found in _by_length(rows):
        fitting = [of for of in found if all(row.agrees(of) for row in rows)]
        if len(fitting) == 1 and _evidence(rows, fitting[0]) >= _SURELY:
            return Rates(fitting[0], (_taken(fitting[0], len(rows)),))
        if fitting:
            return Rates(remarks=(_open(fitting),))
    return Rates()


def _rows(funds: Funds) -> Iterator[_Row]:
    if funds.spent is not None and funds.stated.rate is not None:
        yield _Row(funds, funds.spent, funds.stated.rate)
    for source in funds.sources:
        if source.spent is not None and source.stated_rate is not None:
            yield _Row(source, source.spent, source.stated_rate)


def _besides(rows: Sequence[_Row]) -> Rates:
    """Tell of a column that the rates may be of as well: it has the same amounts in every row."""
    alike = [
        of for of in next(_by_length(rows)) if not _BUDGETS & {*of} and not _evidence(rows, of)
    ]
    fitting = [of for of in alike if all(row.agrees(of) for row in rows)]
    if not fitting:
        return Rates()
    said = "、".join(f"“{label_of(of)}”" for of in fitting)
    remark = (
        f"表上的执行率按预算数和按{said}算都相符，照预算数算；"
        f"不是的，在方案里写 rate-of = {_toml(fitting[0])}"
    )
    return Rates(remarks=(remark,))


def _by_length(rows: Sequence[_Row]) -> Iterator[list[Names]]:
    """Give the sums that a rate may be of, the shortest first."""
    own = dict.fromkeys(name for row in rows for name in row.money.amounts)
    budgets = [
        name for name in (INITIAL, BUDGET) if any(getattr(r.money, name) is not None for r in rows)
    ]
    for length in range(1, _MOST + 1):
        sums = combinations((*budgets, *own), length)
        yield [of for of in sums if len(_BUDGETS & {*of}) <= 1]


def _evidence(rows: Sequence[_Row], of: Names) -> int:
    """Count the rows in which a sum is something else than the budget."""
    return sum(row.base(of) != row.base(()) for row in rows)


def _taken(of: Names, rows: int) -> str:
    return (
        f"表上 {rows} 行执行率都是全年执行数÷{label_of(of)}，按预算数算不相符，"
        "方案照此计算（rate-of），请与当地的文件核对"
    )


def _open(fitting: Sequence[Names]) -> str:
    said = "；".join(_toml(of) for of in fitting)
    return (
        "表上的执行率按预算数算不相符，这样写可以相符，但各行不足以断定，没有写进方案："
        f"rate-of = {said}"
    )


def _toml(of: Names) -> str:
    return "[" + ", ".join(f'"{name}"' for name in of) + "]"
