"""What every score needs: the scheme, the units of measure, and the year of the dossier."""

from typing import NamedTuple

from generator.model.scheme import Scheme
from generator.model.units import Units

DEFAULT_PLACES = 2


class Rules(NamedTuple):
    """The rules in force for a dossier."""

    scheme: Scheme
    units: Units
    year: int

    @property
    def places(self) -> int:
        """Return the decimal places of a score."""
        return self.scheme.rounding.places if self.scheme.rounding else DEFAULT_PLACES
