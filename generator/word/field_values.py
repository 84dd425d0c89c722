"""What the fields of templates hold in a document, by their paths."""

from collections.abc import Mapping
from typing import Any

from generator.word.field_nodes import Called, Chosen, Field, Group, Many, Node
from generator.word.own_tags import Options, TableRows
from generator.word.template_fields import NAMES


def values_of(names: Mapping[str, Any]) -> dict[str, str]:
    """Return what the fields of a document hold, of rows those of the first one, by their paths."""
    found: dict[str, str] = {}
    for name, node in NAMES.items():
        _add_values(found, name, node, names.get(name))
    return found


def _add_values(found: dict[str, str], path: str, node: Node, value: Any) -> None:
    if isinstance(node, Field):
        found[path] = str(value or "")
    elif isinstance(node, Called) and isinstance(value, Mapping):
        for name, own in value.items():
            _add_own(found, f'{path}("{name}")', own)
    elif isinstance(node, Group) and isinstance(value, Mapping):
        for name, below in node.names.items():
            _add_values(found, f"{path}.{name}", below, value.get(name))
    elif isinstance(node, Many) and value:
        _add_values(found, f"{path}[]", node.one, value[0])
    elif isinstance(node, Chosen) and value:
        _add_values(found, f'{path}["…"]', node.one, next(iter(value.values())))


def _add_own(found: dict[str, str], path: str, value: Any) -> None:
    """Add what the form has of its own: words, marks of options, cells of tables."""
    if isinstance(value, TableRows):
        rows = {f'["{name}"]': row for name, row in value.by_name.items() if name not in _OF_ROWS}
        first = {"[]": value[0]} if value else {}
        for at, row in {**first, **rows, ".total": value.by_name["total"]}.items():
            found.update((f'{path}{at}["{name}"]', str(cell)) for name, cell in row.items())
        return
    found[path] = str(value)
    if isinstance(value, Options):
        found.update((f'{path}["{name}"]', str(mark)) for name, mark in value.by_name.items())


_OF_ROWS = ("total", "rows")
