"""JSON Schemas of the input files: an editor completes every key and explains it in Chinese."""

import datetime
import json
from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from generator.model.entry import Entry
from generator.model.own_form import NOTHING_DECLARED, Declared, OwnForm
from generator.model.own_value import RowsShape, ValueShape
from generator.model.scheme import Scheme
from generator.model.scheme_document import Template
from generator.model.shapes import Bounds, Field
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.scaffold.own_schema import with_own

# Editors for TOML check against draft 4; what is newer they ignore or misread.
DRAFT = "http://json-schema.org/draft-04/schema#"
SCHEMA_FOLDER = ".schema"
UNIT_SCHEMA, PROJECT_SCHEMA = "unit.schema.json", "project.schema.json"
DEPARTMENT_SCHEMA, SCHEME_SCHEMA = "department.schema.json", "scheme.schema.json"
FORM_SCHEMA = "form.schema.json"

_FILES: tuple[tuple[str, type[Entry], str], ...] = (
    (UNIT_SCHEMA, UnitEntry, "单位和年度（unit.toml）"),
    (PROJECT_SCHEMA, ProjectEntry, "项目"),
    (DEPARTMENT_SCHEMA, DepartmentEntry, "部门整体（department.toml）"),
    (SCHEME_SCHEMA, Scheme, "评分方案"),
    (FORM_SCHEMA, OwnForm, "自设的栏目和表（templates/forms/）"),
)
_DEFINITIONS = "definitions"
# What a scheme says even where all else comes from the one that it is based on.
_LAID_OVER: Mapping[type[Entry], tuple[str, ...]] = {
    Scheme: ("id", "title", "force"),
    Template: ("id",),
}
_FIRST = ("$schema", "title", "description", "x-taplo", "type", "enum")


def json_schemas(
    project: Declared = NOTHING_DECLARED, department: Declared = NOTHING_DECLARED
) -> dict[str, dict[str, Any]]:
    """Return the schema of every kind of file, by the name under which it is written.

    What the forms of projects, and of the department, have of their own is known by its names.
    """
    both = project.joined(department)._replace(indicator_fields=())
    own = {PROJECT_SCHEMA: project, DEPARTMENT_SCHEMA: department, UNIT_SCHEMA: both}
    return {
        name: _describe(model, title, own.get(name, NOTHING_DECLARED))
        for name, model, title in _FILES
    }


def schema_text(schema: Mapping[str, Any]) -> str:
    """Write a schema so that two runs give the same bytes."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _describe(model: type[Entry], title: str, own: Declared) -> dict[str, Any]:
    writer = _Writer()
    body = writer.table(model, ())
    described = {"$schema": DRAFT, **body, "title": title}
    if writer.recursive:
        described[_DEFINITIONS] = {
            own.__name__: _Writer().table(own, ())
            for own in sorted(writer.recursive, key=lambda m: m.__name__)
        }
    ordered: dict[str, Any] = _in_order(with_own(described, own) if any(own) else described)
    return ordered


class _Writer:
    """Writes models into one another, for editors lose a title that stands beside a reference.

    Only a model that contains itself stays a reference, and is noted in ``recursive``.
    """

    def __init__(self) -> None:
        self.recursive: set[type[Entry]] = set()

    def table(self, model: type[Entry], above: tuple[type[Entry], ...]) -> dict[str, Any]:
        """Describe a table with all its keys."""
        required = [f.key for f in model.fields().values() if f.is_required]
        if model in _LAID_OVER:
            required = [key for key in required if key in _LAID_OVER[model]]
        return {
            "type": "object",
            "properties": {
                f.key: {**self._value(f.annotation, f.bounds, (*above, model)), **_explained(f)}
                for f in model.fields().values()
            },
            "additionalProperties": False,
            **({"required": required} if required else {}),
        }

    def _value(
        self, annotation: Any, bounds: Bounds, above: tuple[type[Entry], ...]
    ) -> dict[str, Any]:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._annotated(inner, bounds, above)
        if origin in (Union, UnionType):
            # TOML has no null: a key is left out instead.
            some = next(a for a in inner if a is not type(None))
            return self._value(some, bounds, above)
        if origin is Literal:
            return {"type": "string", "enum": list(inner)}
        if origin is tuple:
            least = {"minItems": bounds.shortest} if bounds.shortest else {}
            return {"type": "array", "items": self._value(inner[0], Bounds(), above), **least}
        if origin is dict:
            items = self._value(inner[1], Bounds(), above)
            return {"type": "object", "additionalProperties": items}
        if annotation in _PLAIN:
            return _plain(annotation, bounds)
        model = above[-1] if annotation is Self else annotation
        if model in above:
            self.recursive.add(model)
            return {"$ref": f"#/{_DEFINITIONS}/{model.__name__}"}
        return self.table(model, above)

    def _annotated(
        self, inner: tuple[Any, ...], bounds: Bounds, above: tuple[type[Entry], ...]
    ) -> dict[str, Any]:
        for note in inner[1:]:
            if not isinstance(note, Bounds):
                return deepcopy(_OF_ITS_OWN[type(note)])
            bounds = bounds.joined(note)
        return self._value(inner[0], bounds, above)


# Editors hand TOML dates over as strings.
_PLAIN = {
    str: "string",
    Decimal: "number",
    int: "integer",
    bool: "boolean",
    datetime.date: "string",
}


_OWN_VALUE: dict[str, Any] = {"type": ["string", "number", "boolean", "array"]}
_OWN_ROW = {"type": "object", "additionalProperties": _OWN_VALUE}
# What the forms of a scheme say of these stands in the schemas of a workspace.
_OF_ITS_OWN: Mapping[type, dict[str, Any]] = {
    ValueShape: _OWN_VALUE,
    RowsShape: {
        "type": ["object", "array"],
        "additionalProperties": _OWN_ROW,
        "items": _OWN_ROW,
    },
}


def _plain(kind: type, bounds: Bounds) -> dict[str, Any]:
    limits = {
        "minimum": bounds.ge,
        "maximum": bounds.le,
        "minLength": bounds.shortest,
        "maxLength": bounds.longest,
        "pattern": bounds.pattern or None,
    }
    # ``actual = 47`` may stand for ``actual = "47"``.
    written: Any = ["string", "number"] if bounds.is_quantity else _PLAIN[kind]
    return {"type": written, **{name: limit for name, limit in limits.items() if limit is not None}}


def _explained(field: Field) -> dict[str, Any]:
    """Give editors title and description, also in one, and the default where it says something."""
    note = field.description
    shown = f"{field.title}：{note}" if note else field.title
    said: dict[str, Any] = {"title": field.title, "x-taplo": {"docs": {"main": shown}}}
    if note:
        said["description"] = note
    if field.examples:
        said["examples"] = list(field.examples)
    if isinstance(field.default, bool | int) or (isinstance(field.default, str) and field.default):
        said["default"] = field.default
    return said


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
