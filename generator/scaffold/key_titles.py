"""What a model says of its keys: title, description, shape and example."""

import datetime
from decimal import Decimal
from enum import Enum, auto
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Self, Union, get_args, get_origin

from generator.model.entry import Entry
from generator.model.own_value import Own
from generator.model.shapes import Field


class Shape(Enum):
    """How a value is written in TOML."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    CHOICE = auto()
    DAY = auto()
    LIST = auto()
    WORDS = auto()  # a table of free names
    CELLS = auto()  # a small table of free names, on a line where it stands in a row
    TABLE = auto()
    ROWS = auto()  # several tables


class Key(NamedTuple):
    """One key of a table."""

    name: str
    title: str
    note: str
    shape: Shape
    example: Any
    has_example: bool
    model: type[Entry] | None

    @property
    def explained(self) -> str:
        """Return title and description in one line."""
        mark = "，" if self.note.startswith("如") else "："
        return f"{self.title}{mark}{self.note}" if self.note else self.title


def keys_of(model: type[Entry]) -> tuple[Key, ...]:
    """Return the keys of a model in its order."""
    asked: Any = model  # a class is hashable, whatever its values are
    return _keys(asked)


def model_inside(annotation: Any, owner: type[Entry] | None = None) -> type[Entry] | None:
    """Find the model that a key holds, alone or in rows; ``Self`` is the model it stands in."""
    if annotation is Self:
        return owner
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation
    found = (model_inside(inner, owner) for inner in get_args(annotation))
    return next((model for model in found if model is not None), None)


def is_flat(model: type[Entry]) -> bool:
    """Tell whether a table fits on one line: inside are no tables but of its own kind, or short."""
    asked: Any = model
    return _fits_on_a_line(asked)


@cache
def _keys(model: Any) -> tuple[Key, ...]:
    return tuple(_key(field, model) for field in model.fields().values())


@cache
def _fits_on_a_line(model: Any) -> bool:
    return all(_is_short(key) and key.model in (None, model) for key in _keys(model))


def _is_short(key: Key) -> bool:
    """A table of free names is long, but for one that says by an example what it holds: amounts."""
    return key.shape is not Shape.WORDS or key.has_example


def _key(field: Field, owner: type[Entry]) -> Key:
    kind = _without_none(field.annotation)
    model = model_inside(kind, owner)
    shape = _shape(kind, model)
    example = field.examples[0] if field.examples else _stand_in(shape, kind, field.default)
    if shape is Shape.DAY and isinstance(example, str):
        example = datetime.date.fromisoformat(example)
    return Key(
        field.key,
        field.title,
        field.description,
        shape,
        example,
        bool(field.examples),
        model,
    )


def _without_none(annotation: Any) -> Any:
    """Unwrap ``Annotated[X, …]`` and ``X | None``."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _without_none(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return _without_none(next(a for a in get_args(annotation) if a is not type(None)))
    return annotation


def _shape(kind: Any, model: type[Entry] | None) -> Shape:
    origin = get_origin(kind)
    if model is not None:
        return Shape.TABLE if kind is model else Shape.ROWS
    if origin is dict and get_args(kind)[1] == Own:
        return Shape.CELLS
    if origin is not None:
        return {Literal: Shape.CHOICE, dict: Shape.WORDS}.get(origin, Shape.LIST)
    plain = {str: Shape.TEXT, bool: Shape.FLAG, datetime.date: Shape.DAY}
    return plain.get(kind, Shape.NUMBER)


def _stand_in(shape: Shape, kind: Any, default: Any) -> Any:
    """Find something to show where the model has no example: what one would write there."""
    if shape is Shape.FLAG:
        return not default
    if shape is Shape.NUMBER:
        return default if isinstance(default, int | Decimal) else 0
    if shape is Shape.CHOICE:
        return default if isinstance(default, str) else get_args(kind)[0]
    if shape is Shape.LIST:
        return [_stand_in(_shape(_without_none(get_args(kind)[0]), None), str, None)]
    return {"名称": "内容"} if shape in (Shape.WORDS, Shape.CELLS) else ""
