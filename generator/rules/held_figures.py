"""Two figures held against each other: both sides are known, and the finding if they differ."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.rules.finding import Finding


class Held(NamedTuple):
    """What a tie shows, whether it agrees or not; the finding is what a check tells of it.

    ``unchecked`` says why nothing follows from a difference.
    """

    finding: Finding
    left: Decimal | None
    right: Decimal | None
    agrees: bool
    unit: str = ""
    unchecked: str = ""
    of: str = ""  # what the left side is, where it is not always the same
    against: str = ""  # what the right side is, likewise
    owner: str = ""  # whose project
    is_money: bool = False
    is_suspect: bool = False  # equal, or alike, where one would expect a difference


def differing(held: Iterable[Held]) -> Iterator[Finding]:
    """Give the findings: what does not agree although it ought to."""
    return (one.finding for one in held if not one.agrees and not one.unchecked)
