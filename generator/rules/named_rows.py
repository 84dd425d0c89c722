"""Rows of a form, or of all forms of a paper, as sentences name them; what their cells are worth."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.read.label_book import normal
from generator.read.printed_values import squeezed
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_units import is_fraction
from generator.rules.printed_value import Text
from generator.rules.row_cores import SHORTEST, RowCores
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_HEADS, _PERSONS = ("人", "人次"), ("人", "名", "位")
_UNIT_IN_NAME = Pattern(r"[（(](?P<unit>[^（）()0-9]{1,6})[)）]$")


class NamedRows:
    """Finds the row that a sentence means, by its name or nearly so; forms may have rows of one name."""

    def __init__(self, form: PrintedForm, words: Vocabulary) -> None:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in form.rows or form.rows_beside:
            if len(name := normal(row.name.text)) >= SHORTEST:
                rows[name].append(row)
        # Of one name with two values nobody can say which is meant.
        self._rows = {name: own[0] for name, own in rows.items() if _are_alike(own)}
        self._acts = words.words("leading-acts")
        self._cores = RowCores(self._rows, words.words("counted-in"))

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._rows)

    def exactly(self, name: str) -> Row | None:
        """Return the row of just this name."""
        return self._rows.get(normal(name))

    def turned(self, name: str) -> Row | None:
        """Return the one row of just the signs of a name: 管理高血压患者 and 高血压患者管理人数."""
        return self._cores.turned(normal(name))

    def nearly(self, name: str) -> tuple[Row | None, bool]:
        """Return the one row that is called nearly so, and whether its name says more."""
        called = normal(name)
        if len(called) < SHORTEST:
            return None, False
        row = self._cores.only(called) or self._cores.turned(called)
        if row is not None:
            return row, False
        # 配发辅助器具 may be the row 辅助器具适配件数.
        act = next((act for act in self._acts if called.startswith(act)), "")
        thing = called.removeprefix(act)
        longer = self._cores.longer(called)
        if longer is None and act and len(thing) >= SHORTEST:
            longer = self._cores.only(thing)
        return longer, True

    def any(self, name: str) -> Row | None:
        """Return the row of a name, be it exactly its own."""
        return self.exactly(name) or self.nearly(name)[0]


@once_for_a_form
def rows_named(form: PrintedForm, words: Vocabulary) -> NamedRows:
    """Return the rows of a form by their names."""
    return NamedRows(form, words)


def worth(row: Row, text: Text) -> tuple[str, Decimal] | None:
    """Return what a cell measures and how much (``None``: no number, or in nothing that is known)."""
    measure = text.measure
    unit = measure.unit or _unit_in_name(row) or _unit_beside(row, text)
    if measure.kind is not MeasureKind.NUMBER or not unit:
        return None
    dimension, size = text.units.size(unit)
    value = measure.value * _PERCENT if is_fraction(row) and text is row.actual else measure.value
    return dimension, value * size


def comparable(fact: Fact, row: Row, texts: tuple[Text, ...]) -> list[tuple[Text, Decimal]]:
    """Return the cells that measure what a sentence does, with their values."""
    known = [(text, worth(row, text)) for text in texts]
    if fact.dimension in _HEADS and {own[0] for _, own in known if own} == {*_HEADS} - {
        fact.dimension
    }:  # whether persons or visits is told elsewhere: how many is one question
        return [(text, own[1]) for text, own in known if own is not None]
    alike = _PERSONS if fact.dimension in _PERSONS else (fact.dimension,)
    return [(text, own[1]) for text, own in known if own is not None and own[0] in alike]


def _are_alike(rows: list[Row]) -> bool:
    return len({tuple(_values(row)) for row in rows}) == 1


def _values(row: Row) -> Iterator[str]:
    yield from (squeezed(text.text) for text in (row.target, row.actual))


def _unit_beside(row: Row, text: Text) -> str:
    """Return the unit of the other cell: beside ≥98%, 99.2 is a percentage as well."""
    other = row.target if text is row.actual else row.actual
    return other.measure.unit if other.measure.kind is MeasureKind.NUMBER else ""


def _unit_in_name(row: Row) -> str:
    found = _UNIT_IN_NAME.search(squeezed(row.name.text))
    return found["unit"] if found else ""
