"""What the scheme of a form adds to what the form prints: bounds, scales, due figures, each with its basis."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.rules.where import NOWHERE, Where


class Bound(NamedTuple):
    """A line beyond which a reason is wanted, and who drew it."""

    at: Fraction
    basis: str = ""


class Band(NamedTuple):
    """A step of the scale of grades; the lower bound belongs to it."""

    word: str
    low: Decimal
    high: Decimal
    also: tuple[str, ...] = ()  # words that are used for it and are not right
    basis: str = ""


class Due(NamedTuple):
    """A figure that follows by the scheme."""

    value: Decimal
    how: str
    basis: str = ""


class BlockDue(NamedTuple):
    """What a block of rows is worth by the scheme, and what its rows come to."""

    name: str
    due: Decimal
    claimed: Decimal | None
    place: Where = NOWHERE
    basis: str = ""


class Ruled(NamedTuple):
    """Everything that a scheme adds to a form."""

    grades: tuple[Band, ...] = ()
    far: Bound | None = None
    far_of_zero: Bound | None = None  # in the unit of the target, which is 0
    low_rate: Bound | None = None
    execution: Due | None = None
    blocks: tuple[BlockDue, ...] = ()
    whole: BlockDue | None = None
    completion: Mapping[KeyPath, Fraction] = MappingProxyType({})  # of a row, by its keys
    of_zero: Mapping[KeyPath, Fraction] = MappingProxyType({})  # what came of a target of 0

    @property
    def scale(self) -> str:
        """Write the scale for people."""
        return "、".join(f"{b.word}（{plain(b.low)}–{plain(b.high)}）" for b in self.grades)

    def graded(self, word: str) -> Band | None:
        """Return the step that a word stands for, rightly or not."""
        return next((b for b in self.grades if word == b.word or word in b.also), None)

    def due_grade(self, total: Decimal) -> Band | None:
        """Return the step that a total lies in."""
        steps = sorted(self.grades, key=lambda band: band.low, reverse=True)
        return next((band for band in steps if total >= band.low), None)
