"""Widths for the columns of forms: the template's where they do, better ones where they do not."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.layout.grid import Form, Frame, frame_of
from generator.layout.ruler import Ruler
from generator.layout.search import Units, in_units, search
from generator.layout.sheet import TWIPS, Cost, Sheet, edges_of, tallest
from generator.model.type_setting import ColumnRules

_MILLIMETRE: Final = 1440 / 25.4
_NEAR: Final = 40  # twips: edges of two tables that are meant to be one
_PULL: Final = 0.3
_LEAST_COLUMNS: Final = 2

Widths = tuple[tuple[int, ...], ...]


class Solved(NamedTuple):
    """Widths by table; ``frame`` are those of the common columns."""

    widths: Widths
    cost: Cost


class Solver:
    """Chooses widths; remembers what it chose for equal forms."""

    def __init__(self, ruler: Ruler, rules: ColumnRules) -> None:
        self._ruler, self._rules = ruler, rules
        self._known: dict[tuple[bool, bool, tuple[Form, ...]], Solved] = {}

    def solve(
        self, forms: Sequence[Form], *, is_own: bool = False, is_tight: bool = False
    ) -> Solved:
        """Choose widths for forms that look alike: their tables have the same columns.

        ``is_own``: somebody chose those that they have, which stand unless they break something.
        ``is_tight``: they stand for nothing, the lowest tables are wanted.
        """
        key = is_own, is_tight, tuple(dict.fromkeys(forms))
        if key not in self._known:
            self._known[key] = self._solve(key[2], is_own=is_own, is_tight=is_tight)
        return self._known[key]

    def fitted(self, form: Form, shared: Widths) -> Widths:
        """Return the widths shared with other forms, or own ones where the shared break something."""
        alone = Form(tuple(g._replace(widths=w) for g, w in zip(form.grids, shared, strict=True)))
        broken = self.cost(alone).broken
        if not broken:
            return shared
        own = self.solve([form])
        return own.widths if own.cost.broken < broken else shared

    def cost(self, form: Form) -> Cost:
        """Tell what the widths cost that a form has."""
        sheet, edges = self._sheet(form)
        return sheet.cost(edges)

    def heights(self, form: Form) -> list[int]:
        """Return how high the rows of a form are with the widths that it has, table by table."""
        sheet, edges = self._sheet(form)
        return sheet.heights(edges)

    def _sheet(self, form: Form) -> tuple[Sheet, tuple[int, ...]]:
        frame = frame_of(form.widths, _NEAR)
        return Sheet([(form, frame)], self._ruler, self._rules), edges_of(frame.widths)

    def _solve(self, forms: tuple[Form, ...], *, is_own: bool, is_tight: bool) -> Solved:
        frame = frame_of(forms[0].widths, _NEAR)
        chosen = tallest(((form, frame) for form in forms), self._ruler, self._rules)
        sheet = Sheet(chosen, self._ruler, self._rules)
        wish = sheet.cost(edges_of(frame.widths))
        stands = Solved(forms[0].widths, wish)
        if len(frame.widths) < _LEAST_COLUMNS or (is_own and not wish.broken):
            return stands
        best: tuple[float, Cost, tuple[int, ...]] | None = None
        for step in (self._rules.step, self._rules.fine_step):
            lattice = _Lattice(frame, float(step) * _MILLIMETRE, self._rules)
            common, cost = self._search(sheet, lattice)
            value = self._value(cost)
            if best is None or value < best[0]:
                best = (value, cost, common)
            if not cost.broken:
                break
        if best is None or (not is_tight and self._is_good(wish, best[1])):
            return stands
        tables = range(len(forms[0].grids))
        return Solved(tuple(frame.widths_of(table, best[2]) for table in tables), best[1])

    def _search(self, sheet: Sheet, lattice: "_Lattice") -> tuple[tuple[int, ...], Cost]:
        def cost(units: Units) -> float:
            found = sheet.cost(lattice.edges(units))
            return self._value(found) + found.flow * _PULL

        units, _ = search(lattice.start, lattice.least, cost)
        edges = lattice.edges(units)
        common = tuple(b - a for a, b in pairwise(edges))
        return common, sheet.cost(edges)

    def _value(self, cost: Cost) -> float:
        rules = self._rules
        return cost.height + TWIPS * (
            cost.broken * float(rules.broken) + cost.lone * float(rules.lone)
        )

    def _is_good(self, wish: Cost, best: Cost) -> bool:
        """Tell whether the template's widths may stand."""
        if wish.broken > best.broken:
            return False
        if wish.broken == best.broken and wish.height < best.height:
            return True
        return wish.height <= best.height * float(self._rules.stands) and wish.lone <= best.lone + 1


class _Lattice:
    """Widths in whole steps; what is left over of the table goes to its widest column."""

    def __init__(self, frame: Frame, step: float, rules: ColumnRules) -> None:
        self._step = step
        self._total = sum(frame.widths)
        units = int(self._total / step)
        narrowest = max(round(float(rules.narrowest) * _MILLIMETRE / step), 1)
        self.start = in_units(frame.widths, units, [1] * len(frame.widths))
        self.least = tuple(min(narrowest, own) for own in self.start)

    def edges(self, units: Units) -> tuple[int, ...]:
        """Return where columns of some units end."""
        widest = units.index(max(units))
        rest = self._total - round(sum(units) * self._step)
        reach, found = 0, [0]
        for number, own in enumerate(units):
            reach += own
            found.append(round(reach * self._step) + (rest if number >= widest else 0))
        return tuple(found)
