"""Numbers as people read them: rounded once, here, from the exact value."""

from decimal import Decimal
from fractions import Fraction

from generator.base.number import fixed

PLACES = 2


def shown_amount(amount: Decimal | None) -> str:
    """Write an amount with two places; what is not known stays blank."""
    return "" if amount is None else fixed(amount, PLACES)


def shown_rate(rate: Fraction | None) -> str:
    """Write a share as a percentage."""
    return "" if rate is None else f"{fixed(rate * 100, PLACES)}%"


def shown_score(score: Decimal | Fraction | None) -> str:
    """Write a score with two places."""
    return "" if score is None else fixed(score, PLACES)
