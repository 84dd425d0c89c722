"""The ids of figures: one type, a maker for each kind of figure, one reader; built nowhere else."""

from typing import Self

from generator.model import figure_parts as of
from generator.model.amounts import AMOUNTS
from generator.model.figure_parts import SIDES, FigureParts, UnknownFigureError, parts_of
from generator.model.row_key import RowKey, cell_key

UNIT = "unit"  # the owner of what belongs to no subject
_OF_NAMED, _OF_SCORE, _OF_PART = SIDES[of.NAMED], SIDES[of.SCORE], SIDES[of.PART]
_OF_FUNDS, _OF_SOURCE, _OF_ROW = (
    SIDES[kind] - {of.AMOUNT} for kind in (of.FUNDS, of.SOURCE, of.MONEY_ROW)
)
_OF_INDICATOR = SIDES[of.INDICATOR] - {of.FIELD}
_OF_POINTS, _OF_ITEM = SIDES[of.CLASS], SIDES[of.ITEM]


class FigureId(str):
    """The name of a figure: its owner and what it is of, ``case-handling/funds.spent``.

    It is text, so that anchors and records hold it as it is; but only these makers give one, and
    they know every figure that there can be: asking for another is a fault, no blank.
    """

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an id as it was written."""
        owner, _, short = text.partition("/")
        parts_of(owner, short)
        return cls(text)

    @classmethod
    def named(cls, owner: str, side: str) -> Self:
        """Name what an owner is called, and what the unit says of itself: year, date, signature."""
        return cls(f"{owner}/{_one_of(_OF_NAMED, side)}")

    @classmethod
    def fact(cls, owner: str, name: str) -> Self:
        """Name a figure that the unit named itself."""
        return cls(f"{owner}/fact[{name}]")

    @classmethod
    def project(cls, owner: str, side: str) -> Self:
        """Name what identifies a project."""
        return cls(f"{owner}/project.{_one_of(SIDES[of.PROJECT], side)}")

    @classmethod
    def department(cls, owner: str, side: str) -> Self:
        """Name an amount of all of a department's spending."""
        return cls(f"{owner}/department.{_one_of(SIDES[of.DEPARTMENT], side)}")

    @classmethod
    def duties(cls, owner: str) -> Self:
        """Name how many duties a department has."""
        return cls(f"{owner}/duties.count")

    @classmethod
    def project_count(cls, report: str = "") -> Self:
        """Name how many projects there are, or are in a report."""
        return cls(f"{UNIT}/{_within(report)}projects.count")

    @classmethod
    def of_all(cls, side: str, report: str = "") -> Self:
        """Name what all projects come to, or those of a report."""
        return cls(f"{UNIT}/{_within(report)}total.{_one_of(SIDES[of.TOTAL], side)}")

    @classmethod
    def amount(cls, owner: str, name: str, row: RowKey | None = None) -> Self:
        """Name an amount of all the money or of a row of it, whatever the amount is called."""
        head = f"{owner}/funds" if row is None else f"{owner}/funds.{row}"
        return cls(f"{head}.{name}" if name in AMOUNTS else f"{head}.amount[{name}]")

    @classmethod
    def money(cls, owner: str, side: str, row: RowKey | None = None) -> Self:
        """Name the amounts that every row has, its rate and its points."""
        if row is None:
            return cls(f"{owner}/funds.{_one_of(_OF_FUNDS, side)}")
        sides = _OF_ROW if row.startswith("row[") else _OF_SOURCE
        return cls(f"{owner}/funds.{row}.{_one_of(sides, side)}")

    @classmethod
    def use(cls, owner: str, item: str) -> Self:
        """Name what was spent on something."""
        return cls(f"{owner}/funds.{RowKey.use(item)}")

    @classmethod
    def plan(cls, owner: str, by: str) -> Self:
        """Name the share that a step of the payment plan comes to."""
        return cls(f"{owner}/funds.{RowKey.plan(by)}")

    @classmethod
    def breakdown(cls, owner: str, column: str, names: tuple[str, ...]) -> Self:
        """Name a line of a breakdown (``income``, ``expenditure``), below the lines before it."""
        if f"{of.FUNDS}.{column}" not in (of.INCOME, of.EXPENDITURE):
            raise UnknownFigureError(column)
        return cls(f"{owner}/funds.{column}{''.join(f'[{name}]' for name in names)}")

    @classmethod
    def score(cls, owner: str, side: str) -> Self:
        """Name what all parts of a score come to."""
        return cls(f"{owner}/score.{_one_of(_OF_SCORE, side)}")

    @classmethod
    def part(cls, owner: str, part: str, side: str) -> Self:
        """Name points of a part of the score."""
        return cls(f"{owner}/score.part[{part}].{_one_of(_OF_PART, side)}")

    @classmethod
    def indicator(cls, owner: str, row: RowKey, side: str) -> Self:
        """Name a figure of an indicator."""
        if side not in _OF_INDICATOR:
            raise _unknown(side, _OF_INDICATOR)
        return cls(owner + "/" + row + "." + side)

    @classmethod
    def indicator_field(cls, owner: str, row: RowKey, name: str) -> Self:
        """Name a field of the form's own beside an indicator."""
        return cls(f"{owner}/{row}.field[{name}]")

    @classmethod
    def points(cls, owner: str, row: RowKey, side: str) -> Self:
        """Name points of a goal or a class."""
        if side not in _OF_POINTS:
            raise _unknown(side, _OF_POINTS)
        return cls(owner + "/" + row + "." + side)

    @classmethod
    def item(cls, owner: str, row: RowKey, side: str) -> Self:
        """Name points of an item of a part, or what it is answered with."""
        if side not in _OF_ITEM:
            raise _unknown(side, _OF_ITEM)
        return cls(owner + "/" + row + "." + side)

    @classmethod
    def field(cls, owner: str, name: str) -> Self:
        """Name a field of the form's own."""
        return cls(f"{owner}/field[{name}]")

    @classmethod
    def cell(cls, owner: str, table: str, row: str, column: str) -> Self:
        """Name a cell of a table of the form's own; the row of the sums has no name."""
        key = RowKey.of_table(table, row) if row else RowKey.total(table)
        return cls(f"{owner}/{key}.{cell_key(column)}")

    @property
    def owner(self) -> str:
        """Return the id of the subject, or ``unit``."""
        return self[: self.find("/")]

    @property
    def short(self) -> str:
        """Return the id without its owner."""
        return self[self.find("/") + 1 :]

    @property
    def kind(self) -> str:
        """Return of what kind of thing the figure is."""
        return of.kind_of(self.short)

    @property
    def parts(self) -> FigureParts:
        """Take it apart."""
        owner, _, short = self.partition("/")
        return parts_of(owner, short)


def _one_of(sides: frozenset[str], side: str) -> str:
    if side not in sides:
        raise _unknown(side, sides)
    return side


def _unknown(side: str, sides: frozenset[str]) -> UnknownFigureError:
    message = f"no figure is called {side}, only {', '.join(sorted(sides))}"
    return UnknownFigureError(message)


def _within(report: str) -> str:
    return f"report[{report}]." if report else ""


def owner_of(text: str) -> str:
    """Return whose a figure is by its id as a record holds it, which may be of another version."""
    return text.partition("/")[0]


def short_of(text: str) -> str:
    """Return such an id without its owner (empty: it has none)."""
    return text.partition("/")[2]
