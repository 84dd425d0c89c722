"""Widths of columns in whole steps."""

from collections.abc import Sequence
from copy import copy
from operator import add
from typing import Final

from generator.layout.search import Units, in_units
from generator.layout.table_height import Sheet, edges_of
from generator.model.type_setting import ColumnRules

MILLIMETRE: Final = 1440 / 25.4


class Lattice:
    """Widths in whole steps; what is left over of the table goes to its widest column."""

    def __init__(
        self, widths: Sequence[int], step: float, rules: ColumnRules, fixed: Sequence[int]
    ) -> None:
        self._step, self._fixed = step, fixed
        self._total = sum(widths)
        units = int(self._total / step)
        self._begin = edges_of(fixed)
        self._places = [round(unit * step) for unit in range(units + 1)]
        narrowest = max(round(float(rules.narrowest) * MILLIMETRE / step), 1)
        self.start = in_units(widths, units, [1] * len(widths))
        self.least = tuple(min(narrowest, own) for own in self.start)

    def roomy(self, sheet: Sheet) -> "Lattice | None":
        """Begin with columns in which nothing is cut, and share out what is left."""
        first, steps = len(self._fixed), sum(self.start)
        whole = [
            next(
                (
                    n
                    for n in range(few, steps)
                    if not sheet.broken(first + at, round(n * self._step))
                ),
                few,
            )
            for at, few in enumerate(self.least)
        ]
        left = steps - sum(whole)
        if left < 0:
            return None
        shares = in_units(
            [max(u - w, 0) + 1 for u, w in zip(self.start, whole, strict=True)],
            left,
            [0] * len(whole),
        )
        made = copy(self)
        made.start = tuple(map(add, whole, shares))
        return made

    def edges(self, units: Units) -> tuple[int, ...]:
        """Return where columns of some units end."""
        widest, places = units.index(max(units)), self._places
        found = list(self._begin)
        begin, reach = found[-1], 0
        for own in units[:widest]:
            reach += own
            found.append(begin + places[reach])
        begin += self._total - places[sum(units)]
        for own in units[widest:]:
            reach += own
            found.append(begin + places[reach])
        return tuple(found)
