"""What a form has of its own in the schema of an input: names, kinds, options, explained in Chinese."""

from collections.abc import Mapping
from typing import Any

from generator.model.own_form import Declared, OwnItem, OwnTable
from generator.scaffold.own_scaffold import explained

_KINDS: Mapping[str, Any] = {
    "number": "number",
    "amount": "number",
    "yes-no": ["boolean", "string"],
}


def with_own(schema: dict[str, Any], declared: Declared) -> dict[str, Any]:
    """Return the schema of a file whose [fields], [tables] and indicators have these names."""
    properties = dict(schema["properties"])
    if declared.fields:
        properties["fields"] = _with_names(properties["fields"], _items(declared.fields))
    if declared.tables:
        tables = {table.name: _table(table) for table in declared.tables}
        properties["tables"] = _with_names(properties["tables"], tables)
    if declared.indicator_fields:
        own = _items(declared.indicator_fields)
        properties["indicator"] = _in_rows(properties["indicator"], own)
        goals = properties["goals"]
        rows = dict(goals["items"]["properties"])
        rows["indicator"] = _in_rows(rows["indicator"], own)
        properties["goals"] = {**goals, "items": {**goals["items"], "properties": rows}}
    return {**schema, "properties": properties}


def _in_rows(rows: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    keys = dict(rows["items"]["properties"])
    keys["fields"] = _with_names(keys["fields"], own)
    return {**rows, "items": {**rows["items"], "properties": keys}}


def _with_names(table: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, Any]:
    return {**table, "properties": dict(names)}


def _items(items: tuple[OwnItem, ...]) -> dict[str, Any]:
    return {item.name: _item(item) for item in items if item.kind != "serial"}


def _item(item: OwnItem) -> dict[str, Any]:
    note = explained(item)
    shown = f"{item.label}：{note}" if note and note != item.label else item.label
    said: dict[str, Any] = {"title": item.label, "x-taplo": {"docs": {"main": shown}}}
    if item.kind == "choice" and item.several:
        return {**said, "type": "array", "items": {"type": "string", "enum": list(item.words)}}
    if item.kind == "choice":
        return {**said, "type": "string", "enum": ["", *item.words]}
    return {**said, "type": _KINDS.get(item.kind, "string")}


def _table(table: OwnTable) -> dict[str, Any]:
    row = {
        "type": "object",
        "properties": _items(table.column),
        "additionalProperties": False,
    }
    said: dict[str, Any] = {"title": table.label}
    if not table.row:
        return {**said, "type": "array", "items": row}
    rows = {one.name: {**row, "title": one.label} for one in table.row}
    return {**said, "type": "object", "properties": rows, "additionalProperties": False}
