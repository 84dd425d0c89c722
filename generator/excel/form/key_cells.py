"""Which cells the keys of a model become: their kind, their title, the help beside them."""

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.plain_words import plain_words
from generator.excel.form.slot import NO, YES, Slot, SlotKind
from generator.model.entry import Entry, shapes_of
from generator.model.own_form import OwnItem, OwnKind
from generator.model.own_value import RowsShape, ValueShape
from generator.model.shapes import (
    ChoiceShape,
    Field,
    ListShape,
    PlainShape,
    Shape,
    TableShape,
    WordsShape,
)

PER_CENT = "%"
_PLAIN: Mapping[type, SlotKind] = MappingProxyType(
    {
        str: SlotKind.TEXT,
        Decimal: SlotKind.NUMBER,
        int: SlotKind.WHOLE,
        bool: SlotKind.FLAG,
        datetime.date: SlotKind.DAY,
    }
)
_OWN: Mapping[OwnKind, SlotKind] = MappingProxyType(
    {
        "number": SlotKind.NUMBER,
        "amount": SlotKind.NUMBER,
        "date": SlotKind.DAY,
        "yes-no": SlotKind.FLAG,
    }
)
LONGEST_CELL = 32_000


class Known(NamedTuple):
    """A key of a model with the shape of what it holds."""

    key: str
    field: Field
    shape: Shape

    @property
    def table(self) -> Any:
        """Return the model of a table in this key, if it holds one."""
        return self.shape.model if isinstance(self.shape, TableShape) else None

    @property
    def rows(self) -> Any:
        """Return the model of the rows in this key, if it holds some."""
        is_list = isinstance(self.shape, ListShape) and isinstance(self.shape.item, TableShape)
        return self.shape.item.model if is_list else None  # type: ignore[attr-defined]

    @property
    def is_words(self) -> bool:
        """Tell a table of free names."""
        return isinstance(self.shape, WordsShape)

    @property
    def kind(self) -> SlotKind | None:
        """Return the kind of cell that it becomes; nothing for what is no single cell."""
        return kind_of(self.shape)


def keys_of(model: type[Entry]) -> tuple[Known, ...]:
    """Return the keys of a model in its order."""
    asked: Any = model
    return tuple(Known(key, field, shape) for key, (field, shape) in shapes_of(asked).items())


def kind_of(shape: Shape) -> SlotKind | None:
    """Return the kind of cell of a shape."""
    if isinstance(shape, PlainShape):
        return SlotKind.QUANTITY if shape.bounds.is_quantity else _PLAIN[shape.kind]
    if isinstance(shape, ChoiceShape):
        return SlotKind.CHOICE
    is_lines = isinstance(shape, ListShape) and kind_of(shape.item) is SlotKind.TEXT
    return SlotKind.LINES if is_lines else None


def slot_of(subject: str, known: Known, keys: KeyPath, data: Any) -> Slot | None:
    """Make the cell of a key; nothing when it holds what a cell cannot."""
    kind, field = known.kind, known.field
    words = None if kind is None else plain_words(kind, value_at(data, keys))
    if kind is None or words is None or len(words.encode("utf-16-le")) > 2 * LONGEST_CELL:
        return None
    options = known.shape.words if isinstance(known.shape, ChoiceShape) else ()
    return Slot(
        subject,
        keys,
        kind,
        field.title,
        words,
        (YES, NO) if kind is SlotKind.FLAG else tuple(map(str, options)),
        help_of(field),
        PER_CENT in field.title,
    )


def help_of(field: Field) -> str:
    """Say what belongs into the cell of a key."""
    example = field.examples[0] if field.examples else None
    said = field.description
    if example is not None and isinstance(example, str | int | Decimal) and "如" not in said:
        said = f"{said}{'；' if said else ''}如：{example}"
    return said


def own_slot(subject: str, item: OwnItem, keys: KeyPath, data: Any) -> Slot | None:
    """Make the cell of a value of the form's own, by its declaration."""
    kind = own_kind(item)
    raw = value_at(data, keys)
    words = None if kind is None else plain_words(kind, _told(item, raw))
    if kind is None or words is None or len(words) > LONGEST_CELL:
        return None
    unit = f"（{item.unit}）" if item.unit else ""
    options = (YES, NO) if kind is SlotKind.FLAG else item.words
    said = [item.description]
    if kind is SlotKind.FLAG and item.words and item.words != options:
        said.append(f"{YES}＝{item.words[0]}，{NO}＝{item.words[1]}")
    if kind is SlotKind.CHOICES:
        said.append(f"可选几项，一行一项：{'、'.join(item.words)}")
    if item.longest is not None:
        said.append(f"最多 {item.longest} 字")
    return Slot(
        subject,
        keys,
        kind,
        f"{item.label}{unit}",
        words,
        () if kind is SlotKind.CHOICES else options,
        "；".join(part for part in said if part),
        item.unit == PER_CENT,
    )


def _told(item: OwnItem, raw: Any) -> Any:
    """Read the words of yes and no, which the inputs may have as text."""
    if item.kind == "yes-no" and isinstance(raw, str) and raw.strip() in item.words:
        return raw.strip() == item.words[0]
    return [raw] if item.several and isinstance(raw, str) and raw else raw


def own_kind(item: OwnItem) -> SlotKind | None:
    """Return the kind of cell of a value of the form's own; a serial number is none."""
    if item.kind == "serial" or bool(getattr(item, "sum_of", None)):
        return None
    if item.kind == "choice":
        return SlotKind.CHOICES if item.several else SlotKind.CHOICE
    return _OWN.get(item.kind, SlotKind.TEXT)


def shape_at(model: type[Entry], keys: KeyPath) -> Shape | None:
    """Return the shape of what lies at a path of keys of a model; nothing where there is no such key."""
    asked: Any = model
    shape: Shape | None = TableShape(asked, shapes_of)
    for key in keys:
        shape = _below(shape, key)
        if shape is None:
            return None
    return shape


def _below(shape: Shape | None, key: str | int) -> Shape | None:
    if isinstance(shape, TableShape) and isinstance(key, str):
        found = shapes_of(shape.model).get(key)
        return found[1] if found else None
    if isinstance(shape, ListShape) and isinstance(key, int):
        return shape.item
    if isinstance(shape, WordsShape) and isinstance(key, str):
        return shape.item
    if isinstance(shape, RowsShape):
        return shape if isinstance(key, int) else ValueShape()
    return None


def required_of(model: type[Entry]) -> Iterator[str]:
    """Go through the keys that a row must have."""
    return (known.key for known in keys_of(model) if known.field.is_required)
