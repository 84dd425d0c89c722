"""The tags that a form is to get: new words for its cells and lines, loops for its rows."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from generator.base.document_place import DocumentPlace


class Edit(NamedTuple):
    """New words for a cell or paragraph: for all of it, for some words in it, or behind a label."""

    place: DocumentPlace
    text: str
    old: str = ""
    after: str = ""
    is_mark: bool = False  # a box to tick: content controls, symbols and form fields become words


class LoopRow(NamedTuple):
    """A row that a loop prints: which row of the form it was, and what its cells say."""

    number: int
    cells: Mapping[int, str]  # by grid column, from 0
    condition: str = ""  # when it is the one; the last of several has none


class Around(NamedTuple):
    """A loop around a loop: its list, the name of each of it, the rows of the first that stay."""

    over: str
    name: str
    before: int  # rows over those of the inner loop
    behind: int  # and below them
    last: int  # where the rows of the last one end


class Loop(NamedTuple):
    """Rows that become one row, repeated, or one of a few: which they are, what they go over."""

    table: DocumentPlace
    first: int
    last: int
    over: str
    rows: tuple[LoopRow, ...]
    sums: LoopRow | None = None  # the row behind them, where its condition holds
    around: Around | None = None  # what else is repeated with them


def chosen_by(over: str, names: Iterable[str]) -> str:
    """Return the rows of some classes of a list."""
    listed = ", ".join(f'"{name}"' for name in names)
    return f"{over}|of({listed})"
