"""Tables and charts that sections place (随文的表和图): laid out, and rows and columns that come and go."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from generator.base.toml import KeyPath, TomlFile, value_at
from generator.base.toml_patch import AppendItem, AppendRow, Change, Remove
from generator.web.fillable_cells import shown

PLACED: Final = "insert"
_HEAD, _ROWS = "head", "rows"
_FIELDS: Final = ("name", "kind", "over")
_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": {
        "table": "表",
        "columns": "柱形图",
        "bars": "条形图",
        "lines": "折线图",
        "pie": "饼图",
    },
    "over": {
        "": "逐行写",
        "projects": "各项目，每项一行",
        "indicators": "各指标，每项一行",
        "classes": "各一级指标，每项一行",
        "facts": "各项自定义数据，每项一行",
        "years": "各年度的自定义数据，每年一行",
    },
}
_FIRST: Final[Mapping[str, Any]] = {_HEAD: ["", ""], _ROWS: [["", ""]]}  # two columns at least

Field = Callable[[KeyPath], dict[str, Any] | None]


def placed_data(file: TomlFile, field: Field) -> list[dict[str, Any]]:
    """Lay out those of a file; ``field`` lays out what is filled in at a path of keys."""
    given = value_at(file.data, (PLACED,))
    return [_laid_out(n, file, field) for n in range(len(given) if isinstance(given, list) else 0)]


def _laid_out(number: int, file: TomlFile, field: Field) -> dict[str, Any]:
    keys: KeyPath = (PLACED, number)
    rows, head = value_at(file.data, (*keys, _ROWS)) or (), value_at(file.data, (*keys, _HEAD))
    fields = [own for name in _FIELDS if (own := field((*keys, name))) is not None]
    for own in fields:
        labels, value = _LABELS.get(str(own["keys"][-1]), {}), own["value"]
        if labels:
            usual = next(iter(labels))
            choices = [one for one in own["choices"] if one != usual or one == value]
            own |= {"labels": labels, "usual": labels[usual], "choices": choices}
    return {
        "keys": [*keys],
        "name": shown(value_at(file.data, (*keys, "name"))),
        "fields": fields,
        "head": [_cell(file, (*keys, _HEAD, n)) for n in range(len(head or ()))],
        "rows": [
            [_cell(file, (*keys, _ROWS, n, column)) for column in range(len(row))]
            for n, row in enumerate(rows)
        ],
    }


def _cell(file: TomlFile, keys: KeyPath) -> dict[str, Any]:
    value, key = shown(value_at(file.data, keys)), file.key_text(keys)
    return {"keys": [*keys], "key": key, "value": value, "row": "", "line": file.place(keys).line}


def is_placed(keys: KeyPath) -> bool:
    """Tell whether a list of rows is that of tables to place, or lies in one of them."""
    return keys[0] == PLACED


def added(file: TomlFile, keys: KeyPath, row: Mapping[str, str]) -> tuple[Change, ...]:
    """Return what adds a table, or to one a row or a column; ``row`` are the words by their columns."""
    if keys == (PLACED,):
        return (AppendRow(keys, {**row, **_FIRST}),)
    head = value_at(file.data, (*keys[:-1], _HEAD))
    if not isinstance(head, list):
        return ()
    if keys[-1] == _ROWS:
        return (AppendItem(keys, [row.get(str(n), "") for n in range(len(head))]),)
    if keys[-1] == _HEAD:
        return (AppendItem(keys, row.get("0", "")), *_in_rows(file, keys[:-1], AppendItem))
    return ()


def gone(file: TomlFile, keys: KeyPath) -> tuple[Change, ...]:
    """Return what takes out a row, or a column with all its cells."""
    if len(keys) < 2 or value_at(file.data, keys) is None:
        return ()
    if keys[-2] != _HEAD:
        return (Remove(keys),)
    column = keys[-1]
    return (Remove(keys), *_in_rows(file, keys[:-2], lambda at, _: Remove((*at, column))))


def _in_rows(
    file: TomlFile, table: KeyPath, change: Callable[[KeyPath, str], Change]
) -> Iterator[Change]:
    for n in range(len(value_at(file.data, (*table, _ROWS)) or ())):
        yield change((*table, _ROWS, n), "")
