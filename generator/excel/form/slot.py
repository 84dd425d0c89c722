"""A slot: a cell that a person fills in, with the key that it is of and what it held when written."""

from enum import StrEnum
from typing import NamedTuple

from generator.base.positions import KeyPath


class SlotKind(StrEnum):
    """What a slot takes. What is given stands there already and is only read along."""

    TEXT = "text"
    QUANTITY = "quantity"
    LINES = "lines"  # several texts, one on a line
    NUMBER = "number"
    WHOLE = "whole"
    DAY = "day"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"  # several of some words, one on a line
    GIVEN = "given"


class Slot(NamedTuple):
    """A cell to fill in; ``base`` is what it held when the workbook was written, in plain words."""

    subject: str  # "" is unit.toml
    keys: KeyPath
    kind: SlotKind
    title: str
    base: str = ""
    options: tuple[str, ...] = ()
    help: str = ""
    is_share: bool = False  # counted in per cent, so that a cell of 93.5% holds 93.5


class ListKind(StrEnum):
    """How a list stands in the inputs."""

    ROWS = "rows"
    PAIRS = "pairs"  # a table of free names: each row is a name and its value


class ListAt(NamedTuple):
    """A list of rows, and how many it had when the workbook was written; what is beyond is new."""

    subject: str
    keys: KeyPath
    held: int
    kind: ListKind = ListKind.ROWS


NAME, VALUE = "name", "value"  # of a pair
UNIT = ""
YES, NO = "是", "否"
# By what a row of the inputs is known again, whatever its number is by now.
NAMING = ("class", "name", "title", "item", "document", "by", "text")
