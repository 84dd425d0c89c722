"""Which figure a number typed into prose repeats, and how the text would quote it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model import figure_parts as of
from generator.model.figure_id import UNIT
from generator.model.figure_parts import FigureParts
from generator.model.row_key import RowKey
from generator.model.units import Units
from generator.prose.typed import (
    Typed,
    is_telling,
    same_quantity,
)

# What a figure is of, and under which name texts find it.
_VIEWS = {of.PROJECT: "project_info", of.DEPARTMENT: "spending"}
_ALONE = {of.FACT, of.FIELD, of.USE, of.PLAN, of.INCOME, of.EXPENDITURE}  # each has one figure
_GROUPED = {of.SOURCE, of.MONEY_ROW, of.PART, of.GOAL, of.ITEM}
_WHOLE = {of.PROJECT, of.DUTIES, of.DEPARTMENT, of.PROJECTS, of.FUNDS, of.SCORE}


class Quantities:
    """The figures that a subject's text would quote, by their values; sums and scores last."""

    def __init__(self, owner: str, book: FigureBook, units: Units) -> None:
        self._units = units
        owned = [own for own in book.owned_by(owner).values() if own.unit] if owner else []
        typed = [figure for figure in owned if not figure.formula]
        computed = [figure for figure in owned if figure.formula]
        self._plain: dict[Decimal, list[tuple[Figure, Decimal, str]]] = {}
        self._money: list[tuple[Figure, Decimal, str]] = []
        money = units.money
        for figure in (*typed, *computed, *book.owned_by(UNIT).values()):
            _, value, _, unit, *_ = figure
            if not unit or not value or not isinstance(value, Decimal):
                continue
            if unit in money:
                self._money.append((figure, value, unit))
            else:
                self._plain.setdefault(value, []).append((figure, value, unit))

    def find(self, typed: Typed) -> Figure | None:
        """Return the first figure that a typed number repeats."""
        return next(self.every(typed), None)

    def every(self, typed: Typed) -> Iterator[Figure]:
        """Give all figures that a typed number may repeat."""
        is_money = typed.after.startswith(self._units.money)
        for figure, value, unit in self._money if is_money else self._plain.get(typed.value, ()):
            if is_telling(typed, unit, self._units) and same_quantity(
                typed, value, unit, self._units
            ):
                yield figure


def quotation_of(figure: Figure, owner: str) -> str:
    """Write how a text of a subject quotes a figure (empty: it cannot be quoted)."""
    if figure.id.parts.report:
        return ""  # only the report itself speaks of it
    return next(quotations(figure, owner), "")


def quotations(figure: Figure, owner: str) -> Iterator[str]:
    """Give the ways in which a text may quote a figure; which of them print it, its names decide."""
    parts = figure.id.parts
    for path in _paths(parts):
        if parts.owner in (owner, UNIT):
            yield f"{{{{ {path} }}}}"
        else:
            yield f"{{{{ project({_literal(parts.owner)}).{path} }}}}"


def _paths(parts: FigureParts) -> Iterator[str]:
    """Write a figure as names of a text, the shortest first; some have none."""
    kind, side, name = parts.kind, parts.side, _literal(parts.name)
    if kind == of.NAMED:
        if parts.owner == UNIT and side != "year":
            yield f"unit.{side}"
        else:
            yield side
    elif kind == of.TOTAL:
        yield f"total({_literal(side)})"
    elif kind == of.INDICATOR:
        yield from _of_indicator(parts)
    elif kind == of.TABLE:
        table, row, column = parts.names
        named = f"[{_literal(row)}]" if row else ".total"
        yield f"table({_literal(table)}){named}[{_literal(column)}]"
    elif kind in _ALONE:
        # A line of a breakdown may stand below another one; a name goes without those above it.
        yield f"{kind}({name})"
    elif kind in _GROUPED and not parts.own:
        yield f"{kind}({name}).{side}"
    elif kind == of.FUNDS and parts.own:
        yield f"{kind}.{side}({_literal(parts.own)})"
    elif kind in _WHOLE and not parts.own:
        yield f"{_VIEWS.get(kind, kind)}.{side}"


def _of_indicator(parts: FigureParts) -> Iterator[str]:
    side = f"{parts.side}[{_literal(parts.own)}]" if parts.own else parts.side
    goal = f"{RowKey.goal(parts.goal)}/" if parts.goal else ""
    steps = f"{goal}{parts.name}".split("/")
    for start in reversed(range(len(steps))):
        yield f"indicator({_literal('/'.join(steps[start:]))}).{side}"


def _literal(name: str) -> str:
    return f"'{name}'" if '"' in name else f'"{name}"'
