"""What templates quote of a form's own: ``field("…")``, ``choice("…")``, ``table("…")``."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from generator.base.suggestion import suggest
from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import Words
from generator.model.blocks import Row, Table
from generator.model.row_key import RowKey
from generator.tables.form_fields import choice_at, own_field_name
from generator.tables.own_cells import table_rows

_IN_INPUT = "请在填报文件的 [fields] 里写明"
_IN_FORM = "请在方案或 templates/forms/ 里写明"


class ByName(dict[str, Any]):
    """Things of the form's own by their names: ``field("联系人")``."""

    def __init__(self, found: Mapping[str, Any], what: str, advice: str = "") -> None:
        super().__init__(found)
        self.what, self.advice = what, advice

    def __call__(self, name: str) -> Any:
        """Return what a name stands for."""
        return self[name]

    def __missing__(self, name: str) -> Any:
        parts = (part for part in (self.advice, suggest(name, self)) if part)
        raise LanguageError(f"没有{self.what}“{name}”", word=name, hint="；".join(parts))


class Options(Words):
    """A line of all options; below it the mark of each by its name."""

    __slots__ = ("by_name",)

    by_name: ByName

    def __getitem__(self, option: Any) -> Any:
        return self.by_name[option] if isinstance(option, str) else super().__getitem__(option)


class TableRows(list[ByName]):
    """The rows of a table, to go through; one by its name or number, and ``total``."""

    def __init__(self, rows: Sequence[ByName], named: ByName, total: ByName) -> None:
        super().__init__(rows)
        self.by_name = ByName({**named, "total": total, "rows": self}, named.what, named.advice)

    def __getitem__(self, key: Any) -> Any:
        return self.by_name[key] if isinstance(key, str) else super().__getitem__(key)


def no_own_names() -> dict[str, Any]:
    """Give the names for a document without a form: nothing is there."""
    return own_names(Table({}, {}), "", "")


def own_names(table: Table, prefix: str, at: str) -> dict[str, Any]:
    """Lay out what a form has of its own; ``at`` stands before the keys of its rows."""
    return {
        "field": _fields(table.fields, prefix),
        "choice": _choices(table, prefix),
        "table": _tables(table, at),
    }


def own_columns(row: Row, at: str) -> dict[str, ByName]:
    """Give the columns of an indicator that only this form has."""
    if not _has_own(tuple(row.cells)):
        return {"field": ByName({}, "这一列")} if "level1" in row.cells else {}
    return {"field": _fields(row.cells, f"{at}{row.key}", "这一列", _IN_FORM)}


@lru_cache(maxsize=64)
def _has_own(names: tuple[str, ...]) -> bool:
    """Tell whether a row has a column of the form's own: all rows of a table have the same columns."""
    return any(map(own_field_name, names))


def _fields(
    cells: Mapping[str, Any], prefix: str, what: str = "自设栏目", advice: str = _IN_INPUT
) -> ByName:
    named = ((own_field_name(key), key, cell) for key, cell in cells.items())
    found = {
        name: Words.of(cell.spans, f"{prefix}.{key}", cell.merge)
        for name, key, cell in named
        if name
    }
    return ByName(found, what, advice)


def _choices(table: Table, prefix: str) -> ByName:
    lines: dict[str, Options] = {}
    marks: dict[str, dict[str, Words]] = {}
    for key, cell in table.fields.items():
        at = choice_at(key)
        if at is None:
            continue
        name, option = at
        if option:
            marks.setdefault(name, {})[option] = Words.of(cell.spans, f"{prefix}.{key}")
        else:
            lines[name] = Options.of(cell.spans, f"{prefix}.{key}")
    for name, line in lines.items():
        line.by_name = ByName(marks.get(name, {}), "选项", _IN_FORM)
    return ByName(lines, "选项栏目", _IN_FORM)


def _tables(table: Table, at: str) -> ByName:
    found: dict[str, TableRows] = {}
    for name, rows in table.rows.items():
        owner = name[len("table[") : -1]
        if name != table_rows(owner):
            continue
        laid = {_row_name(row): _row(row, at) for row in rows}
        (total,) = table.rows[RowKey.total(owner)]
        by_name = ByName(laid, f"“{owner}”的行", _IN_FORM)
        found[owner] = TableRows(list(laid.values()), by_name, _row(total, at))
    return ByName(found, "自设的表", _IN_FORM)


def _row(row: Row, at: str) -> ByName:
    cells = {
        name if name == "label" else name[len("cell[") : -1]: Words.of(
            cell.spans, f"{at}{row.key}.{name}", cell.merge
        )
        for name, cell in row.cells.items()
    }
    return ByName(cells, "这一列", _IN_FORM)


def _row_name(row: Row) -> str:
    return row.key.partition("].row[")[2][:-1]
