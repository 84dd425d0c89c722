"""The JSON Schemas: every key explained in Chinese, our own examples accepted, slips refused."""

import copy
import datetime
import re
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
import tomli

from generator.model.entry import Entry
from generator.model.scheme import Scheme
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.scaffold.json_schema import (
    DEPARTMENT_SCHEMA,
    PROJECT_SCHEMA,
    SCHEME_SCHEMA,
    UNIT_SCHEMA,
    json_schemas,
    schema_text,
)
from generator.scaffold.key_titles import model_inside
from tests.conftest import ROOT

CHINESE = re.compile("[\u4e00-\u9fff]")
MODELS: dict[str, type[Entry]] = {
    UNIT_SCHEMA: UnitEntry,
    PROJECT_SCHEMA: ProjectEntry,
    DEPARTMENT_SCHEMA: DepartmentEntry,
    SCHEME_SCHEMA: Scheme,
}
EXAMPLES = sorted((ROOT / "inputs").glob("*/*.toml"))
SCHEMES = sorted((ROOT / "templates" / "schemes").glob("*.toml"))


def schema_of(path) -> dict[str, Any]:
    names = {"unit.toml": UNIT_SCHEMA, "department.toml": DEPARTMENT_SCHEMA}
    return json_schemas()[names.get(path.name, PROJECT_SCHEMA)]


def as_json(value: Any) -> Any:
    """Hand TOML over as editors do: numbers as numbers, dates as strings."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, datetime.date) else value


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    return [error.message for error in jsonschema.Draft4Validator(schema).iter_errors(data)]


def read(path) -> Any:
    return as_json(tomli.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))


def tables_of(node: dict[str, Any], model: type[Entry], seen=()):
    """Walk a schema and its model side by side."""
    yield node, model
    for field in model.fields().values():
        inner = model_inside(field.annotation)
        if inner is not None and inner not in seen:
            below = node["properties"][field.key]
            named = below.get("additionalProperties") or below  # a table of free names
            yield from tables_of(below.get("items", named), inner, (*seen, inner))


@pytest.mark.parametrize("name", MODELS)
def test_every_key_of_every_model_stands_there_with_a_chinese_title(name):
    for node, model in tables_of(json_schemas()[name], MODELS[name]):
        assert list(node["properties"]) == [f.key for f in model.fields().values()]
        assert node["additionalProperties"] is False
        for key, described in node["properties"].items():
            assert CHINESE.search(described["title"]), key
            assert described["x-taplo"]["docs"]["main"].startswith(described["title"])


@pytest.mark.parametrize("name", MODELS)
def test_no_english_docstring_reaches_the_editor(name):
    texts = re.findall(r'"(?:title|description)": "([^"]*)"', schema_text(json_schemas()[name]))
    assert [text for text in texts if not CHINESE.search(text)] == []


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_is_a_valid_schema_of_its_draft(name):
    jsonschema.Draft4Validator.check_schema(json_schemas()[name])
    assert "null" not in schema_text(json_schemas()[name])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_the_examples_are_accepted(path):
    assert faults(schema_of(path), read(path)) == []


@pytest.mark.parametrize("path", SCHEMES, ids=lambda p: p.stem)
def test_the_schemes_are_accepted(path):
    assert faults(json_schemas()[SCHEME_SCHEMA], read(path)) == []


def test_an_unknown_key_is_refused_wherever_it_stands():
    schema = json_schemas()[PROJECT_SCHEMA]
    good: dict[str, Any] = {
        "project": {"name": "办案经费"},
        "funds": {"by-income": [{"name": "甲", "parts": [{"name": "乙", "parts": []}]}]},
        "indicator": [{"class": "产出/数量", "name": "办理案件数"}],
    }
    assert faults(schema, good) == []
    for keys in ((), ("project",), ("funds", "by-income", 0, "parts", 0), ("indicator", 0)):
        bad = copy.deepcopy(good)
        table: Any = bad
        for key in keys:
            table = table[key]
        table["tarhet"] = ""
        assert any("tarhet" in fault for fault in faults(schema, bad))


@pytest.mark.parametrize(
    ("indicator", "is_fine"),
    [
        ({"actual": 47}, True),
        ({"actual": "47件"}, True),
        ({"actual": True}, False),
        ({"weight": 10.5}, True),
        ({"weight": "10"}, False),
        ({"weight": -1}, False),
        ({"direction": "≥"}, True),
        ({"direction": "大"}, False),
    ],
)
def test_values_are_checked_as_our_own_reader_does(indicator, is_fine):
    row = {"class": "产出/数量", "name": "办理案件数", **indicator}
    found = faults(json_schemas()[PROJECT_SCHEMA], {"project": {"name": "甲"}, "indicator": [row]})
    assert (found == []) is is_fine


@pytest.mark.parametrize("date", ["2023-04-27", "2023年4月27日"])
def test_a_date_may_be_written_in_either_way(date):
    data = {"year": 2023, "unit": {"name": "甲局", "date": date}}
    assert faults(json_schemas()[UNIT_SCHEMA], data) == []


def test_a_schema_is_written_the_same_way_every_time():
    first = {name: schema_text(schema) for name, schema in json_schemas().items()}
    assert first == {name: schema_text(schema) for name, schema in json_schemas().items()}
    assert all(text.endswith("}\n") and "\\u" not in text for text in first.values())
