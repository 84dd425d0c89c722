"""Cells that nobody understood, beside what a finding rests on: what follows without them is a guess."""

from collections import defaultdict
from typing import Literal

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.printed_values import number, squeezed
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.where import Where

RestsOn = Literal["", "row", "cells", "column"]
_SAYS = Pattern("[0-9]|[一-鿿]{2}")

_Line = tuple[str, str, int, int]


class Unread:
    """The rows and columns of a form's tables in which a cell was left unread."""

    def __init__(self, form: PrintedForm) -> None:
        self._rows: dict[_Line, list[str]] = defaultdict(list)
        self._columns: dict[_Line, list[int]] = defaultdict(list)
        self._first: dict[_Line, int] = {}
        for row in form.rows:
            if isinstance(at := row.place, DocumentPlace) and at.table:
                table = _line(at, 0)
                self._first[table] = min(at.row, self._first.get(table, at.row))
        again = {one.place for one in (form.total_again, form.rate_again) if one}
        for entry in form.everything:
            at = entry.place
            if (
                entry.answer != "unread"
                or at in again
                or not (at.table and at.row)
                or not _SAYS.search(entry.text)
            ):
                continue
            self._rows[_line(at, at.row)].append(squeezed(entry.text))
            if number(entry.text) is not None:
                self._columns[_line(at, at.column)].append(at.row)

    def in_row(self, where: Where) -> tuple[str, ...]:
        """Return what stands unread in the row of a cell."""
        if not isinstance(where, DocumentPlace) or not where.table:
            return ()
        return tuple(self._rows.get(_line(where, where.row), ()))

    def is_beside(self, where: Where, rests_on: RestsOn) -> bool:
        """Tell whether numbers of the row or the column, or any cell of the row, are missing from what was found."""
        beside = self.in_row(where)
        if rests_on == "row":
            return any(number(text) is not None for text in beside)
        if rests_on == "cells":
            return bool(beside)
        if rests_on == "column" and isinstance(where, DocumentPlace) and where.table:
            rows = self._columns.get(_line(where, where.column), ())
            return any(self._may_be_part(where, row) for row in rows)
        return False

    def _may_be_part(self, where: DocumentPlace, row: int) -> bool:
        """Tell whether a number in a row may be missing from a sum: among indicators is no source of money."""
        first = self._first.get(_line(where, 0), 0)
        return where.row >= first or row < first


@once_for_a_form
def unread_of(form: PrintedForm) -> Unread:
    """Return the unread cells of a form, gathered once."""
    return Unread(form)


def _line(at: DocumentPlace, number_of: int) -> _Line:
    return at.file, at.sheet, at.table, number_of
