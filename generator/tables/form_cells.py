"""Cells of one form: figures written by the form's own settings, and its fixed words."""

from decimal import Decimal
from fractions import Fraction

from generator.base.measure import Measure
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.blocks import Cell
from generator.model.figure_id import FigureId
from generator.model.form_printing import Printing
from generator.model.spans import Span
from generator.model.units import Units

_NOTHING = Cell()
_INDICATORS = "indicators"  # their targets have units of their own


class FormCells:
    """Makes cells for figures by their ids; ``table`` and ``column`` say where they stand."""

    def __init__(
        self, book: FigureBook, printing: Printing, units: Units, gap: Cell = _NOTHING
    ) -> None:
        """Take the settings of the form; ``gap`` is what a draft shows where a value is needed."""
        self.book, self.printing, self._units, self.gap = book, printing, units, gap

    def number(
        self, table: str, column: str, figure_id: FigureId, exact: Fraction | None = None
    ) -> Cell:
        """Make a cell of a figure without its unit, which the header names."""
        return self._cell(table, column, figure_id, exact, has_unit=False)

    def quoted(
        self, table: str, column: str, figure_id: FigureId, exact: Fraction | None = None
    ) -> Cell:
        """Make a cell of a figure as it is shown; empty when there is no such figure."""
        return self._cell(table, column, figure_id, exact, has_unit=True)

    def measure(self, text: str) -> Measure:
        """Read a target that nothing is reckoned with, so that it can be taken apart."""
        return self._units.measure(text)

    def needed(self, cell: Cell) -> Cell:
        """Show a gap in a draft where the form must not stay empty."""
        return cell if cell.spans else self.gap

    def filled(self, cells: dict[str, Cell], table: str, row: str) -> dict[str, Cell]:
        """Put the words of the form where it has no value; what they stand for is not missing."""
        if not self.printing.constant:
            return cells
        return {column: self._filled(cell, table, row, column) for column, cell in cells.items()}

    def _filled(self, cell: Cell, table: str, row: str, column: str) -> Cell:
        if cell.spans and cell != self.gap:
            return cell
        text = self.printing.constant_of(table, row, column)
        return Cell((Span(text),)) if text else cell

    def _cell(
        self,
        table: str,
        column: str,
        figure_id: FigureId,
        exact: Fraction | None,
        *,
        has_unit: bool,
    ) -> Cell:
        found = self.book.find(figure_id)
        if found is None or not found.shown:
            return _NOTHING
        figure = found if table == _INDICATORS else self._in_unit_of_form(found)
        text = figure.shown if has_unit else figure.bare
        if self.printing.numbers:  # few forms write theirs in a way of their own
            text = self._as_form_does(table, column, figure, text, exact, has_unit=has_unit)
        return Cell((Span(text, figure.id),))

    def _in_unit_of_form(self, figure: Figure) -> Figure:
        """Write money in the unit of the form; other figures stay as they are."""
        unit = self.printing.money_unit
        if unit is None or unit == figure.unit or figure.unit not in self._units.money:
            return figure
        return figure.converted(unit, self._units)

    def _as_form_does(
        self,
        table: str,
        column: str,
        figure: Figure,
        usual: str,
        exact: Fraction | None,
        *,
        has_unit: bool,
    ) -> str:
        how = self.printing.number(table, column)
        if how is None or not isinstance(figure.value, Decimal):
            return usual
        is_as_usual = how.places is None and not (how.grouped or how.trimmed)  # but for its unit
        text = figure.bare if is_as_usual else how.write(figure.value, exact)
        is_with_unit = has_unit if how.with_unit is None else how.with_unit
        return f"{text}{figure.unit}" if is_with_unit else text
