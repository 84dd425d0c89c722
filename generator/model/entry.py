"""What every table read from TOML has in common: frozen, nothing unknown, Chinese explanations.

Our own few lines, because a cold check must not cost more than rendering a document, and the
library for the job takes longer to import than everything else that a check does.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from inspect import get_annotations
from types import MappingProxyType
from typing import Any, ClassVar, Self

from generator.model.shapes import (
    MISSING,
    Bounds,
    Fault,
    Field,
    Shape,
    TableShape,
    shape_of,
)
from generator.model.value_kinds import Amount, Day, Flag, Number, Quantity, Text, Whole

__all__ = [
    "Amount", "Day", "Entry", "Fault", "Flag", "Number", "Quantity", "Text", "Whole", "field",
    "shapes_of",
]  # fmt: skip


def field(  # noqa: PLR0913 - what can be said of a key
    default: Any = MISSING,
    *,
    title: str,
    description: str = "",
    examples: Sequence[Any] = (),
    ge: int | None = None,
    le: int | None = None,
    min_length: int | None = None,
    pattern: str = "",
) -> Any:
    """Describe one key of a table: what it is called, what it means, what it may hold."""
    bounds = Bounds(ge, le, shortest=min_length, pattern=pattern)
    return Field(default, title, description, tuple(examples), bounds)


class Entry:
    """A table of an input or a pack. Subclasses list their keys as annotated fields."""

    _own: ClassVar[Mapping[str, Field]] = MappingProxyType({})

    def __init_subclass__(cls) -> None:
        """Take the fields out of the class body; what is left is methods."""
        own: dict[str, Field] = {}
        for name, annotation in get_annotations(cls).items():
            found = cls.__dict__.get(name)
            if isinstance(found, Field):
                own[name] = found.named(name, annotation)
                delattr(cls, name)
        cls._own = MappingProxyType({**cls._own, **own})

    def __init__(self, **values: Any) -> None:
        for name, known in self._own.items():
            self.__dict__[name] = values.pop(name) if name in values else known.default
        if values or MISSING in self.__dict__.values():
            message = f"{type(self).__name__}: {sorted(values) or 'a value is missing'}"
            raise TypeError(message)

    def __setattr__(self, name: str, value: Any) -> None:
        message = f"{type(self).__name__} is frozen"
        raise AttributeError(message)

    __delattr__ = __setattr__  # type: ignore[assignment] # the same answer whatever is asked

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *(k for k, v in self.__dict__.items() if v)))

    def __repr__(self) -> str:
        said = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items() if v not in ("", (), None))
        return f"{type(self).__name__}({said})"

    @classmethod
    def fields(cls) -> Mapping[str, Field]:
        """Return the fields in their order, those of a parent class first."""
        return cls._own

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> tuple[Self | None, tuple[Fault, ...]]:
        """Build an entry from TOML data, or say everything that is wrong with it."""
        faults: list[Fault] = []
        entry = TableShape(cls, shapes_of).read(data, (), faults)
        return (None, tuple(faults)) if faults else (entry, ())

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Build an entry from data that must be right."""
        entry, faults = cls.read(data)
        if entry is None:
            raise ValueError(faults)
        return entry

    def changed(self, **values: Any) -> Self:
        """Return a copy with some values changed."""
        return type(self)(**{**self.__dict__, **values})


@cache
def shapes_of(model: Any) -> Mapping[str, tuple[Field, Shape]]:
    """Work out how the keys of a model are read, once, when it is first needed."""
    return {
        f.key: (f, shape_of(f.annotation, f.bounds, model, shapes_of))
        for f in model.fields().values()
    }


def titles(model: type[Entry]) -> Iterator[tuple[str, str]]:
    """Give the keys of a model with their titles."""
    for known in model.fields().values():
        yield known.key, known.title
