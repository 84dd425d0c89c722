"""A number or words that a form prints, and where they stand."""

from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.base.measure import Measure
from generator.base.number import places_of
from generator.model.units import Units
from generator.rules.where import NOWHERE, Where

_NO_DATA = Units()


class Amount(NamedTuple):
    """A number and where it stands."""

    value: Decimal
    place: Where = NOWHERE
    has_sign: bool = False  # the % of a rate is printed beside it

    @property
    def places(self) -> int:
        """Return how many decimals are printed."""
        return places_of(self.value)


class _Said(NamedTuple):
    text: str = ""
    place: Where = NOWHERE
    units: Units = _NO_DATA


class Text(_Said):
    """Words and where they stand; ``text`` is empty for a cell that nobody filled in."""

    def __bool__(self) -> bool:
        """Tell whether anything stands there."""
        return bool(self.text.strip())

    @cached_property
    def measure(self) -> Measure:
        """Return what the words measure."""
        return self.units.measure(self.text)
