"""The cells of the page that somebody fills in: which key each one is, and what it may hold."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from generator.base.chinese import date_text, half_width, parse_date
from generator.base.number import is_number, plain
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.model.amounts import AMOUNTS
from generator.model.entry import Entry
from generator.model.own_form import NOTHING_DECLARED, Declared, OwnItem
from generator.model.own_value import RowsShape, ValueShape
from generator.model.shapes import (
    ChoiceShape,
    Fault,
    Field,
    ListShape,
    PlainShape,
    Shape,
    TableShape,
    WordsShape,
    shape_of,
)
from generator.web.own_values import own_item_at, own_kind

COLUMNS: Final = (
    "class", "name", "target", "actual", "weight", "score", "reason",
)  # fmt: skip
FUND_COLUMNS: Final = AMOUNTS
_FLAGS: Final[Mapping[str, bool]] = {"是": True, "否": False}
_GROUPS = Pattern(r"(?<=\d)[,，](?=\d{3}(?!\d))")


class Column(NamedTuple):
    """A key that cells of one kind share: its title, what helps to fill it in, and its kind."""

    key: str
    title: str
    help: str
    kind: str  # text, number, choice, list, flag, date
    choices: tuple[str, ...] = ()


class Wrong(NamedTuple):
    """Why something that was typed cannot be taken."""

    message: str


def column_at(
    model: type[Entry], keys: KeyPath, declared: Declared = NOTHING_DECLARED
) -> Column | None:
    """Return what a cell at a path of keys is; only what a cell can hold has one."""
    found = _at(model, keys)
    if found is None:
        return None
    known, shape = found
    if isinstance(shape, ValueShape):
        item = own_item_at(declared, keys)
        return None if item is None else _own(item)
    kind, choices = _kind(shape)
    aid = known.description or _example(known)
    return Column(str(keys[-1]), known.title, aid, kind, choices) if kind else None


def table_title(model: type[Entry], keys: KeyPath) -> str:
    """Return what a list or a table is called (empty: there is none at this path)."""
    found = _at(model, keys)
    return "" if found is None else found[0].title


def shown(value: Any) -> str:
    """Return what a cell shows of a value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime.date):
        return date_text(value)
    if isinstance(value, int | Decimal):
        return plain(Decimal(value))
    if isinstance(value, list):
        return "、".join(map(str, value))
    return str(value)


def typed(
    model: type[Entry], keys: KeyPath, words: str, declared: Declared = NOTHING_DECLARED
) -> Any:
    """Return the value that was typed at a path; ``None`` for nothing, ``Wrong`` for what cannot be."""
    column, found = column_at(model, keys, declared), _at(model, keys)
    if column is None or found is None:
        return Wrong("这一格不能填写")
    said = words.strip()
    if not said:
        return None
    value: Any = words.strip("\n") if column.kind == "text" else _read(column, said)
    if isinstance(value, Wrong):
        return value
    faults: list[Fault] = []
    found[1].read(value, keys, faults)
    return Wrong(faults[0].message) if faults else value


def _read(column: Column, said: str) -> Any:
    """Read what is no plain text by the kind of its column."""
    if column.kind == "number":
        value = _number(said)
        return value if value is not None else Wrong(_no_number(said, column))
    if column.kind == "date":
        day = parse_date(said)
        return day or Wrong(f"“{said}”不是存在的日期，请写成 2023年4月27日")
    if column.kind == "flag":
        return _FLAGS.get(said, Wrong("请写是或否"))
    if column.kind == "list":
        parts = [part.strip() for part in said.split("、") if part.strip()]
        is_known = not column.choices or set(parts) <= set(column.choices)
        return parts if is_known else Wrong(f"只能是其中几项：{'、'.join(column.choices)}")
    if column.choices and said not in column.choices:
        return Wrong(f"只能是其中之一：{'、'.join(column.choices)}")
    return said


def _no_number(said: str, column: Column) -> str:
    return f"“{said}”不是数：{column.title}只写数字，不带单位"


def may_be_gone(model: type[Entry], keys: KeyPath) -> bool:
    """Tell whether a key may be left out; one that may not is there, be it blank."""
    found = _at(model, keys)
    return found is None or not found[0].is_required


def value_of(file: TomlFile, keys: KeyPath) -> str:
    """Return what a cell shows now."""
    return shown(value_at(file.data, keys))


def _number(said: str) -> int | Decimal | None:
    bare = _GROUPS.sub("", half_width(said)).replace(" ", "")
    if not is_number(bare):
        return None
    number = Decimal(bare)
    return int(number) if "." not in bare and number == number.to_integral_value() else number


def _at(model: type[Entry], keys: KeyPath) -> tuple[Field, Shape] | None:
    """Follow a path from table to table, through rows and through tables of free names."""
    known: Field | None = None
    shape: Shape = TableShape(model, shapes_below)
    for key in keys:
        if (isinstance(shape, ListShape) and isinstance(key, int)) or (
            isinstance(shape, WordsShape) and isinstance(key, str)
        ):
            shape = shape.item
        elif isinstance(shape, RowsShape):
            shape = WordsShape(ValueShape())
        elif isinstance(shape, TableShape) and isinstance(key, str):
            found = shape.shapes(shape.model).get(key)
            if found is None:
                return None
            known, shape = found
        else:
            return None
    return None if known is None else (known, shape)


@cache
def shapes_below(model: Any) -> Mapping[str, tuple[Field, Shape]]:
    """Return the keys of a table, each with what it is called and what it may hold."""
    return {
        own.key: (own, shape_of(own.annotation, own.bounds, model, shapes_below))
        for own in model.fields().values()
    }


def _kind(shape: Shape) -> tuple[str, tuple[str, ...]]:
    if isinstance(shape, ChoiceShape):
        return "choice", tuple(map(str, shape.words))
    if isinstance(shape, PlainShape):
        kinds = {
            str: "text",
            Decimal: "number",
            int: "number",
            bool: "flag",
            datetime.date: "date",
        }
        return kinds.get(shape.kind, ""), ()
    if isinstance(shape, ListShape) and isinstance(shape.item, PlainShape):
        return "list" if shape.item.kind is str else "", ()
    return "", ()


def _own(own: OwnItem) -> Column:
    """Return what a value of the form's own is."""
    unit = f"（{own.unit}）" if own.unit else ""
    return Column(own.name, f"{own.label}{unit}", own.description, own_kind(own), own.words)


def _example(known: Field) -> str:
    return f"如：{shown(known.examples[0])}" if known.examples else ""
