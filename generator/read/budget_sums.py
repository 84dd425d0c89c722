"""Which of several budgets is all there was to spend: the one that the two before it come to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

Figures = Mapping[int, tuple[Decimal, bool]]  # by column, each with whether it is written as a rate

_PARTS = ("initial", "budget", "")
_BUDGETS = ("initial", "budget")


def with_summed_budget(
    roles: Sequence[str], is_total: Sequence[bool], lines: Sequence[Figures]
) -> list[str]:
    """Let a change of the budget be none: 年初预算 500, 结余结转及预算调整 28, 预算合计 528.

    Where its own figures do not say so, the column that is called a total says it.
    """
    named = list(roles)
    for last in range(2, len(named)):
        first, second = last - 2, last - 1
        are_budgets = named[last] == "budget" and all(named[n] in _PARTS for n in (first, second))
        # What one of them alone is may well be printed again as the budget.
        is_doubtful = named[second] in _BUDGETS or named[first] == "budget"
        if are_budgets and is_doubtful and (_come_to(lines, first, second, last) or is_total[last]):
            named[second] = ""
            named[first] = "initial" if named[first] == "initial" else ""
            break
    return named


def _come_to(lines: Sequence[Figures], first: int, second: int, last: int) -> bool:
    """Tell whether two amounts come to a third in every row that has all of them."""
    found = [
        (line[first][0] + line[second][0], line[last][0])
        for line in lines
        if all(n in line for n in (first, second, last))
    ]
    return bool(found) and all(together == whole for together, whole in found)
