"""The amounts of money that a row of funds has, in their order, and what each is called: said here alone."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

INITIAL, BUDGET, SPENT = "initial", "budget", "spent"
# A further kind of amount begins here; what follows from all of them goes through them.
AMOUNT_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {INITIAL: "年初预算数", BUDGET: "全年预算数", SPENT: "全年执行数"}
)
AMOUNTS: Final = tuple(AMOUNT_LABELS)
