"""The figures that the texts of a draft would quote, by what they are worth."""

from collections.abc import Mapping
from decimal import Decimal

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.amounts import AMOUNTS, MOST_TELLING
from generator.model.figure_id import UNIT, FigureId
from generator.model.figure_parts import FUNDS, INDICATOR, FigureParts
from generator.model.units import Units
from generator.prose.typed import FEWEST_DIGITS, quantity_of
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal

OF_MONEY, SCORED = (*AMOUNTS, "rate"), "total"

_SIDES: Mapping[str, tuple[str, ...]] = {
    "actual": ("actual",),
    "target": ("target",),
    **{name: (name,) for name in AMOUNTS},
    "part": (*MOST_TELLING, "amount", ""),
    "count": ("actual",),
    "amount": ("budget", "spent", "amount", ""),
}


def whole_of(owner: str) -> dict[str, FigureId]:
    """Return what facts about the whole of a subject repeat, by their roles."""
    money = {side: FigureId.money(owner, side) for side in OF_MONEY}
    return {**money, SCORED: FigureId.score(owner, "total")}


def totals() -> dict[str, FigureId]:
    """Return what facts about all projects together repeat."""
    return {side: FigureId.of_all(side) for side in OF_MONEY}


class FiguresByWorth:
    """The figures that the texts of an owner would quote, by their worth."""

    def __init__(
        self, owner: str, book: FigureBook, whole: Mapping[str, FigureId], units: Units
    ) -> None:
        self.owner, self.book = owner, book
        self.whole = {role: book.find(id) for role, id in whole.items()}
        self._names = {
            figure.id.owner: normal(str(figure.value))
            for figure in (book.values() if not owner else ())
            if figure.id == FigureId.named(figure.id.owner, "name") and figure.id.owner != UNIT
        }
        self._called: dict[str, str] = {}
        self._by_worth: dict[tuple[Decimal, str], list[Figure]] = {}
        self.sides: dict[tuple[str, str], Figure] = {}
        for figure in book.values():
            parts = figure.id.parts
            quantity = quantity_of(figure)
            if quantity is None or (owner and parts.owner not in (owner, UNIT)):
                continue
            value, unit = quantity
            dimension, size = units.size(unit)
            self._by_worth.setdefault((value * size, dimension), []).append(figure)
            self._called[figure.id] = self._call(parts)
            if parts.kind == INDICATOR:
                name = normal(parts.name.rpartition("/")[2])
                self.sides.setdefault((name, parts.tail), figure)

    def find(self, fact: Fact) -> Figure | None:
        """Return the figure that a fact repeats: by its name, by its role, or the only one there is."""
        worth = in_base(fact)
        same = self._by_worth.get((worth, fact.dimension), ()) if worth is not None else ()
        sides = _SIDES.get(fact.role, ())
        said = normal(fact.name)
        named = [f for f in same if _side(f) in sides and self._called[f.id] in said]
        named = [f for f in named if self._called[f.id]]
        if len(named) == 1:
            return named[0]
        whole: Figure | None = self.whole.get(fact.role)
        if whole is not None and whole in same:
            return whole
        inputs = [f for f in same if not f.is_computed and _side(f) in sides]
        is_telling = isinstance(fact.value, Decimal) and (
            len(fact.value.as_tuple().digits) >= FEWEST_DIGITS
        )
        return inputs[0] if len(inputs) == 1 and is_telling else None

    def _call(self, parts: FigureParts) -> str:
        """Return what a figure is called inside its owner: a source, an indicator, a project."""
        if not self.owner and parts.kind == FUNDS and parts.side in AMOUNTS:
            return self._names.get(parts.owner, "")
        return normal((parts.own or parts.name).rpartition("/")[2])


def _side(figure: Figure) -> str:
    """Return which side of a thing a figure is: budget, actual; empty for a line of a breakdown."""
    parts = figure.id.parts
    return "" if parts.own else parts.side
