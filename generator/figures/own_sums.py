"""Sums inside a form's own fields and tables: what is computed, from what, and what was typed in its place."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import places_of, plain, round_half_up
from generator.figures.figure import exact_decimal
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.own_form import NUMBERS, OwnColumn, OwnItem, OwnRow, OwnTable
from generator.model.own_typed import read_own
from generator.model.units import Units


class Reckoned(NamedTuple):
    """A number of the form's own: as it was typed, or added up from others."""

    id: FigureId
    value: Decimal
    unit: str
    parts: tuple["Reckoned", ...] = ()

    @property
    def formula(self) -> str:
        """Return how it was added up (empty: it was typed)."""
        if not self.parts:
            return ""
        terms = " + ".join(plain(part.value) for part in self.parts)
        return f"{terms} = {plain(self.value)}{self.unit}"


class OwnSums:
    """Reckons the numbers of one subject; a part that is blank adds nothing, no part at all no sum."""

    def __init__(self, subject: Subject, units: Units) -> None:
        self._subject, self._units = subject, units
        self._declared = subject.declared
        self._open: set[str] = set()  # what is being added up, for a declaration may go in circles

    def unit_of(self, item: OwnItem) -> str:
        """Return the unit in which the input writes an item."""
        return item.unit or (self._subject.entry.funds.unit if item.kind == "amount" else "")

    def rows_of(self, table: OwnTable) -> tuple[str, ...]:
        """Return the names of the rows: those of the form, or those of the input."""
        if table.row:
            return tuple(row.name for row in table.row)
        given = self._subject.own_rows(table)
        return tuple(given.rows) if given is not None and given.is_list else ()

    def field(self, name: str) -> Reckoned | None:
        """Return a field: added up, or as it was typed."""
        return self.sum_of_field(name) or self._typed_field(name)

    def sum_of_field(self, name: str) -> Reckoned | None:
        """Return a field that others add up to."""
        item = self._declared.field_of(name)
        if item is None or not item.sum_of or item.kind not in NUMBERS:
            return None
        return self._summed(
            FigureId.field(self._subject.id, item.name), item, self._terms(item.sum_of)
        )

    def cell(self, table: OwnTable, row: str, column: OwnColumn) -> Reckoned | None:
        """Return a cell: added up, or as it was typed."""
        return self.sum_of_cell(table, row, column) or self._typed_cell(table, row, column)

    def sum_of_cell(self, table: OwnTable, row: str, column: OwnColumn) -> Reckoned | None:
        """Return a cell that others of its row, or of its column, add up to."""
        declared = table.row_of(row)
        if column.kind not in NUMBERS or not is_computed(declared, column):
            return None
        return self._summed(
            FigureId.cell(self._subject.id, table.name, row, column.name),
            column,
            self._beside(table, row, column)
            if column.sum_of
            else self._above(table, declared, column),
        )

    def total(self, table: OwnTable, column: OwnColumn) -> Reckoned | None:
        """Return the sum of a column; rows that are sums of others are not added once more."""
        if not column.sum or column.kind not in NUMBERS:
            return None
        sums = {row.name for row in table.row if row.sum_of}
        rows = [row for row in self.rows_of(table) if row not in sums]
        return self._summed(
            FigureId.cell(self._subject.id, table.name, "", column.name),
            column,
            (self.cell(table, row, column) for row in rows),
        )

    def _terms(self, names: Sequence[str]) -> Iterator[Reckoned | None]:
        for name in names:
            if self._declared.field_of(name) is not None:
                yield self.field(name)
                continue
            table_name, _, column_name = name.rpartition(".")
            table = self._declared.table_of(table_name)
            column = table.column_of(column_name) if table is not None else None
            if table is not None and column is not None:
                yield self.total(table, column)

    def _beside(self, table: OwnTable, row: str, column: OwnColumn) -> Iterator[Reckoned | None]:
        others = (table.column_of(name) for name in column.sum_of)
        return (self.cell(table, row, other) for other in others if other is not None)

    def _above(
        self, table: OwnTable, row: OwnRow | None, column: OwnColumn
    ) -> Iterator[Reckoned | None]:
        return (self.cell(table, name, column) for name in (row.sum_of if row else ()))

    def _summed(
        self, id: FigureId, item: OwnItem, terms: Iterator[Reckoned | None]
    ) -> Reckoned | None:
        if id in self._open:
            return None
        self._open.add(id)
        parts = tuple(term for term in terms if term is not None)
        self._open.discard(id)
        unit = self.unit_of(item)
        fit = [self._in(part, unit) for part in parts]
        if not parts or None in fit:
            return None
        whole = sum((one for one in fit if one is not None), Fraction(0))
        shown = tuple(
            part._replace(value=exact_decimal(one))
            for part, one in zip(parts, fit, strict=True)
            if one is not None
        )
        return Reckoned(id, exact_decimal(whole), unit, shown)

    def _in(self, part: Reckoned, unit: str) -> Fraction | None:
        if not self._units.are_comparable(part.unit, unit):
            return None
        return self._units.convert(Fraction(part.value), part.unit, unit)

    def _typed_field(self, name: str) -> Reckoned | None:
        item = self._declared.field_of(name)
        if item is None or item.kind not in NUMBERS:
            return None
        raw = self._subject.entry.fields_.get(item.name)
        return self._typed(FigureId.field(self._subject.id, item.name), item, raw)

    def _typed_cell(self, table: OwnTable, row: str, column: OwnColumn) -> Reckoned | None:
        given = self._subject.own_rows(table)
        raw = given.rows.get(row, {}).get(column.name) if given is not None else None
        return self._typed(
            FigureId.cell(self._subject.id, table.name, row, column.name), column, raw
        )

    def _typed(self, id: FigureId, item: OwnItem, raw: object) -> Reckoned | None:
        value = read_own(item, raw).value if item.kind in NUMBERS else None
        return Reckoned(id, value, self.unit_of(item)) if isinstance(value, Decimal) else None


def is_computed(row: OwnRow | None, column: OwnColumn) -> bool:
    """Tell whether a cell is added up from others."""
    return bool(column.sum_of) or bool(row is not None and row.sum_of)


def agrees(stated: Decimal, reckoned: Decimal) -> bool:
    """Tell whether a printed sum is the one that was worked out, in the places that it is printed with."""
    return stated == reckoned or round_half_up(reckoned, places_of(stated)) == stated
