"""The names of what a form has of its own: ``field("…")``, ``choice("…")``, ``table("…")``."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import BlankError
from generator.model import figure_parts as of
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.own_form import OPTIONS, Declared, OwnTable
from generator.model.own_typed import boxes, read_own

Figures = Mapping[str, Figure]
Makers = dict[str, tuple[Callable[[], Mapping[str, Any]], str, Collection[str]]]


def blank(what: str, name: str) -> BlankError:
    """Tell of something declared that nobody filled in."""
    return BlankError(f"{what}“{name}”还没有填", word=name, hint="请填上，或改写这一句")


class OwnRowNames(dict[str, Figure]):
    """The cells of a row by their columns; one of a declared column may be blank."""

    def __init__(self, cells: Figures, columns: Collection[str]) -> None:
        super().__init__(cells)
        self._columns = columns

    def __missing__(self, name: str) -> Figure:
        if name in self._columns:
            raise blank("这一行的", name)
        raise KeyError(name)


class OwnTableNames(Mapping[str, Any]):
    """A table: its rows one after the other, each by its name, and ``total``."""

    def __init__(self, rows: Mapping[str, Figures], total: Figures, table: OwnTable) -> None:
        self._columns = frozenset(column.name for column in table.column)
        self._rows = {name: OwnRowNames(row, self._columns) for name, row in rows.items()}
        self._total, self._fixed = total, frozenset(row.name for row in table.row)

    @property
    def row_names(self) -> tuple[str, ...]:
        """Return what its rows are called."""
        return (*self._rows, "total")

    def __getitem__(self, name: str) -> Any:
        if name in self._rows:
            return self._rows[name]
        if name in self._fixed:
            return OwnRowNames({}, self._columns)
        return {"rows": list(self._rows.values()), "total": self._total}[name]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)


def own_names(subject: Subject, book: FigureBook) -> Makers:
    """Give what makes the names of a subject, and what they are called."""
    declared, kinds = subject.declared, book.kinds_of(subject.id)
    fields = [item for item in declared.fields if item.kind != "prose"]  # which no text quotes
    roles = {item.role for item in fields if item.role and declared.field_of(item.role) is item}
    named = {*(item.name for item in fields), *roles}
    options = {item.name for item in fields if item.kind in OPTIONS}
    return {
        "field": (lambda: _fields(declared, kinds.get(of.FIELD, ())), "自设栏目", named),
        "choice": (lambda: _choices(subject, book), "选项栏目", options),
        "table": (lambda: _tables(declared, kinds.get(of.TABLE, ())), "自设的表", ()),
    }


def _fields(declared: Declared, figures: Sequence[Figure]) -> dict[str, Figure]:
    """Give fields by name; one of a role that no other has also by its role."""
    found = {figure.id.parts.name: figure for figure in figures}
    for role in dict.fromkeys(f.role for f in declared.fields if f.role):
        named = declared.field_of(role)
        if named is not None and named.name in found:
            found.setdefault(role, found[named.name])
    return found


def _choices(subject: Subject, book: FigureBook) -> dict[str, Figure]:
    """Give the line of all options of a field that has a value."""
    found: dict[str, Figure] = {}
    for item in subject.declared.fields:
        figure = book.find(FigureId.field(subject.id, item.name))
        if item.kind in OPTIONS and figure is not None:
            value = read_own(item, subject.entry.fields_.get(item.name)).value
            found[item.name] = figure._replace(shown=boxes(item, value))
    return found


def _tables(declared: Declared, figures: Sequence[Figure]) -> dict[str, OwnTableNames]:
    rows: dict[str, dict[str, dict[str, Figure]]] = {t.name: {} for t in declared.tables}
    totals: dict[str, dict[str, Figure]] = {t.name: {} for t in declared.tables}
    for figure in figures:
        table, row, column = figure.id.parts.names
        if row:
            rows[table].setdefault(row, {})[column] = figure
        else:
            totals[table][column] = figure
    return {t.name: OwnTableNames(rows[t.name], totals[t.name], t) for t in declared.tables}
