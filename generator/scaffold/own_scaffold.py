"""What a form has of its own, ready to fill in: every field and table of its declarations, explained."""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.toml_literal import bare_key, block_literal, literal
from generator.model.own_form import Declared, OwnColumn, OwnField, OwnItem, OwnRow, OwnTable
from generator.scaffold.toml_lines import DORMANT, Line, aligned, commented

_TEXTS = ("text", "prose", "person", "phone")
_EXAMPLES: Mapping[str, Any] = {
    "number": Decimal(12),
    "amount": Decimal(12),
    "date": datetime.date(2024, 3, 15),
    "yes-no": True,
}


class OwnFields(NamedTuple):
    """The fields of a form, with the values that there are."""

    declared: Declared
    given: Mapping[str, Any] = {}
    is_asleep: bool = False  # in unit.toml: only what is the same for all subjects is woken

    def lines(self, path: str) -> Iterator[str]:
        """Write them below each other: texts live and blank, others behind ``#``."""
        if self.is_asleep and not self.given:
            yield commented(f"[{path}]")
            lines = (_field(item, {}) for item in self.declared.fields if not item.sum_of)
            yield from aligned([line._replace(is_live=False) for line in lines])
            return
        yield f"[{path}]"
        yield from aligned([_field(item, self.given) for item in self.declared.fields])
        known = {item.name for item in self.declared.fields}
        for name, value in self.given.items():
            if name not in known:
                yield f"{bare_key(name)} = {block_literal(value)}"


class OwnTables(NamedTuple):
    """The tables of a form, with the rows that there are."""

    declared: Declared
    given: Mapping[str, Any] = {}

    def lines(self, path: str) -> Iterator[str]:
        """Write table by table; one without rows shows how a row is written."""
        for number, table in enumerate(self.declared.tables):
            if number:
                yield ""
            yield from _table(table, path, self.given.get(table.name))


def example_of(item: OwnItem) -> Any:
    """Return what one would write for an item."""
    if item.kind == "choice":
        return [item.words[0]] if item.several else item.words[0]
    return _EXAMPLES.get(item.kind, "")


def explained(item: OwnItem) -> str:
    """Say in a line what is to be written."""
    said = [item.label if item.label != item.name else ""]
    if item.kind == "choice":
        said.append(f"{'可选几项' if item.several else '选一项'}：{'、'.join(item.words)}")
    elif item.kind == "yes-no":
        said.append(f"true（{item.words[0]}）或 false（{item.words[1]}）")
    elif item.kind == "prose":
        said.append("可引用数据，如 {{ funds.spent }}")
    if item.unit:
        said.append(f"单位：{item.unit}")
    if item.longest is not None:
        said.append(f"{item.longest} 字以内")
    if item.shortest:
        said.append(f"不少于 {item.shortest} 字")
    said += [item.description, "必填" if item.required else ""]
    return "；".join(part for part in said if part)


def blank_fields(items: tuple[OwnItem, ...]) -> dict[str, Any]:
    """Return blank values for the columns that only this form has of indicators."""
    return {item.name: "" for item in items if item.kind in _TEXTS}


def _field(item: OwnField, given: Mapping[str, Any]) -> Line:
    key = bare_key(item.name)
    if item.sum_of:
        note = f"由程序相加：{' ＋ '.join(item.sum_of)}"
        value = literal(given.get(item.name, example_of(item)))
        return Line(key, value, note, item.name in given)
    if item.name in given:
        return Line(key, block_literal(given[item.name]), explained(item), is_live=True)
    return Line(key, literal(example_of(item)), explained(item), item.kind in _TEXTS)


def _table(table: OwnTable, path: str, given: Any) -> Iterator[str]:
    name = f"{path}.{bare_key(table.name)}"
    columns = [column for column in table.column if column.kind != "serial"]
    yield DORMANT + "：".join(part for part in (table.label, table.description) if part)
    for column in columns:
        said = explained(column)
        added = f"由程序相加：{' ＋ '.join(column.sum_of)}" if column.sum_of else said
        yield f"{DORMANT}  {bare_key(column.name)}{f'  {added}' if added else ''}"
    if table.row:
        yield f"[{name}]"
        rows = given if isinstance(given, Mapping) else {}
        yield from aligned([_row(row, columns, rows.get(row.name)) for row in table.row])
        return
    if not given:
        yield commented(f"[[{name}]]")
        yield from map(commented, _cells({c.name: example_of(c) for c in _asked(columns)}))
        return
    for number, row in enumerate(given):
        if number:
            yield ""
        yield f"[[{name}]]"
        yield from _cells(row)


def _asked(columns: list[OwnColumn]) -> Iterator[OwnColumn]:
    return (column for column in columns if not column.sum_of)


def _row(row: OwnRow, columns: list[OwnColumn], given: Any) -> Line:
    note = row.label if row.label != row.name else ""
    if row.sum_of:
        note = f"{f'{note}；' if note else ''}由程序相加：{' ＋ '.join(row.sum_of)}"
    asked = (c for c in _asked(columns) if c.name not in row.fixed)
    if row.sum_of:
        asked = (c for c in asked if c.kind not in ("number", "amount"))
    pattern = {column.name: example_of(column) for column in asked}
    value = literal(pattern if given is None else given)
    return Line(bare_key(row.name), value, note, given is not None)


def _cells(row: Mapping[str, Any]) -> Iterator[str]:
    return (f"{bare_key(name)} = {block_literal(value)}" for name, value in row.items())
