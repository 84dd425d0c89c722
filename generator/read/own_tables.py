"""Tables that a form declares, found by their headings and the names of their rows."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.own_form import OwnColumn, OwnTable
from generator.read.label_book import LabelBook
from generator.read.own_book import OwnBook, column_named, is_named, row_named
from generator.read.own_found import Found, Taken, TotalFound
from generator.read.printed_values import squeezed
from generator.tables.form_fields import BEHIND
from generator.tables.tag_keys import field_name

_TOTAL = "total"
_FEWEST_HEADS = 2


class _Header(NamedTuple):
    """Where a table begins: the row below its header, its columns by where they stand."""

    table: OwnTable
    top: int
    bottom: int
    columns: Mapping[int, tuple[OwnColumn, ReadCell]]

    @property
    def first(self) -> int:
        """Return the leftmost column."""
        return min(self.columns)


class TakenTable(NamedTuple):
    """What was taken of a table, the rows it stood in, and the cells that are no longer of it."""

    taken: Taken
    cells: tuple[ReadCell, ...]


def take_tables(
    table: ReadTable, book: OwnBook, words: LabelBook, counts: dict[str, int]
) -> Iterator[TakenTable]:
    """Take out every declared table; ``counts`` are the free rows that came before."""
    for declared in book.declared.tables:
        row = 0
        while row < len(table.grid):
            header = _header(table, row, declared, book)
            if header is None:
                row += 1
                continue
            reader = _Rows(table, header, book, words, counts)
            found = reader.read()
            row = max(row + 1, reader.end)
            if found is not None:
                yield found


def _header(table: ReadTable, row: int, declared: OwnTable, book: OwnBook) -> _Header | None:
    """Return the header that stands in a row: nearly all columns are named there."""
    columns: dict[int, tuple[OwnColumn, ReadCell]] = {}
    for cell in table.cells(row):
        column = _column(table, cell, declared, book)
        if column is not None and all(column is not known for known, _ in columns.values()):
            columns[cell.column] = (column, cell)
    asked = len(declared.column)
    if not columns or len(columns) * 3 < asked * 2:
        return None
    bottom = max(cell.row + cell.height for _, cell in columns.values())
    top = min(cell.row for _, cell in columns.values())
    header = _Header(declared, top, bottom, columns)
    is_here = not declared.row or _row_label(table, bottom, header) is not None
    return header if is_here else None


def _column(
    table: ReadTable, cell: ReadCell, declared: OwnTable, book: OwnBook
) -> OwnColumn | None:
    """Return the column that a heading names, alone or with the name of its group: 预算数·总额.

    The group stands above; in lists side by side it is the heading of the names to the left.
    """
    if book.is_heading(cell.text) and (found := column_named(declared, cell.text)) is not None:
        return found
    group = table.at(cell.row - 1, cell.column) if cell.row else None
    left = table.at(cell.row, cell.column - 1) if cell.column else None
    groups = (group if group is not None and group.width > cell.width else None, left)
    names = (
        f"{field_name(g.text)}{BEHIND}{field_name(cell.text)}" for g in groups if g is not None
    )
    return next((c for name in names if (c := column_named(declared, name)) is not None), None)


def _row_label(table: ReadTable, row: int, header: _Header) -> ReadCell | None:
    """Return the cell left of the columns that names a row of the form."""
    left = [c for c in _cells(table, row) if c.column < header.first]
    named = (c for c in reversed(left) if row_named(header.table, c.text) is not None)
    return next(named, None)


def _cells(table: ReadTable, row: int) -> list[ReadCell]:
    return list(table.cells(row)) if row < len(table.grid) else []


class _Rows:
    """Reads the rows below one header."""

    def __init__(
        self,
        table: ReadTable,
        header: _Header,
        book: OwnBook,
        words: LabelBook,
        counts: dict[str, int],
    ) -> None:
        self._table, self._header, self._book, self._counts = table, header, book, counts
        self._words = words
        self._values: list[Found] = []
        self._totals: list[TotalFound] = []
        self._labels: list[ReadCell] = []
        self._cells: list[ReadCell] = []
        self.end = header.bottom

    def read(self) -> TakenTable | None:
        """Read to the end of the table; without any row there is none."""
        header = self._header
        while self.end < len(self._table.grid):
            is_read = self._fixed(self.end) if header.table.row else self._free(self.end)
            is_total = not is_read and self._total(self.end)
            if not is_read and not is_total:
                break
            self.end += 1
            if is_total and not header.table.row and self._values:
                break  # the sums close a list
        if self.end == header.bottom and header.table.row:
            return None
        self._name_header()
        labels = tuple(cell.place for cell in self._labels)
        asked = (f"tables.{header.table.name}",)
        taken = Taken(tuple(self._values), (), tuple(self._totals), labels, asked)
        return TakenTable(taken, (*self._labels, *self._cells))

    def _name_header(self) -> None:
        """Set the headings aside, with the corner and the name of the table beside or above them."""
        header, declared = self._header, self._header.table
        self._labels += [cell for _, cell in header.columns.values()]
        rows = range(max(0, header.top - 1), header.bottom)
        beside = (c for row in rows for c in self._table.cells(row))
        names = (*declared.labels, declared.corner)
        self._labels += [c for c in beside if is_named(names, c.text) and c not in self._labels]

    def _fixed(self, row: int) -> bool:
        label = _row_label(self._table, row, self._header)
        declared = row_named(self._header.table, label.text) if label is not None else None
        if label is None or declared is None:
            return False
        self._labels.append(label)
        for start, (column, heading) in self._header.columns.items():
            cell = self._own(row, start)
            if cell is None:
                continue
            self._cells.append(cell)
            fixed = declared.fixed.get(column.name)
            if fixed is not None and squeezed(fixed) == squeezed(cell.text):
                self._labels.append(cell)
            elif cell.text.strip():
                keys = ("tables", self._header.table.name, declared.name, column.name)
                self._values.append(Found(keys, column, cell, heading.text))
        return True

    def _free(self, row: int) -> bool:
        """Read a row of a list: its cells lie below the headings, and none of them is a label."""
        cells = {s: c for s in self._header.columns if (c := self._own(row, s)) is not None}
        said = [c for c in cells.values() if c.text.strip()]
        is_list = len(cells) * 3 >= len(self._header.columns) * 2
        if not is_list or self._begins_with_label(row) or self._is_total(row):
            return False
        if said and all(self._is_serial(start) for start, c in cells.items() if c.text.strip()):
            self._labels += said
            return True
        name = self._header.table.name
        number = self._counts.get(name, 0)
        self._counts[name] = number + bool(said)
        for start, cell in cells.items():
            column, heading = self._header.columns[start]
            self._cells.append(cell)
            if column.kind == "serial":
                self._labels.append(cell)
            elif cell.text.strip():
                keys: KeyPath = ("tables", name, number, column.name)
                self._values.append(Found(keys, column, cell, heading.text))
        return True

    def _begins_with_label(self, row: int) -> bool:
        """Tell a row that something else of the form begins with, or that is a header of its own."""
        said = [c for c in self._table.cells(row) if c.row == row and c.text.strip()]
        known = [c for c in said if self._words.role(c.text) or self._words.columns.role(c.text)]
        if self._are_pairs(row):
            known = []  # names of sources beside their amounts are no headings
        if len(known) >= _FEWEST_HEADS or (bool(said) and self._book.is_label(said[0].text)):
            return True
        declared = self._book.declared.tables
        return any(_header(self._table, row, one, self._book) is not None for one in declared)

    def _are_pairs(self, row: int) -> bool:
        """Tell a row of lists side by side: where a column bears the name of its group stand figures."""
        columns = self._header.columns.items()
        starts = [start for start, (column, _) in columns if BEHIND in column.name]
        cells = [self._own(row, start) for start in starts]
        said = [c.text for c in cells if c is not None and c.text.strip()]
        return bool(said) and all(map(self._words.money.is_figure, said))

    def _total(self, row: int) -> bool:
        """Read the row of the sums."""
        if not self._is_total(row):
            return False
        for start, (column, heading) in self._header.columns.items():
            cell = self._own(row, start)
            if cell is not None and cell.text.strip() and column.sum:
                self._cells.append(cell)
                name = self._header.table.name
                self._totals.append(TotalFound(name, column, cell, heading.text))
        return True

    def _is_total(self, row: int) -> bool:
        name = (self._header.table.total,)
        cells = (c for c in self._table.cells(row) if c.row == row)
        found = [c for c in cells if is_named(name, c.text) or self._words.role(c.text) == _TOTAL]
        self._labels += [c for c in found if c not in self._labels]
        return bool(found)

    def _is_serial(self, start: int) -> bool:
        return self._header.columns[start][0].kind == "serial"

    def _own(self, row: int, start: int) -> ReadCell | None:
        """Return the cell below a heading that begins in a row."""
        cell = self._table.at(row, start)
        _, heading = self._header.columns[start]
        is_below = cell is not None and cell.row == row and cell.column >= heading.column
        return cell if is_below and cell is not None and cell.end <= heading.end else None
