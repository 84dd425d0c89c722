"""A finding: which rule, what against what, where, how that was worked out, and how sure it is."""

from enum import StrEnum
from typing import NamedTuple

from generator.base.problem import Severity
from generator.rules.where import Where


class Strength(StrEnum):
    """How sure it is that the two sides are of one thing, in a document that somebody else wrote."""

    CERTAIN = "certain"  # the paper itself sets them side by side
    FOUNDED = "founded"  # one name and one unit, in two places
    INFERRED = "inferred"  # by words that are near, or by a layout that nobody knows

    @property
    def heaviest(self) -> Severity:
        """Return what a finding may weigh at most: an error is certain, a guess is a note."""
        return _HEAVIEST[self]


_HEAVIEST = {
    Strength.CERTAIN: Severity.ERROR,
    Strength.FOUNDED: Severity.WARNING,
    Strength.INFERRED: Severity.NOTE,
}


class Finding(NamedTuple):
    """What a rule found; its words, code and severity are data under ``id``."""

    id: str
    where: Where
    left: str = ""  # what stands there
    right: str = ""  # what it was held against
    how: str = ""  # how that was worked out
    name: str = ""  # of what
    quote: str = ""  # the words that stand there
    basis: str = ""  # where a paper says so; else that of the code
    strength: Strength = Strength.CERTAIN
