"""Amounts of money as forms print them, in the units that data names."""

import re
from decimal import Decimal
from functools import cached_property

from generator.base.pattern import Pattern
from generator.base.quantity import MULTIPLIERS
from generator.model.funds import MONEY_UNITS
from generator.model.units import YUAN, Units
from generator.model.value_kinds import LARGEST_AMOUNT
from generator.read.printed_values import NUMBER, number, percent, squeezed

_BARE = frozenset(word for word, _ in MULTIPLIERS)  # （万人次） names no money


class MoneyWords:
    """Knows the units of money."""

    def __init__(self, units: Units) -> None:
        """Take the units that data names."""
        self._units = units

    def amount(self, text: str, unit: str) -> Decimal | None:
        """Read an amount of money in a unit; one that names its own is converted."""
        found = self._amount.fullmatch(squeezed(text))
        if not found:
            return None
        value = self.convert(Decimal(found[1].replace(",", "")), found[2] or unit, unit)
        return value if abs(value) <= LARGEST_AMOUNT else None

    def convert(self, value: Decimal, unit: str, into: str) -> Decimal:
        """Convert an amount from one unit of money into another."""
        one, other = self._units.size(unit)[1], self._units.size(into)[1]
        return value if one == other else value * one / other

    def unit_in(self, text: str) -> str:
        """Find the unit of the amounts in a label or a line such as 单位：元, as inputs call it if they do."""
        found = self._stated.search(squeezed(text))
        return self._of_inputs.get(self._units.size(found[1])[1], found[1]) if found else ""

    def is_figure(self, text: str) -> bool:
        """Tell whether a cell is a number, an amount or a rate."""
        is_number = number(text) is not None or percent(text) is not None
        return is_number or self.amount(text, YUAN) is not None

    @cached_property
    def _of_inputs(self) -> dict[Decimal, str]:
        return {self._units.size(unit)[1]: unit for unit in MONEY_UNITS}

    @cached_property
    def _amount(self) -> Pattern:
        return Pattern(rf"[¥￥]?({NUMBER})({_any_of(self._units.money)})?")

    @cached_property
    def _stated(self) -> Pattern:
        named = _any_of(tuple(unit for unit in self._units.money if unit not in _BARE))
        return Pattern(rf"(?:单位[:：]|[（(])(?:人民币)?({named})[）)]?")


def _any_of(units: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, units))
