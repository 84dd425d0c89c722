"""What an id of a figure says, taken apart; and which figures there are, said here alone."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.row_key import RowKey, cell_at, cell_key

NAMED, FACT, FIELD, TABLE = "", "fact", "field", "table"
PROJECT, DUTIES, DEPARTMENT = "project", "duties", "department"
PROJECTS, TOTAL = "projects", "total"
FUNDS, SOURCE, MONEY_ROW = "funds", "funds.source", "funds.row"
USE, PLAN, INCOME, EXPENDITURE = "funds.use", "funds.plan", "funds.income", "funds.expenditure"
SCORE, PART, GOAL = "score", "score.part", "goal"
INDICATOR, CLASS, LEVEL1, LEVEL2, ITEM = "indicator", "class", "level1", "level2", "item"

AMOUNT = "amount"  # a further one, which bears a name of its own
_POINTS = frozenset({"weight", "score"})
_ALONE = frozenset({""})  # there is one figure of it, without a side
# Every kind of thing that figures are of, and which figures of it there are.
SIDES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        NAMED: frozenset({"name", "year", "signature", "date"}),
        FACT: _ALONE,
        FIELD: _ALONE,
        TABLE: _ALONE,
        PROJECT: frozenset({"code", "authority", "implementer"}),
        DUTIES: frozenset({"count"}),
        DEPARTMENT: frozenset({"basic", "projects"}),
        PROJECTS: frozenset({"count"}),
        TOTAL: frozenset({*AMOUNTS, "rate"}),
        FUNDS: frozenset({*AMOUNTS, AMOUNT, "rate"}),
        SOURCE: frozenset({*AMOUNTS, AMOUNT, "rate", *_POINTS}),
        MONEY_ROW: frozenset({*AMOUNTS, AMOUNT}),
        USE: _ALONE,
        PLAN: _ALONE,
        INCOME: _ALONE,
        EXPENDITURE: _ALONE,
        SCORE: frozenset(
            {"total", "weight", "grade", "review", "lost", "indicators", "indicators_weight"}
        ),
        PART: _POINTS,
        GOAL: _POINTS,
        INDICATOR: frozenset(
            {"target", "initial_target", "actual", "review", "lost", "deduction", "computed"}
            | {"done_rate", FIELD, *_POINTS}
        ),
        CLASS: _POINTS,
        LEVEL1: _POINTS,
        LEVEL2: _POINTS,
        ITEM: frozenset({"answer", *_POINTS}),
    }
)
_WITHIN = Pattern(
    r"(?:report\[(?P<report>[^\]]*)\]\.|goal\[(?P<goal>\d+)\]/)(?P<rest>.*)", re.DOTALL
)
_OWN = Pattern(r"(?P<row>.*\])\.(?P<side>field|amount)\[(?P<own>.*)\]", re.DOTALL)
_IN_REPORT = frozenset({PROJECTS, TOTAL})
_IN_GOAL = frozenset({INDICATOR, CLASS, LEVEL1})
_WHOLE = frozenset({NAMED, PROJECT, DUTIES, DEPARTMENT, PROJECTS, TOTAL, FUNDS, SCORE})


class UnknownFigureError(LookupError):
    """The program asked for a figure of a kind that there is none of."""


class FigureParts(NamedTuple):
    """Whose a figure is, of what kind of thing, what that is called, and which side of it.

    ``own`` is the name of a further amount, or of a field of the form's own beside an indicator.
    The names of a cell are those of table, row (empty: the sums) and column; those of a line of a
    breakdown begin with the lines above it.
    """

    owner: str
    kind: str
    names: tuple[str, ...] = ()
    side: str = ""
    own: str = ""
    goal: int = 0
    report: str = ""

    @property
    def name(self) -> str:
        """Return what the thing itself is called (empty: it is the only one)."""
        return self.names[-1] if self.names else ""

    @property
    def tail(self) -> str:
        """Return the side as it is written, with the name that only the form has."""
        return f"{self.side}[{self.own}]" if self.own else self.side

    @property
    def text(self) -> str:
        """Write the id again, as it was before it was taken apart."""
        report = f"report[{self.report}]." if self.report else ""
        goal = f"goal[{self.goal}]/" if self.goal else ""
        if self.kind == TABLE:
            table, row, column = self.names
            key = RowKey.of_table(table, row) if row else RowKey.total(table)
            return f"{self.owner}/{key}.{cell_key(column)}"
        head = "".join((self.kind, *(f"[{name}]" for name in self.names)))
        return f"{self.owner}/{report}{goal}{'.'.join(filter(None, (head, self.tail)))}"


def kind_of(short: str) -> str:
    """Return the kind of an id without its owner, as far as it is written there."""
    head, bracket, rest = short.partition("[")
    if not bracket:
        return short.rpartition(".")[0]
    if head in (GOAL, "report"):
        _number, closed, below = rest.partition("]")
        if closed and (below.startswith("/") or head == "report"):
            return kind_of(below[1:])
    return FUNDS if head == f"{FUNDS}.{AMOUNT}" else head


def parts_of(owner: str, short: str) -> FigureParts:
    """Take an id apart; one of a figure that there cannot be is a fault."""
    found = _WITHIN.fullmatch(short)
    rest = found["rest"] if found else short
    goal, report = (int(found["goal"] or 0), found["report"] or "") if found else (0, "")
    parts = _parts(owner, rest)
    is_placed = parts.kind in (_IN_GOAL if goal else _IN_REPORT) if found else True
    if not is_placed or parts.side not in SIDES.get(parts.kind, ()) or not owner:
        message = f"no figure is called {owner}/{short}"
        raise UnknownFigureError(message)
    return parts._replace(goal=goal, report=report) if found else parts


def _parts(owner: str, short: str) -> FigureParts:
    head, bracket, rest = short.partition("[")
    if not bracket:
        table, _, side = short.rpartition(".")
        return FigureParts(owner, table if table in _WHOLE else short, (), side)
    if (cell := cell_at(short)) is not None:
        return FigureParts(owner, TABLE, (cell.table, cell.row, cell.column))
    if head == f"{FUNDS}.{AMOUNT}" and rest.endswith("]"):
        return FigureParts(owner, FUNDS, (), AMOUNT, rest[:-1])
    sides = SIDES.get(head, _ALONE)
    if sides is _ALONE and head != TABLE and rest.endswith("]"):
        is_nested = head in (INCOME, EXPENDITURE)
        return FigureParts(owner, head, tuple(rest[:-1].split("][")) if is_nested else (rest[:-1],))
    if (own := _OWN.fullmatch(short)) is not None and own["side"] in sides:
        return FigureParts(owner, head, (own["row"][len(head) + 1 : -1],), own["side"], own["own"])
    name, closed, side = rest.rpartition("].")
    return FigureParts(owner, head if closed else short, (name,), side)
