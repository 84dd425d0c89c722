"""Shapes: how a TOML value is read into a field, and what is said when it does not fit."""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NamedTuple,
    Protocol,
    Self,
    Union,
    get_args,
    get_origin,
)

from generator.base.chinese import parse_date
from generator.base.toml import KeyPath

LONGEST_TEXT = 50_000
MISSING: Final = object()


class Fault(NamedTuple):
    """What is wrong with a value: an unknown key, a missing one, or a value that does not fit."""

    kind: Literal["unknown", "missing", "wrong"]
    keys: KeyPath
    message: str = ""
    value: Any = None
    wanted: type | None = None  # what the value ought to be: of a table dict, of rows list


class Bounds(NamedTuple):
    """Limits of a value; ``is_quantity`` lets a bare number stand for text."""

    ge: int | None = None
    le: int | None = None
    shortest: int | None = None
    longest: int | None = None
    pattern: str = ""
    is_quantity: bool = False

    def joined(self, other: "Bounds") -> "Bounds":
        """Return these bounds, completed by others."""
        return Bounds(
            other.ge if self.ge is None else self.ge,
            other.le if self.le is None else self.le,
            other.shortest if self.shortest is None else self.shortest,
            other.longest if self.longest is None else self.longest,
            self.pattern or other.pattern,
            self.is_quantity or other.is_quantity,
        )


class Field(NamedTuple):
    """One key of a table."""

    default: Any
    title: str
    description: str
    examples: tuple[Any, ...]
    bounds: Bounds
    name: str = ""
    annotation: Any = None

    def named(self, name: str, annotation: Any) -> "Field":
        """Return the field with the name and annotation under which it was written."""
        return self._replace(name=name, annotation=annotation)

    @property
    def key(self) -> str:
        """Return the TOML key: ``actual_text`` is written ``actual-text``, ``class_`` ``class``."""
        return self.name.rstrip("_").replace("_", "-")

    @property
    def is_required(self) -> bool:
        """Tell whether the key must be there."""
        return self.default is MISSING


class Shape(Protocol):
    """Reads a value of a kind; faults are gathered, never raised."""

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Return the value as the model holds it."""


Shapes = Callable[[Any], Mapping[str, tuple[Field, Shape]]]


class TableShape(NamedTuple):
    """A table: a model of its own."""

    model: Any
    shapes: Shapes

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Read every key, and report those that nobody knows or that are missing."""
        if not isinstance(value, Mapping):
            return _wrong("应为一张表，写成 [表名] 或 { … }", value, keys, faults, dict)
        known = self.shapes(self.model)
        found: dict[str, Any] = {}
        for key, (known_field, shape) in known.items():
            if key in value:
                found[known_field.name] = shape.read(value[key], (*keys, key), faults)
            elif known_field.is_required:
                faults.append(Fault("missing", (*keys, key)))
        faults += [Fault("unknown", (*keys, key)) for key in value if key not in known]
        # With a fault somewhere nothing will be built; half an entry must not exist.
        return None if faults else self.model(**found)


class ListShape(NamedTuple):
    """A list of values of one shape."""

    item: Shape
    shortest: int

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Read every item."""
        if not isinstance(value, list | tuple):
            return _wrong("应为列表，写成 [ … ]", value, keys, faults, list)
        if len(value) < self.shortest:
            return _wrong(f"至少要有 {self.shortest} 项", value, keys, faults)
        return tuple(self.item.read(item, (*keys, i), faults) for i, item in enumerate(value))


class WordsShape(NamedTuple):
    """A table of free names."""

    item: Shape

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Read every value."""
        if not isinstance(value, Mapping):
            return _wrong("应为一张表，写成 [表名] 或 { … }", value, keys, faults)
        return {key: self.item.read(item, (*keys, key), faults) for key, item in value.items()}


class ChoiceShape(NamedTuple):
    """One of some words."""

    words: tuple[Any, ...]

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Take a word that is on the list."""
        if isinstance(value, str) and value in self.words:
            return value
        return _wrong(f"只能是其中之一：{'、'.join(self.words)}", value, keys, faults)


class PlainShape(NamedTuple):
    """A single value: text, number, date, flag."""

    kind: type
    bounds: Bounds

    def read(self, value: Any, keys: KeyPath, faults: list[Fault]) -> Any:
        """Read by kind, then look at the bounds."""
        taken, fault = _READERS[self.kind](value, self.bounds)
        return _wrong(fault, value, keys, faults, self.kind) if fault else taken


def shape_of(annotation: Any, bounds: Bounds, owner: Any, shapes: Shapes) -> Shape:
    """Find the shape of an annotation such as ``Amount | None`` or ``tuple[Goal, ...]``."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for note in inner[1:]:
            if not isinstance(note, Bounds):
                own: Shape = note  # a shape of its own
                return own
            bounds = bounds.joined(note)
        return shape_of(inner[0], bounds, owner, shapes)
    if origin in (Union, UnionType):
        some = next(a for a in inner if a is not type(None))
        return shape_of(some, bounds, owner, shapes)
    if origin is Literal:
        return ChoiceShape(inner)
    if origin is tuple:
        return ListShape(shape_of(inner[0], Bounds(), owner, shapes), bounds.shortest or 0)
    if origin is dict:
        return WordsShape(shape_of(inner[1], Bounds(), owner, shapes))
    if annotation in _READERS:
        return PlainShape(annotation, bounds)
    return TableShape(owner if annotation is Self else annotation, shapes)


def _wrong(
    message: str, value: Any, keys: KeyPath, faults: list[Fault], wanted: type | None = None
) -> None:
    faults.append(Fault("wrong", keys, message, value, wanted))


def _read_text(value: Any, bounds: Bounds) -> tuple[Any, str]:
    if bounds.is_quantity and isinstance(value, int | Decimal) and not isinstance(value, bool):
        value = format(value, "f") if isinstance(value, Decimal) else str(value)
    if not isinstance(value, str):
        return None, "应为带引号的文字"
    if bounds.longest is not None and len(value) > bounds.longest:
        return None, f"太长，最多 {bounds.longest} 字"
    if bounds.shortest is not None and len(value) < bounds.shortest:
        return None, "不能为空"
    if bounds.pattern and not re.fullmatch(bounds.pattern, value):
        return None, f"写法不合规定（应符合 {bounds.pattern}）"
    return value, ""


def _read_number(value: Any, bounds: Bounds) -> tuple[Any, str]:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None, "应为不带引号的数字"
    number = Decimal(value)
    return (None, fault) if (fault := _outside(number, bounds)) else (number, "")


def _read_whole(value: Any, bounds: Bounds) -> tuple[Any, str]:
    if isinstance(value, bool) or not isinstance(value, int):
        return None, "应为整数"
    return (None, fault) if (fault := _outside(value, bounds)) else (value, "")


def _outside(value: int | Decimal, bounds: Bounds) -> str:
    if bounds.ge is not None and value < bounds.ge:
        return f"不能小于 {bounds.ge}"
    return f"不能大于 {bounds.le}" if bounds.le is not None and value > bounds.le else ""


def _read_flag(value: Any, bounds: Bounds) -> tuple[Any, str]:
    del bounds
    return (value, "") if isinstance(value, bool) else (None, "应为 true 或 false（不带引号）")


def _read_day(value: Any, bounds: Bounds) -> tuple[Any, str]:
    """Take a TOML date or a date in Chinese."""
    del bounds
    if isinstance(value, datetime.datetime):
        return value.date(), ""
    if isinstance(value, datetime.date):
        return value, ""
    if isinstance(value, str) and (day := parse_date(value)):
        return day, ""
    return None, '不是存在的日期，请写成 2023-04-27 或 "2023年4月27日"'


_READERS: Mapping[type, Callable[[Any, Bounds], tuple[Any, str]]] = {
    str: _read_text,
    Decimal: _read_number,
    int: _read_whole,
    bool: _read_flag,
    datetime.date: _read_day,
}
