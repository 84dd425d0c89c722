"""Widths for the columns of forms: the template's where they do, better ones where they do not.

Tables of a form have the column at their left in common, with their labels. For the rest each has
its own: what stands under each other there has nothing to do with each other.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.layout.adjust import Settings
from generator.layout.column_grid import TWIPS, Form, Grid
from generator.layout.filled_lines import LAST
from generator.layout.lattice import MILLIMETRE, Lattice
from generator.layout.ruler import Ruler
from generator.layout.search import CostOf, Units, search, search_near
from generator.layout.table_height import Columns, Cost, Sheet, edges_of, tallest
from generator.model.type_setting import ColumnRules

_NEAR: Final = 40  # twips: edges of two tables that are meant to be one
_PULL: Final = 0.3
_LEAST_COLUMNS: Final = 2

Widths = tuple[tuple[int, ...], ...]


class Solved(NamedTuple):
    """Widths by table, and what they cost."""

    widths: Widths
    cost: Cost


class Solver:
    """Chooses widths; remembers what it chose for equal forms."""

    def __init__(self, ruler: Ruler, rules: ColumnRules) -> None:
        self._settings, self._rules = Settings(ruler), rules
        self._known: dict[tuple[bool, bool, tuple[Form, ...]], Solved] = {}
        self._set: dict[Grid, tuple[Cost, list[int]]] = {}

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
        return _sum(self._as_set(grid)[0] for grid in form.grids)

    def heights(self, form: Form) -> list[int]:
        """Return how high the rows of a form are with the widths that it has, table by table."""
        return [row for grid in form.grids for row in self._as_set(grid)[1]]

    def _as_set(self, grid: Grid) -> tuple[Cost, list[int]]:
        """Tell what the widths of a table cost, and how high its rows are: both are asked for, one after the other."""
        known = self._set.get(grid)
        if known is None:
            sheet = Sheet([grid], self._settings, self._rules)
            known = self._set[grid] = sheet.worked_out(edges_of(grid.widths))
        return known

    def _solve(self, forms: tuple[Form, ...], *, is_own: bool, is_tight: bool) -> Solved:
        sheets = [
            Sheet(tallest(grids, self._settings, self._rules), self._settings, self._rules)
            for grids in zip(*(form.grids for form in forms), strict=True)
        ]
        own = forms[0].widths
        wish = _sum(sheet.cost(edges_of(w)) for sheet, w in zip(sheets, own, strict=True))
        stands = Solved(own, wish)
        if is_own and not wish.broken:
            return stands
        alone = [self._table(sheet, w) for sheet, w in zip(sheets, own, strict=True)]
        best = self._together(sheets, own, alone)
        if not is_tight and self._is_good(wish, best.cost):
            return stands
        return best

    def _together(self, sheets: Sequence[Sheet], own: Widths, alone: Sequence[Solved]) -> Solved:
        """Let labels at the left stand in one column, through all tables of a form."""
        firsts = sorted({solved.widths[0][0] for solved in alone})
        starts = {widths[0] // _NEAR for widths in own}
        choices = [list(alone)]
        if len(firsts) > 1 and len(starts) == 1:
            choices = [
                [
                    one if one.widths[0][0] == first else self._table(sheet, one.widths[0], first)
                    for sheet, one in zip(sheets, alone, strict=True)
                ]
                for first in firsts
            ]
        solved = [
            Solved(tuple(one.widths[0] for one in choice), _sum(one.cost for one in choice))
            for choice in choices
        ]
        return min(solved, key=lambda one: self._value(one.cost))

    def _table(self, sheet: Sheet, widths: Sequence[int], first: int = 0) -> Solved:
        """Choose widths for a table; where that of its first column is known, those given are nearly right."""
        total = sum(widths)
        fixed: tuple[int, ...] = ()
        free = list(widths)
        if first:
            fixed, rest = (first,), total - widths[0]
            free = [width * (total - first) // rest for width in widths[1:]]
        free = [*free[:-1], total - first - sum(free[:-1])]
        if len(free) < _LEAST_COLUMNS:
            edges = edges_of((*fixed, *free))
            return Solved(((*fixed, *free),), sheet.cost(edges))
        coarse = Lattice(free, float(self._rules.step) * MILLIMETRE, self._rules, fixed)
        found = self._search_near(sheet, coarse) if first else self._search(sheet, coarse)
        if not found.cost.broken:
            return found
        roomy = coarse.roomy(sheet)
        if roomy is not None:
            found = min(
                (found, self._search_near(sheet, roomy)),
                key=lambda one: self._value(one.cost),
            )
        near = found.widths[0][len(fixed) :]
        fine = Lattice(near, float(self._rules.fine_step) * MILLIMETRE, self._rules, fixed)
        return min((found, self._search_near(sheet, fine)), key=lambda one: self._value(one.cost))

    def _search(self, sheet: Sheet, lattice: Lattice) -> Solved:
        gentle = self._cost_of(sheet, lattice, float(self._rules.broken_first))
        cost = self._cost_of(sheet, lattice, float(self._rules.broken))
        return _solved(sheet, lattice, search(lattice.start, lattice.least, gentle, cost)[0])

    def _search_near(self, sheet: Sheet, lattice: Lattice) -> Solved:
        cost = self._cost_of(sheet, lattice, float(self._rules.broken))
        return _solved(sheet, lattice, search_near(lattice.start, lattice.least, cost)[0])

    def _cost_of(self, sheet: Sheet, lattice: Lattice, broken: float) -> CostOf:
        """Tell what units cost where what is cut weighs so much."""
        lone = float(self._rules.lone)

        def value(found: Cost) -> float:
            bad = found.broken * broken + found.lone * lone
            return found.height + TWIPS * bad + found.flow * _PULL

        def bounded(columns: Columns, enough: float) -> float:
            at_least = value(columns.at_least)
            return at_least if at_least >= enough else value(sheet.together(columns))

        def cost(units: Units, enough: float) -> float:
            edges = lattice.edges(units)
            columns = sheet.foreseen(edges)
            if columns is not None and (least := bounded(columns, enough)) >= enough:
                return least
            return bounded(sheet.columns(edges), enough)

        return cost

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
        return (
            wish.height <= best.height * float(self._rules.stands) and wish.lone <= best.lone + LAST
        )


def _solved(sheet: Sheet, lattice: Lattice, units: Units) -> Solved:
    """Return columns of some units as widths, and what they cost."""
    edges = lattice.edges(units)
    return Solved((tuple(b - a for a, b in pairwise(edges)),), sheet.cost(edges))


def _sum(costs: Iterable[Cost]) -> Cost:
    return Cost(*map(sum, zip(*costs, strict=True)))
