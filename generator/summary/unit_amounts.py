"""Amounts of any unit of money in 万元, exactly."""

from decimal import Decimal
from fractions import Fraction

from generator.figures.figure import exact_decimal
from generator.model.units import Units
from generator.summary.digest_rows import MONEY


def in_one_unit(amount: Decimal | None, unit: str, units: Units) -> Decimal | None:
    """Convert an amount; what was typed in 万元 stays as it was typed."""
    if amount is None or unit == MONEY:
        return amount
    return exact_decimal(units.convert(Fraction(amount), unit, MONEY))


def sum_of_known(amounts: "list[Decimal | None]") -> Decimal | None:
    """Add what is known; nothing known has no sum."""
    known = [amount for amount in amounts if amount is not None]
    return exact_decimal(sum(map(Fraction, known), Fraction(0))) if known else None
