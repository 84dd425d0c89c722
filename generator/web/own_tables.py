"""Tables that only a form has, where its template does not print all of them: laid out as they are declared."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath, value_at
from generator.model.dossier import Subject
from generator.model.own_form import OwnTable
from generator.tables.own_cells import table_rows
from generator.web.fillable_cells import column_at, value_of
from generator.web.own_values import TABLES
from generator.web.saving import row_label

Field = Callable[[KeyPath], Mapping[str, Any]]


def own_tables(subject: Subject, printed: Collection[object], field: Field) -> Iterator[JsonObject]:
    """Lay out those that are not printed, and of lists that are what rows come and go by.

    ``field`` makes the piece of a cell that is filled in.
    """
    for table in subject.declared.tables:
        is_printed = table.name in printed
        if not is_printed or not table.row:
            yield _Table(subject, table, None if is_printed else field).data()


class _Table:
    def __init__(self, subject: Subject, table: OwnTable, field: Field | None) -> None:
        self._subject, self._table, self._field = subject, table, field
        self._keys: KeyPath = (TABLES, table.name)
        self._columns = [c for c in table.column if c.kind != "serial"]

    def data(self) -> JsonObject:
        """Return the table: its headings, its rows, and for a list of rows one more to begin."""
        heads = [
            *([self._table.corner] if self._table.row else []),
            *(c.label for c in self._columns),
        ]
        rows = [[_cell(words, is_head=True) for words in heads], *self._rows()]
        width = len(heads) + (0 if self._table.row else 1)
        return {"kind": "table", "title": self._table.label, "width": width, "rows": rows}

    def _rows(self) -> Iterator[list[JsonObject]]:
        if self._table.row:
            for number, row in enumerate(self._table.row):
                cells = [self._cell((*self._keys, row.name), number, c.name) for c in self._columns]
                yield [_cell(row.label, is_head=True), *cells]
            return
        given = value_at(self._subject.source.data, self._keys)
        for number, row in enumerate(given if isinstance(given, list) else ()):
            keys = (*self._keys, number)
            cells = [self._cell(keys, number, column.name) for column in self._columns]
            label = row_label(row) if isinstance(row, dict) else ""
            gone = {"remove": [*keys], "row": label, "title": f"{self._table.label} {number + 1}"}
            yield [*cells, _cell(gone)]
        yield [self._begun(column.name) for column in self._columns]

    def _cell(self, row: KeyPath, number: int, column: str) -> JsonObject:
        keys = (*row, column)
        model, declared = type(self._subject.entry), self._subject.declared
        if self._field is None:
            return _cell(value_of(self._subject.source, keys))
        if column_at(model, keys, declared):
            return _cell(self._field(keys))
        fixed = self._table.row[number].fixed.get(column) if self._table.row else None
        said = {"said": f"{table_rows(self._table.name)}[{number}].cell[{column}]"}
        return _cell(fixed if fixed is not None else said)

    def _begun(self, column: str) -> JsonObject:
        keys = (*self._keys, 0, column)
        found = column_at(type(self._subject.entry), keys, self._subject.declared)
        if found is None:
            return _cell("")
        title = f"{found.title} {self._table.label}新的一行"
        return _cell({"list": [*self._keys], "name": "", "key": column, "title": title})


def _cell(piece: Any, *, is_head: bool = False) -> JsonObject:
    return {"height": 1, "width": 1, "is_head": is_head, "pieces": [piece]}
