"""JSON Schemas of the input files: an editor completes every key and explains it in Chinese."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.entry import Entry
from generator.model.scheme import Scheme
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry

# Editors for TOML check against draft 4; what is newer they ignore or misread.
DRAFT = "http://json-schema.org/draft-04/schema#"
SCHEMA_FOLDER = ".schema"
UNIT_SCHEMA, PROJECT_SCHEMA = "unit.schema.json", "project.schema.json"
DEPARTMENT_SCHEMA, SCHEME_SCHEMA = "department.schema.json", "scheme.schema.json"

_FILES: tuple[tuple[str, type[Entry], str], ...] = (
    (UNIT_SCHEMA, UnitEntry, "单位和年度（unit.toml）"),
    (PROJECT_SCHEMA, ProjectEntry, "项目"),
    (DEPARTMENT_SCHEMA, DepartmentEntry, "部门整体（department.toml）"),
    (SCHEME_SCHEMA, Scheme, "评分方案"),
)
_DEFINITIONS = "definitions"
_REFERENCE = f"#/{_DEFINITIONS}/{{model}}"
_BOUNDS = {"ge": "minimum", "le": "maximum"}
_FIRST = ("$schema", "title", "description", "x-taplo", "type", "anyOf", "enum")


class _TomlSchema(GenerateJsonSchema):
    """Describes what TOML may hold: plain numbers, quantities with or without quotes, dates."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        """Write a decimal as a plain number: one in quotes is refused."""
        del schema  # its bounds come with the field
        return {"type": "number"}

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Widen what our own readers take: ``actual = 47``, dates as in TOML or in Chinese."""
        inner = self.generate_inner(schema["schema"])
        if inner.get("format") == "date":
            return {"type": "string"}  # editors hand TOML dates over as strings
        if inner.get("type") == "string":
            return {**inner, "type": ["string", "number"]}
        return inner


def json_schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file, by the name under which it is written."""
    return {name: _describe(model, title) for name, model, title in _FILES}


def schema_text(schema: Mapping[str, Any]) -> str:
    """Write a schema so that two runs give the same bytes."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _describe(model: type[Entry], title: str) -> dict[str, Any]:
    raw = model.model_json_schema(
        by_alias=True, ref_template=_REFERENCE, schema_generator=_TomlSchema
    )
    models: dict[str, Any] = raw.pop("$defs", {})
    recursive: set[str] = set()
    body = _inline(raw, models, (), recursive)
    described = {"$schema": DRAFT, **body, "title": title}
    if recursive:
        described[_DEFINITIONS] = {
            name: _inline(models[name], models, (name,), set()) for name in sorted(recursive)
        }
    ordered: dict[str, Any] = _in_order(described)
    return ordered


def _inline(node: Any, models: dict[str, Any], inside: tuple[str, ...], recursive: set[str]) -> Any:
    """Put every model in its place, for editors lose a title that stands beside a reference.

    Only a model that contains itself stays a reference, and is noted in ``recursive``.
    """
    if isinstance(node, list):
        return [_inline(item, models, inside, recursive) for item in node]
    if not isinstance(node, dict):
        return node
    node = _without_null(node)
    if "$ref" in node:
        name = str(node["$ref"]).rpartition("/")[2]
        if name in inside:
            recursive.add(name)
            return {"$ref": node["$ref"]}
        table = _inline(models[name], models, (*inside, name), recursive)
        return {**table, **_explained({k: v for k, v in node.items() if k != "$ref"})}
    if "properties" in node:
        return _table(node, models, inside, recursive)
    return _explained({k: _inline(v, models, inside, recursive) for k, v in node.items()})


def _table(
    node: dict[str, Any], models: dict[str, Any], inside: tuple[str, ...], recursive: set[str]
) -> dict[str, Any]:
    """Describe a table; its own title and docstring are English, for those who read the code."""
    table = {k: v for k, v in node.items() if k not in ("title", "description", "properties")}
    table["properties"] = {
        key: _inline(value, models, inside, recursive) for key, value in node["properties"].items()
    }
    return table


def _without_null(node: dict[str, Any]) -> dict[str, Any]:
    """Drop the choice of null: TOML has none, a key is left out instead."""
    choices = [c for c in node.get("anyOf", ()) if c != {"type": "null"}]
    if len(choices) != 1:
        return node
    return {**choices[0], **{k: v for k, v in node.items() if k != "anyOf"}}


def _explained(node: dict[str, Any]) -> dict[str, Any]:
    """Keep defaults that say something, and give editors title and description in one."""
    kept = {
        k: v for k, v in node.items() if k != "default" or (v and not isinstance(v, list | dict))
    }
    if isinstance(node.get("default"), bool):
        kept["default"] = node["default"]
    for name, keyword in _BOUNDS.items():  # as the field of a decimal has them
        if name in kept:
            kept[keyword] = int(kept.pop(name))
    title, note = node.get("title"), node.get("description")
    if isinstance(title, str):
        kept["x-taplo"] = {"docs": {"main": f"{title}：{note}" if note else title}}
    return kept


def _in_order(node: Any) -> Any:
    """Put what a reader looks for first, the rest by name; properties stay in their order."""
    if isinstance(node, list):
        return [_in_order(item) for item in node]
    if not isinstance(node, dict):
        return node
    keys = [k for k in _FIRST if k in node] + sorted(k for k in node if k not in _FIRST)
    return {
        key: {k: _in_order(v) for k, v in node[key].items()}
        if key == "properties"
        else _in_order(node[key])
        for key in keys
    }
