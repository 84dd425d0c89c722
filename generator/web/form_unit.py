"""Amounts that a form prints in another unit than their file has: typed as on the form, kept as in the file."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath, TomlFile
from generator.model.amounts import AMOUNTS
from generator.model.dossier import Subject
from generator.model.own_form import Declared, OwnItem
from generator.model.units import Units
from generator.web.fillable_cells import shown
from generator.web.own_values import FIELDS, own_item_at

_FUNDS: Final = "funds"
_FURTHER: Final = "amounts"  # a table of amounts, each with a name of its own
_NAMED: Final = frozenset({*AMOUNTS, "amount"})


class Amounts(NamedTuple):
    """The unit in which a file writes its money, and what turns it into that of a form."""

    unit: str
    units: Units

    def unit_at(self, keys: KeyPath, declared: Declared) -> str:
        """Return the unit of an amount: a form may declare one for a value of its own."""
        item = own_item_at(declared, keys)
        return (item.unit if item is not None else "") or self.unit

    def other(self, keys: KeyPath, declared: Declared, printed: str) -> str:
        """Return the unit that an amount is typed in, where the form prints another than the file has."""
        written = self.unit_at(keys, declared)
        is_other = printed not in ("", written) and {printed, written} <= {*self.units.money}
        return printed if is_other else ""

    def in_unit(self, file: TomlFile, to: str, declared: Declared) -> Iterator[JsonObject]:
        """Give what is written of all amounts in the unit of the file where they are turned into another."""
        for keys, value in _amounts(file.data, declared):
            now = self.turned(value, self.unit, to)
            if now != value:
                yield {"keys": [*keys], "was": shown(value), "now": shown(now)}

    def turned(self, value: Any, unit: str, to: str) -> Any:
        """Return an amount in another unit, with every digit; what is no number stays."""
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return value
        exact = self.units.convert(Fraction(value), unit, to)
        if exact.denominator == 1:
            return int(exact)
        return Decimal(exact.numerator) / Decimal(exact.denominator)


def staying(subject: Subject) -> Iterator[str]:
    """Give the names of amounts that a subject has from its unit: they are as they are for all."""
    for table, name in subject.inherited:
        items: tuple[OwnItem, ...] = ()
        if table == FIELDS:
            items = tuple(own for own in subject.declared.fields if own.name == name)
        elif (own_table := subject.declared.table_of(str(name))) is not None:
            items = own_table.column
        if any(map(_is_in_unit, items)):
            yield items[0].label if table == FIELDS else str(name)


def _amounts(data: Mapping[str, Any], declared: Declared) -> Iterator[tuple[KeyPath, Any]]:
    """Go through the amounts of the funds, and through those that the form has of its own."""
    for keys, value in _leaves(data, ()):
        if keys[0] == _FUNDS:
            if keys[-1] in _NAMED or keys[-2:-1] == (_FURTHER,):
                yield keys, value
        elif (item := own_item_at(declared, keys)) is not None and _is_in_unit(item):
            yield keys, value


def _is_in_unit(item: OwnItem) -> bool:
    """Tell whether the input writes a value in the unit of its money."""
    return item.kind == "amount" and not item.unit


def _leaves(value: Any, keys: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """Go through the values of a table and of the tables and rows below it."""
    if isinstance(value, dict):
        for key, own in value.items():
            yield from _leaves(own, (*keys, key))
    elif isinstance(value, list):
        for number, own in enumerate(value):
            yield from _leaves(own, (*keys, number))
    else:
        yield keys, value
