"""Which figure a number typed into prose repeats, and how the text would quote it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.figures.own_keys import cell_at
from generator.model.units import Units
from generator.prose.typed import (
    Typed,
    is_telling,
    quantity_of,
    same_quantity,
)

_OWN = "field["  # a column of the indicators that only a form has
# What a figure is of, and under which name texts find it.
_VIEWS = {"project": "project_info", "department": "spending"}


class Quantities:
    """The figures that a subject's text would quote, by their values; sums and scores last."""

    def __init__(self, owner: str, book: FigureBook, units: Units) -> None:
        self._units = units
        owned = [*book.owned_by(owner).values()] if owner else []
        owned.sort(key=lambda figure: figure.is_computed)
        figures = [*owned, *book.owned_by("unit").values()]
        self._plain: dict[Decimal, list[tuple[Figure, Decimal, str]]] = {}
        self._money: list[tuple[Figure, Decimal, str]] = []
        for figure in figures:
            quantity = quantity_of(figure)
            if quantity is None or quantity[0] == 0:
                continue
            if quantity[1] in units.money:
                self._money.append((figure, *quantity))
            else:
                self._plain.setdefault(quantity[0], []).append((figure, *quantity))

    def find(self, typed: Typed) -> Figure | None:
        """Return the first figure that a typed number repeats."""
        is_money = typed.after.startswith(self._units.money)
        for figure, value, unit in self._money if is_money else self._plain.get(typed.value, ()):
            if is_telling(typed, unit, self._units) and same_quantity(
                typed, value, unit, self._units
            ):
                return figure
        return None


def quotation_of(figure: Figure, owner: str) -> str:
    """Write how a text of a subject quotes a figure (empty: it cannot be quoted)."""
    if figure.id.startswith("unit/report["):
        return ""  # only the report itself speaks of it
    return next(quotations(figure, owner), "")


def quotations(figure: Figure, owner: str) -> Iterator[str]:
    """Give the ways in which a text may quote a figure; which of them print it, its names decide."""
    holder, _, short = figure.id.partition("/")
    if "class[" in short:
        return
    if holder == "unit" and short.startswith("report["):
        _, _, short = short.partition("].")
    for path in _paths(holder, short):
        if holder in (owner, "unit"):
            yield f"{{{{ {path} }}}}"
        else:
            yield f"{{{{ project({_literal(holder)}).{path} }}}}"


def _paths(holder: str, short: str) -> Iterator[str]:
    """Write the key of a figure as names of a text, the shortest first."""
    head, bracket, rest = short.partition("[")
    table, _, name = short.partition(".")
    if holder == "unit" and short in ("name", "signature", "date"):
        yield f"unit.{short}"
    elif holder == "unit" and table == "total":
        yield f"total({_literal(name)})"
    elif not bracket:
        yield f"{_VIEWS.get(table, table)}.{name}" if name else short
    elif (cell := cell_at(short)) is not None:
        row = f"[{_literal(cell.row)}]" if cell.row else ".total"
        yield f"table({_literal(cell.table)}){row}[{_literal(cell.column)}]"
    elif "indicator[" in short:
        path, _, side = short.rpartition("].")
        if side.startswith(_OWN):
            side = f"field[{_literal(side[len(_OWN) : -1])}]"
        goal, _, full = path.partition("indicator[")
        steps = f"{goal}{full}".split("/")
        for start in reversed(range(len(steps))):
            yield f"indicator({_literal('/'.join(steps[start:]))}).{side}"
    elif rest.endswith("]"):
        # A line of a breakdown may stand below another one; a name goes without those above it.
        yield f"{head}({_literal(rest[:-1].rpartition('][')[2])})"
    else:
        name, _, side = rest.rpartition("].")
        yield f"{head}({_literal(name)}).{side}"


def _literal(name: str) -> str:
    return f"'{name}'" if '"' in name else f'"{name}"'
