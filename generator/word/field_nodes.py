"""The kinds of what a Word template may quote: words, names below a name, rows to go through."""

from collections.abc import Mapping
from typing import NamedTuple


class Field(NamedTuple):
    """Words that can be printed; or XML that stands for runs, which only ``{{r … }}`` prints."""

    title: str
    is_xml: bool = False


class Group(NamedTuple):
    """Names below a name."""

    title: str
    names: Mapping[str, "Node"]


class Many(NamedTuple):
    """Something to go through, one after the other; each has the names of ``one``."""

    title: str
    one: "Node"


class Chosen(NamedTuple):
    """Names that the form chooses; each has the names of ``one``."""

    title: str
    one: "Node"


class Named(NamedTuple):
    """Words that are called for by a name of the unit's own: ``field("…")``."""

    title: str


class NamedRows(NamedTuple):
    """Rows that are called for by the name of their table: ``table("…")``."""

    title: str


class NamedChoice(NamedTuple):
    """A line of options called for by the name of its field: ``choice("…")``."""

    title: str


class OwnRows(NamedTuple):
    """The rows of a table of the form's own, to go through or to take by name."""

    title: str


class OwnRow(NamedTuple):
    """A row whose columns have names of the form's own."""

    title: str


class Marks(NamedTuple):
    """A line of options, which can be printed, and below it the mark of each."""

    title: str


class Flag(NamedTuple):
    """Something to ask for, not to print."""

    title: str


Called = Named | NamedRows | NamedChoice


Node = Field | Group | Many | Chosen | Called | OwnRows | OwnRow | Marks | Flag
