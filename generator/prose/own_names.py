"""The names of what a form has of its own: ``field("…")``, ``choice("…")``, ``table("…")``."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.figures.figure import Figure
from generator.figures.own_keys import cell_at
from generator.model.dossier import Subject
from generator.model.own_form import OPTIONS, Declared
from generator.model.own_typed import boxes, read_own

Figures = Mapping[str, Figure]
Makers = dict[str, tuple[Callable[[], Mapping[str, Any]], str]]


class OwnTableNames(Mapping[str, Any]):
    """A table: its rows one after the other, each by its name, and ``total``."""

    def __init__(self, rows: Mapping[str, Figures], total: Figures) -> None:
        self._rows, self._total = rows, total

    @property
    def row_names(self) -> tuple[str, ...]:
        """Return what its rows are called."""
        return (*self._rows, "total")

    def __getitem__(self, name: str) -> Any:
        if name in self._rows:
            return self._rows[name]
        return {"rows": list(self._rows.values()), "total": self._total}[name]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)


def own_names(subject: Subject, figures: Figures) -> Makers:
    """Give what makes the names of a subject, and what they are called."""
    return {
        "field": (lambda: _fields(subject.declared, figures), "自设栏目"),
        "choice": (lambda: _choices(subject, figures), "选项栏目"),
        "table": (lambda: _tables(subject.declared, figures), "自设的表"),
    }


def _fields(declared: Declared, figures: Figures) -> dict[str, Figure]:
    """Give fields by name; one of a role that no other has also by its role."""
    found = {
        key[len("field[") : -1]: figure
        for key, figure in figures.items()
        if key.startswith("field[") and key.endswith("]")
    }
    for role in dict.fromkeys(f.role for f in declared.fields if f.role):
        named = declared.field_of(role)
        if named is not None and named.name in found:
            found.setdefault(role, found[named.name])
    return found


def _choices(subject: Subject, figures: Figures) -> dict[str, Figure]:
    """Give the line of all options of a field that has a value."""
    found: dict[str, Figure] = {}
    for item in subject.declared.fields:
        figure = figures.get(f"field[{item.name}]")
        if item.kind in OPTIONS and figure is not None:
            value = read_own(item, subject.entry.fields_.get(item.name)).value
            found[item.name] = figure._replace(shown=boxes(item, value))
    return found


def _tables(declared: Declared, figures: Figures) -> dict[str, OwnTableNames]:
    rows: dict[str, dict[str, dict[str, Figure]]] = {t.name: {} for t in declared.tables}
    totals: dict[str, dict[str, Figure]] = {t.name: {} for t in declared.tables}
    for key, figure in figures.items():
        at = cell_at(key) if key.startswith("table[") else None
        if at is not None and at.row:
            rows[at.table].setdefault(at.row, {})[at.column] = figure
        elif at is not None:
            totals[at.table][at.column] = figure
    return {name: OwnTableNames(rows[name], totals[name]) for name in rows}
