"""Fields and tables that a form has of its own, in the order in which it declares them."""

from collections.abc import Mapping, Sequence

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.blocks import SPARE, Block, field_row, look_of, title
from generator.excel.form.fields import own_slot
from generator.excel.form.page import FIRST, LAST, NAME, OPTIONAL, FormLook, PageRows
from generator.excel.form.slot import ListAt
from generator.model.own_form import Declared, OwnColumn, OwnItem, OwnTable

FIELDS, TABLES = "fields", "tables"
_TITLE, _SHARED = "自设栏目", "不写则用单位那一页写的"


def own_blocks(
    rows: PageRows, own: Block, declared: Declared, inherited: Sequence[KeyPath]
) -> None:
    """Lay out fields and tables."""
    fields = [item for item in declared.fields if not item.sum_of]
    given = value_at(own.data, (FIELDS,))
    loose = [
        name for name in (given if isinstance(given, dict) else {}) if not _knows(fields, name)
    ]
    if fields or loose:
        title(rows, _TITLE)
    for item in (*fields, *(OwnItem(key=name) for name in loose)):
        slot = own_slot(own.subject, item, (FIELDS, item.name), own.data)
        if slot is not None:
            note = _SHARED if slot.keys in inherited else ""
            is_required = item.required and not note
            field_row(rows, slot, is_required=is_required, note=note)
    for table in declared.tables:
        _table(rows, own, table)


def _knows(fields: Sequence[OwnItem], name: str) -> bool:
    return any(item.name == name for item in fields)


def _table(rows: PageRows, own: Block, table: OwnTable) -> None:
    keys: KeyPath = (TABLES, table.name)
    title(rows, f"{table.label}　{table.description}" if table.description else table.label)
    columns = [c for c in table.column if c.kind != "serial" and not c.sum_of]
    start = NAME if table.row else FIRST
    at = [
        start + n if start + n <= LAST else OPTIONAL + start + n - LAST - 1
        for n in range(len(columns))
    ]
    if table.row:
        rows.put(FIRST, table.corner, FormLook.HEAD)
    for column, place in zip(columns, at, strict=True):
        rows.put(place, column.label, FormLook.HEAD)
        if place >= OPTIONAL:
            rows.beside(place, is_used=True)
    rows.end(20)
    if table.row:
        for row in (one for one in table.row if not one.sum_of):
            rows.put(FIRST, row.label, FormLook.LABEL)
            _row(rows, own, columns, at, (*keys, row.name), row.fixed)
        return
    found = value_at(own.data, keys)
    count = len(found) if isinstance(found, list) else 0
    rows.list_of(ListAt(own.subject, keys, count))
    for number in range(count + SPARE):
        _row(rows, own, columns, at, (*keys, number), {})


def _row(
    rows: PageRows,
    own: Block,
    columns: Sequence[OwnColumn],
    at: Sequence[int],
    keys: KeyPath,
    fixed: Mapping[str, str],
) -> None:
    for column, place in zip(columns, at, strict=True):
        if column.name in fixed:
            rows.put(place, fixed[column.name], FormLook.LABEL)
            continue
        slot = own_slot(own.subject, column, (*keys, column.name), own.data)
        if slot is not None:
            rows.put(place, slot, look_of(slot))
    rows.end(20)
