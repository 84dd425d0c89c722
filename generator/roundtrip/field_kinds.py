"""The input that a cell stands for, or why there is none."""

from typing import Any, NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.form_printing import Signs
from generator.model.own_form import OwnItem
from generator.tables.field_keys import Kind


class OwnTyping(NamedTuple):
    """How a value is written that the form declares: its item, the unit of amounts, one of its options.

    ``printed`` is the unit of amounts of the form, where it has one of its own.
    """

    item: OwnItem
    money: str
    option: str = ""
    printed: str = ""


class Money(NamedTuple):
    """The unit in which a form prints an amount, and the one in which its input is written."""

    printed: str
    written: str


class Field(NamedTuple):
    """A key of an input file that holds what a cell prints.

    Where the row of its table is not there yet, ``keys`` name the table, ``row`` says what the new
    row begins with, and ``name`` is the key in it.
    """

    source: TomlFile
    keys: KeyPath
    kind: Kind
    is_there: bool
    owner: str = ""
    row: tuple[tuple[str, Any], ...] = ()
    name: KeyPath = ()
    head: str = ""
    nth: int = 0
    own: OwnTyping | None = None
    money: Money | None = None
    signs: Signs = Signs()


class NoField(NamedTuple):
    """A cell that no input holds, and why."""

    reason: str
