"""[fields] and [tables] of unit.toml: what the forms of all its subjects print alike."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Subject
from generator.model.own_form import Declared
from generator.model.own_value import OwnRows
from generator.model.subject import Kind
from generator.model.unit import UnitEntry

FIELDS, TABLES = "fields", "tables"


def with_inherited(subject: Subject, unit: UnitEntry, source: TomlFile) -> Subject:
    """Give a subject what its unit says for all, where its own file says nothing."""
    if not unit.fields_ and not unit.tables:
        return subject
    entry = subject.entry
    fields, taken = _joined(entry.fields_, unit.fields_, FIELDS)
    tables, more = _joined(entry.tables, unit.tables, TABLES)
    inherited = dict.fromkeys((*taken, *more), source)
    return replace(subject, entry=entry.changed(fields_=fields, tables=tables), inherited=inherited)


def without_strange(subject: Subject, known: Mapping[Kind, Declared]) -> Subject:
    """Leave out what only forms of subjects of the other kind declare."""
    own = _names(known[subject.kind])
    others = {keys for declared in known.values() for keys in _names(declared)} - own
    gone = [keys for keys in subject.inherited if keys in others]
    if not gone:
        return subject
    entry = subject.entry
    fields = {n: v for n, v in entry.fields_.items() if (FIELDS, n) not in gone}
    tables = {n: v for n, v in entry.tables.items() if (TABLES, n) not in gone}
    inherited = {keys: file for keys, file in subject.inherited.items() if keys not in gone}
    return replace(subject, entry=entry.changed(fields_=fields, tables=tables), inherited=inherited)


def _names(declared: Declared) -> set[KeyPath]:
    fields: set[KeyPath] = {(FIELDS, item.name) for item in declared.fields}
    return fields | {(TABLES, table.name) for table in declared.tables}


def _joined(
    own: Mapping[str, Any], shared: Mapping[str, Any], table: str
) -> tuple[dict[str, Any], list[KeyPath]]:
    """Return both, the own ones first; a blank is none."""
    taken = [name for name in shared if _is_blank(own.get(name)) and not _is_blank(shared[name])]
    kept = {name: value for name, value in own.items() if name not in taken}
    return {**kept, **{name: shared[name] for name in taken}}, [(table, name) for name in taken]


def _is_blank(value: Any) -> bool:
    if isinstance(value, OwnRows):
        return not any(
            cell not in (None, "", ()) for row in value.rows.values() for cell in row.values()
        )
    return value is None or value == () or (isinstance(value, str) and not value.strip())
