"""The ids of what a form has of its own; anchors bear the same names behind the id of the subject."""

import re
from typing import NamedTuple

from generator.base.pattern import Pattern

_CELL = Pattern(
    r"(?:(?P<owner>[^/\[\]]+)/)?table\[(?P<table>[^\]]*)\]\."
    r"(?:row\[(?P<row>[^\]]*)\]|total)\.cell\[(?P<column>[^\]]*)\]",
    re.DOTALL,
)


class CellAt(NamedTuple):
    """A cell of a table of the form's own; the row of the sums has no name."""

    owner: str
    table: str
    row: str
    column: str


def field_id(owner: str, name: str) -> str:
    """Return the id of a field."""
    return f"{owner}/field[{name}]"


def row_key(table: str, row: str) -> str:
    """Return the key of a row of a table."""
    return f"table[{table}].row[{row}]"


def total_key(table: str) -> str:
    """Return the key of the row of the sums."""
    return f"table[{table}].total"


def cell_key(column: str) -> str:
    """Return the key of a cell in its row."""
    return f"cell[{column}]"


def cell_id(owner: str, table: str, row: str, column: str) -> str:
    """Return the id of a cell."""
    return f"{owner}/{row_key(table, row)}.{cell_key(column)}"


def total_id(owner: str, table: str, column: str) -> str:
    """Return the id of the sum of a column."""
    return f"{owner}/{total_key(table)}.{cell_key(column)}"


def cell_at(key: str) -> CellAt | None:
    """Read the key of a cell; ``None`` for any other key."""
    found = _CELL.fullmatch(key)
    if found is None:
        return None
    return CellAt(found["owner"] or "", found["table"], found["row"] or "", found["column"])
