"""Values that only a form has: what may stand in a field, in a cell of its tables, in a column of indicators."""

from typing import Final

from generator.base.toml import KeyPath
from generator.figures.own_sums import is_computed
from generator.model.own_form import NUMBERS, OPTIONS, Declared, OwnItem, OwnTable

FIELDS: Final = "fields"
TABLES: Final = "tables"
_IN_TABLE: Final = 4  # tables, the name of one, a row, a column


def own_item_at(declared: Declared, keys: KeyPath) -> OwnItem | None:
    """Return what the form declares at a path of keys; what it works out or prints itself is nothing."""
    name = keys[-1]
    if len(keys) == 2 and keys[0] == FIELDS:
        field = next((own for own in declared.fields if own.name == name), None)
        return None if field is None or field.sum_of else field
    if len(keys) == _IN_TABLE and keys[0] == TABLES:
        table = declared.table_of(str(keys[1]))
        return None if table is None else _in_table(table, keys[2], str(name))
    if keys[-2:-1] == (FIELDS,):
        return declared.indicator_field_of(str(name))
    return None


def _in_table(table: OwnTable, row: str | int, name: str) -> OwnItem | None:
    column = table.column_of(name)
    if column is None or column.kind == "serial":
        return None
    declared = table.row_of(row) if isinstance(row, str) else None
    is_row = isinstance(row, int) if not table.row else declared is not None
    is_fixed = declared is not None and name in declared.fixed
    is_summed = column.kind in NUMBERS and is_computed(declared, column)
    return column if is_row and not is_fixed and not is_summed else None


def own_kind(item: OwnItem) -> str:
    """Return the kind of cell of a value of the form's own."""
    if item.kind in NUMBERS:
        return "number"
    if item.kind in OPTIONS:
        return "list" if item.several else "choice"
    return "date" if item.kind == "date" else "text"
