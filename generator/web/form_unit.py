"""Amounts that a form prints in another unit than their file has: typed as on the form, kept as in the file."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from generator.base.toml import KeyPath
from generator.model.own_form import Declared
from generator.model.units import Units
from generator.web.own_values import own_item_at


class Amounts(NamedTuple):
    """The unit in which a file writes its money, and what turns it into that of a form."""

    unit: str
    units: Units

    def unit_at(self, keys: KeyPath, declared: Declared) -> str:
        """Return the unit of an amount: a form may declare one for a value of its own."""
        item = own_item_at(declared, keys)
        return (item.unit if item is not None else "") or self.unit

    def other(self, keys: KeyPath, declared: Declared, printed: str) -> str:
        """Return the unit that an amount is typed in, where the form prints another than the file has."""
        written = self.unit_at(keys, declared)
        is_other = printed not in ("", written) and {printed, written} <= {*self.units.money}
        return printed if is_other else ""

    def turned(self, value: Any, unit: str, to: str) -> Any:
        """Return an amount in another unit, with every digit; what is no number stays."""
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return value
        exact = self.units.convert(Fraction(value), unit, to)
        if exact.denominator == 1:
            return int(exact)
        return Decimal(exact.numerator) / Decimal(exact.denominator)
