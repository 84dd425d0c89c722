"""A sheet of a workbook that came back: what its cells hold by now, and the marks that say which they are."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.excel.form.workbook_page import FIRST, LAST, letters
from generator.excel.form.worked_cells import WorkedCells, functions_of
from generator.excel.workbook_bounds import SheetFacts

_SIGNIFICANT = ".15g"  # as many digits as Excel itself keeps
_PAGE, _ROW, _COLUMN = "p", "r", "c"
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")


class CellNow(NamedTuple):
    """What a cell holds: words, or a number that may be shown in per cent; where it stands."""

    text: str
    place: DocumentPlace
    number: Decimal | None = None
    is_percent: bool = False
    is_unworked: bool = False  # a formula that no program has worked out
    error: str = ""  # what a formula that went wrong says in its place, such as #REF!
    formula: str = ""  # by which it was worked out
    is_folded: bool = False  # in a row or column of the form that somebody has hidden


class ReturnedSheet(NamedTuple):
    """The values of a sheet, and what its part says of them."""

    name: str
    values: list[list[Any]]
    facts: SheetFacts
    worked: WorkedCells
    is_hidden: bool = False

    @property
    def page(self) -> str:
        """Return the mark of the page that this is, or whatever else stands in the first cell."""
        return self._mark(0, 0, _PAGE)

    def row_mark(self, row: int) -> str:
        """Return the mark of a row."""
        return self._mark(row, 0, _ROW)

    def is_mark(self, row: int, column: int) -> bool:
        """Tell a cell at the edge that bears a mark of ours."""
        kind = _ROW if row else _COLUMN
        return row == column == 0 or bool(self._mark(row, column, kind))

    def columns(self) -> dict[int, str]:
        """Return the marks of the columns; one that is there twice counts where it stands first."""
        found: dict[str, int] = {}
        for column in range(1, len(self.values[0]) if self.values else 0):
            if mark := self._mark(0, column, _COLUMN):
                found.setdefault(mark, column)
        return {column: mark for mark, column in found.items()}

    def width(self, row: int) -> int:
        """Return how many cells of a row may hold something."""
        worked = max((c for r, c in self.facts.formulas if r == row), default=-1)
        return max(len(self.values[row]), worked + 1)

    def keeps_formula(self, row: int, column: int, functions: str) -> bool:
        """Tell a cell that is worked out as it was; of a formula that others share nothing is said."""
        formula = self.worked.formulas.get((row, column))
        is_known = formula is not None and bool(functions) and len(formula) > 1
        return formula is not None and not (is_known and functions_of(formula) != functions)

    def has_formula(self, row: int, column: int) -> bool:
        """Tell a cell that is worked out."""
        return (row, column) in self.worked.formulas

    def now(self, row: int, column: int) -> CellNow:
        """Return what a cell holds."""
        name = f"{letters(column)}{row + 1}"
        place = DocumentPlace(sheet=self.name, row=row + 1, column=column + 1, cell=name)
        value = self.values[row][column] if column < len(self.values[row]) else ""
        look = self.facts.looks.get(name)
        is_percent = look is not None and look.is_percent
        unworked = self.facts.formulas.get((row, column))
        is_folded = row in self.worked.hidden_rows or (
            FIRST <= column <= LAST and column in self.worked.hidden_columns
        )
        if unworked is not None and value in ("", None):
            return CellNow(unworked, place, is_unworked=True, is_folded=is_folded)
        formula = self.worked.formulas.get((row, column), "")
        # The reader behind us gives an error as a blank.
        value = self.worked.errors.get((row, column), value)
        found = _now(value, place, is_percent=is_percent)
        return found._replace(formula=formula, is_folded=is_folded)

    def every(self) -> Iterator[CellNow]:
        """Go through all cells that hold something."""
        for row in range(len(self.values)):
            for column in range(self.width(row)):
                now = self.now(row, column)
                if now.text.strip():
                    yield now

    def _mark(self, row: int, column: int, kind: str) -> str:
        if row >= len(self.values) or column >= len(self.values[row]):
            return ""
        text = str(self.values[row][column]).strip()
        return text if text.startswith(kind) and text[1:].isdecimal() else ""


def _now(value: Any, place: DocumentPlace, *, is_percent: bool) -> CellNow:
    if isinstance(value, bool):
        return CellNow("true" if value else "false", place)
    if isinstance(value, int | float):
        number = Decimal(format(value, _SIGNIFICANT))
        number = Decimal(plain(number * 100 if is_percent else number))
        return CellNow(plain(number), place, number, is_percent)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return CellNow(value.isoformat(), place)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return CellNow(text, place, error=text.strip() if text.strip() in _ERRORS else "")
