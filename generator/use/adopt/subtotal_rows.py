"""The rows in which a form adds up the indicators of each class: 小计, below the class or below them all."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.model.foreign_document import ReadTable
from generator.read.columns import BandRead
from generator.read.row_kind import RowKind
from generator.word.form_tags import LoopRow

Classes = Mapping[int, str]  # the class of the first level of each row of an indicator
# What the row below all indicators prints in the columns of points.
BELOW_ALL: Mapping[str, str] = {
    "weight": "form.indicators_weight",
    "score": "form.indicators_score",
    "review_score": "form.review_total",
}
# And in the block of one of several goals.
BELOW_GOAL: Mapping[str, str] = {"weight": "goals[{}].weight", "score": "goals[{}].score"}
SUMS: Mapping[str, str] = {"weight": "level1_weight", "score": "level1_score"}


class Subtotals(NamedTuple):
    """Rows of sums: those below their classes, or the only one below all of them."""

    rows: tuple[int, ...] = ()
    classes: tuple[str, ...] = ()  # that have one, where others have none
    below_all: int | None = None

    def condition(self) -> str:
        """Say behind which row of an indicator the sums of its class stand."""
        if not self.classes:
            return 'row.subtotal != ""'
        return " or ".join(f'row.subtotal == "{name}"' for name in self.classes)


def subtotals_of(table: ReadTable, band: BandRead, classes: Classes) -> Subtotals:
    """Find them: each stands behind the last row of a class, and all are laid out alike."""
    rows = [r.place.row - 1 for r in band.rows if r.kind == RowKind.SUBTOTAL]
    roles = {column.role for column in band.columns}
    # Beside a column of paths nobody knows which of both says where a class ends.
    if not rows or not classes or {"level1", "class"} <= roles:
        return Subtotals()
    ends = dict(_ends(sorted(classes.items())))
    above = [max((n for n in classes if n < row), default=-1) for row in rows]
    if sums_below(band) and (len(ends) > 1 or band.within[:1] == ("goals",)):
        return Subtotals(below_all=rows[0])
    shapes = {tuple((c.column, c.width) for c in table.cells(row)) for row in rows}
    if len(shapes) > 1 or any(row not in ends for row in above):
        return Subtotals()
    own = tuple(dict.fromkeys(ends[row] for row in above))
    return Subtotals(tuple(rows), () if {*own} == {*ends.values()} else own)


def sums_below(band: BandRead) -> tuple[int, ...]:
    """Return the row of sums below all indicators, if it is the only one of its kind."""
    kinds = [(r.place.row - 1, r.kind) for r in band.rows]
    rows = [row for row, kind in kinds if kind == RowKind.SUBTOTAL]
    last = max((row for row, kind in kinds if kind == RowKind.INDICATOR), default=-1)
    return tuple(rows) if len(rows) == 1 and rows[0] > last else ()


def sum_row(table: ReadTable, found: Subtotals, columns: Mapping[int, str]) -> LoopRow | None:
    """Plan the row of sums: its words stay, its points are worked out, the class reaches down to it."""
    if not found.rows:
        return None
    return LoopRow(found.rows[0], dict(_cells(table, found.rows[0], columns)), found.condition())


def _ends(rows: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Give the last row of each class."""
    for (row, name), (_, following) in pairwise(rows):
        if name != following:
            yield row, name
    yield rows[-1]


def _cells(table: ReadTable, row: int, columns: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for cell in table.cells(row):
        name = columns.get(cell.column, "")
        if cell.row < row:
            yield cell.column, f"{{{{ row.{'subtotal_side' if name else 'block'}|merge }}}}"
        elif name in SUMS:
            yield cell.column, f"{{{{ row.{SUMS[name]} }}}}"
