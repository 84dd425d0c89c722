"""What the form calls the place of a problem: 购书册数 实际完成值, and not ``indicator[购书册数].actual``."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.entry import Entry
from generator.model.own_form import NOTHING_DECLARED, Declared
from generator.web.fillable_cells import column_at, table_title

_STEP = Pattern(r"\.?(?P<key>[^.\[\]]+)|\[(?P<row>[^\]]*)\]")


def key_label(model: type[Entry], key: str, declared: Declared = NOTHING_DECLARED) -> str:
    """Return what a path of keys is called, as ``TomlFile.key_text`` writes it (empty: nothing)."""
    return " ".join(filter(None, _parts(model, key, declared)))


def field_name(model: type[Entry], key: str, declared: Declared = NOTHING_DECLARED) -> str:
    """Return the name of the field at a path of keys: its column and its row, as in the grid."""
    return " ".join(filter(None, reversed(_parts(model, key, declared))))


def _parts(model: type[Entry], key: str, declared: Declared) -> tuple[str, str]:
    """Return the row of a path of keys, and what is in it."""
    keys: list[str | int] = []
    rows: list[str] = []
    for name, row in _steps(key):
        keys.append(name or 0)
        if row:
            rows.append(row)
    return (rows[-1] if rows else ""), _title(model, tuple(keys), declared)


def _steps(key: str) -> Iterator[tuple[str, str]]:
    for found in _STEP.finditer(key):
        yield found["key"] or "", found["row"] or ""


def _title(model: type[Entry], keys: KeyPath, declared: Declared) -> str:
    """Return the title of a cell, or of the list or table that holds what is meant."""
    column = column_at(model, keys, declared)
    if column is not None:
        own = str(keys[-1])
        return column.title if own.isascii() else own  # a name that somebody gave says it itself
    while keys and isinstance(keys[-1], int):
        keys = keys[:-1]
    title = table_title(model, keys)
    return title or (str(keys[-1]) if keys and not str(keys[-1]).isascii() else "")
