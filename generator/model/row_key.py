"""The keys of rows: how anchors and ids of figures name a source, an indicator, a class; built here alone."""

import re
from typing import NamedTuple, Self

from generator.base.pattern import Pattern

_CELL = Pattern(
    r"(?:(?P<owner>[^/\[\]]+)/)?table\[(?P<table>[^\]]*)\]\."
    r"(?:row\[(?P<row>[^\]]*)\]|total)\.cell\[(?P<column>[^\]]*)\]",
    re.DOTALL,
)


class RowKey(str):
    """A row of a form by what it is and what it is called, never by its number: ``source[省级资金]``.

    It is text, so that it is written and compared as such; what makes one stands below.
    """

    __slots__ = ()

    @classmethod
    def source(cls, name: str) -> Self:
        """Name a source of the money."""
        return cls(f"source[{name}]")

    @classmethod
    def money(cls, name: str) -> Self:
        """Name a row of money that is no source."""
        return cls(f"row[{name}]")

    @classmethod
    def plan(cls, by: str) -> Self:
        """Name a step of the payment plan."""
        return cls(f"plan[{by}]")

    @classmethod
    def use(cls, item: str) -> Self:
        """Name what money was spent on."""
        return cls(f"use[{item}]")

    @classmethod
    def goal(cls, number: int) -> Self:
        """Name a goal by its number."""
        return cls(f"goal[{number}]")

    @classmethod
    def indicator(cls, goal: int, class_: str, name: str) -> Self:
        """Name an indicator of a goal (0: of none)."""
        return cls(f"{_within(goal)}indicator[{class_}/{name}]")

    @classmethod
    def group(cls, goal: int, path: str) -> Self:
        """Name the rows of a goal that are of one level-2 class."""
        return cls(f"{_within(goal)}class[{path}]")

    @classmethod
    def level1(cls, name: str, goal: int = 0) -> Self:
        """Name a level-1 class, within a goal or over all of them."""
        return cls(f"{_within(goal)}level1[{name}]")

    @classmethod
    def level2(cls, path: str) -> Self:
        """Name a level-2 class over all goals."""
        return cls(f"level2[{path}]")

    @classmethod
    def class_sum(cls, name: str) -> Self:
        """Name the row that a form prints for the sums of a class."""
        return cls(f"class_sum[{name}]")

    @classmethod
    def item(cls, part: str, name: str) -> Self:
        """Name an item that a part of the score consists of."""
        return cls(f"item[{part}/{name}]")

    @classmethod
    def breakdown(cls, number: int) -> Self:
        """Name a line that sets income and expenditure side by side."""
        return cls(f"breakdown[{number}]")

    @classmethod
    def of_table(cls, table: str, row: str) -> Self:
        """Name a row of a table of the form's own."""
        return cls(f"table[{table}].row[{row}]")

    @classmethod
    def total(cls, table: str) -> Self:
        """Name the row of the sums of a table of the form's own."""
        return cls(f"table[{table}].total")


class CellAt(NamedTuple):
    """A cell of a table of the form's own; the row of the sums has no name."""

    owner: str
    table: str
    row: str
    column: str


def cell_key(column: str) -> str:
    """Return the key of a cell of a table of the form's own, in its row."""
    return f"cell[{column}]"


def cell_at(key: str) -> CellAt | None:
    """Read the key of such a cell; ``None`` for any other key."""
    found = _CELL.fullmatch(key)
    if found is None:
        return None
    return CellAt(found["owner"] or "", found["table"], found["row"] or "", found["column"])


def _within(goal: int) -> str:
    return f"goal[{goal}]/" if goal else ""
