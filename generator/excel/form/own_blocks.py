"""Fields and tables that a form has of its own, in the order in which it declares them."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.key_blocks import SPARE, Block, field_row, look_of, title
from generator.excel.form.key_cells import own_slot
from generator.excel.form.slot import ListAt
from generator.excel.form.workbook_page import (
    FIRST,
    LABELLED,
    LAST,
    NAME,
    OPTIONAL,
    SECOND,
    FormLook,
    PageRows,
)
from generator.model.own_form import Declared, OwnColumn, OwnItem, OwnTable

FIELDS, TABLES = "fields", "tables"
_SHARED = "不写则用单位那一页写的"


def own_fields(own: Block, declared: Declared) -> Iterator[tuple[str, OwnItem]]:
    """Give the fields that the form declares, and those that the inputs have beside them."""
    fields = [item for item in declared.fields if not item.sum_of]
    given = value_at(own.data, (FIELDS,))
    loose = (n for n in (given if isinstance(given, dict) else {}) if not _knows(fields, n))
    for item in (*fields, *(OwnItem(key=name) for name in loose)):
        yield item.name, item


def own_field(rows: PageRows, own: Block, item: OwnItem, inherited: Sequence[KeyPath]) -> None:
    """Lay out a field."""
    slot = own_slot(own.subject, item, (FIELDS, item.name), own.data)
    if slot is not None:
        note = _SHARED if slot.keys in inherited else ""
        field_row(rows, slot, is_required=item.required and not note, note=note)


def _knows(fields: Sequence[OwnItem], name: str) -> bool:
    return any(item.name == name for item in fields)


def own_table(rows: PageRows, own: Block, table: OwnTable) -> None:
    """Lay out a table."""
    keys: KeyPath = (TABLES, table.name)
    title(rows, f"{table.label}　{table.description}" if table.description else table.label)
    columns = [c for c in table.column if c.kind != "serial" and not c.sum_of]
    start = NAME if table.row else SECOND
    places = [
        start + n if start + n <= LAST else OPTIONAL + start + n - LAST - 1
        for n in range(len(columns))
    ]
    at = [FIRST if place == SECOND else place for place in places]
    if table.row:
        rows.put(FIRST, table.corner, FormLook.HEAD, width=LABELLED)
    for column, place in zip(columns, at, strict=True):
        rows.put(place, column.label, FormLook.HEAD, width=_width(place))
        if place >= OPTIONAL:
            rows.beside(place, is_used=True)
    rows.end(20)
    if table.row:
        for row in (one for one in table.row if not one.sum_of):
            rows.put(FIRST, row.label, FormLook.LABEL, width=LABELLED)
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
            rows.put(place, fixed[column.name], FormLook.LABEL, width=_width(place))
            continue
        slot = own_slot(own.subject, column, (*keys, column.name), own.data)
        if slot is not None:
            rows.put(place, slot, look_of(slot), width=_width(place))
    rows.end(20)


def _width(place: int) -> int:
    return LABELLED if place == FIRST else 1
