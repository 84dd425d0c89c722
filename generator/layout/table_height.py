"""Tables as a height that depends on the widths of their columns."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from generator.layout.adjust import Settings
from generator.layout.column_grid import Grid
from generator.layout.column_heights import Column, Labels, TableColumns
from generator.model.type_setting import ColumnRules


class Cost(NamedTuple):
    """What is wrong with some widths, and how high the forms are with them; heights in twips."""

    broken: int
    lone: int
    height: int
    flow: int = 0  # how high all words together would flow: shows the way between whole lines


class Columns(NamedTuple):
    """The columns of a table at some widths; together they are as high as the highest, or higher."""

    at_least: Cost
    found: Sequence[Column]
    tall: Sequence[Labels]


class Sheet:
    """The cells of tables that share their columns."""

    def __init__(self, grids: Sequence[Grid], settings: Settings, rules: ColumnRules) -> None:
        self._columns = TableColumns(grids, settings, rules)
        self.broken = self._columns.broken

    def cost(self, edges: Sequence[int]) -> Cost:
        """Tell what widths cost; ``edges`` are the common ones, the left end first."""
        return self.together(self.columns(edges))

    def worked_out(self, edges: Sequence[int]) -> tuple[Cost, list[int]]:
        """Tell what widths cost, and how high each row is."""
        return self._worked_out(self.columns(edges))

    def columns(self, edges: Sequence[int]) -> Columns:
        """Look at the columns that some widths make, each by itself."""
        return _beside(*self._columns.of(edges))

    def foreseen(self, edges: Sequence[int]) -> Columns | None:
        """Tell of columns that were not looked at yet what wider ones say of them; ``None``: all were."""
        found = self._columns.foreseen(edges)
        return None if found is None else _beside(*found)

    def together(self, columns: Columns) -> Cost:
        """Tell what columns cost beside each other."""
        return self._worked_out(columns)[0]

    def _worked_out(self, columns: Columns) -> tuple[Cost, list[int]]:
        least, found, tall = columns
        heights = (
            list(map(max, *(c.heights for c in found))) if len(found) > 1 else found[0].heights
        )
        reach = list(accumulate(heights, initial=0))
        lacking = [
            (label.last - label.first, label.first, label.last, label.height)
            for labels in tall
            for label in labels.heights
            if label.height > reach[label.last + 1] - reach[label.first]
        ]
        if lacking:
            heights = _stretched(heights, lacking)
        total = sum(heights) if lacking else reach[-1]
        return least._replace(height=total), heights


def _beside(found: Sequence[Column], tall: Sequence[Labels]) -> Columns:
    """Put columns beside each other."""
    broken = lone = flow = height = 0
    for column in found:
        broken += column.broken
        lone += column.lone
        flow += column.flow
        height = max(height, column.total)
    for labels in tall:
        broken += labels.broken
        lone += labels.lone
    return Columns(Cost(broken, lone, height, flow), found, tall)


def _stretched(heights: list[int], lacking: list[tuple[int, int, int, int]]) -> list[int]:
    """Let last rows grow until cells over several rows have room, the shortest of these first."""
    grown = list(heights)
    for _, first, last, height in sorted(lacking):
        grown[last] += max(height - sum(grown[first : last + 1]), 0)
    return grown


def tallest(grids: Iterable[Grid], settings: Settings, rules: ColumnRules) -> list[Grid]:
    """Choose of many tables the highest ones, as many as there is time for."""
    known = list(dict.fromkeys(grids))
    if sum(grid.rows for grid in known) <= rules.rows:
        return known
    heights = {
        number: Sheet([grid], settings, rules).cost(edges_of(grid.widths)).height
        for number, grid in enumerate(known)
    }
    chosen: list[int] = []
    rows = 0
    for number in sorted(heights, key=lambda n: (-heights[n], n)):
        rows += known[number].rows
        if chosen and rows > rules.rows:
            break
        chosen.append(number)
    return [known[number] for number in sorted(chosen)]


def edges_of(widths: Sequence[int]) -> tuple[int, ...]:
    """Return where columns end, the left end of the first one before them."""
    reach, found = 0, [0]
    for width in widths:
        reach += width
        found.append(reach)
    return tuple(found)
