"""The amounts of money that a row of funds has, in their order, and what each is called: said here alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

INITIAL, BUDGET, SPENT = "initial", "budget", "spent"
# A further kind of amount begins here; what follows from all of them goes through them.
AMOUNT_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {INITIAL: "年初预算数", BUDGET: "全年预算数", SPENT: "全年执行数"}
)
WHOLE: Final = "年度资金总额"  # the row of all the money, over those of its sources
AMOUNTS: Final = tuple(AMOUNT_LABELS)
# In the order in which one of them is to speak for a row: what it had says more than what was planned.
MOST_TELLING: Final = (BUDGET, SPENT, INITIAL)
# Their headings in tables that add up subjects, whatever unit each of these writes in.
IN_WANYUAN: Final[Mapping[str, str]] = MappingProxyType(
    {name: f"{label}（万元）" for name, label in AMOUNT_LABELS.items()}
)
