"""A score and how it came about."""

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import approximate, plain, round_half_up


class Trace(NamedTuple):
    """The calculation as a person would write it, the rule it follows, and the rule's basis."""

    formula: str
    rule: str = ""
    basis: str = ""
    direction: str = ""

    def __str__(self) -> str:
        """Write formula, rule and basis on one line."""
        notes = "；".join(note for note in (self.rule, self.direction, self.basis) if note)
        return f"{self.formula}（{notes}）" if notes else self.formula


class Score(NamedTuple):
    """A score as printed, or the reason why there is none."""

    value: Decimal | None
    trace: Trace
    missing: str = ""
    computed: bool = True

    @classmethod
    def absent(cls, missing: str) -> "Score":
        """Make the score that cannot be given, with the reason."""
        return cls(None, Trace(missing), missing)


def rounded(exact: Fraction, places: int, formula: str) -> tuple[Decimal, str]:
    """Round an exact score once and write what that did to it after the formula."""
    value = round_half_up(exact, places)
    shown, printed = approximate(exact), plain(value)
    return value, f"{formula} = {shown}" + (f" → {printed}" if shown != printed else "")
