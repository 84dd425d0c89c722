"""I30: a form whose format of numbers cuts digits that somebody filled in."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from generator.base.number import plain, round_half_up
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.dossier import Subject
from generator.model.form_printing import SINGLE, Printing
from generator.model.own_form import NUMBERS, OwnItem
from generator.model.own_typed import read_own
from generator.rules.dossier.evidence import Evidence
from generator.rules.dossier.own_requirements import made_for
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_TABLE, _ROWS = "funds", "indicators"


class _Typed(NamedTuple):
    keys: KeyPath
    value: Decimal
    name: str
    places: int | None
    printed: Fraction | None = None  # in the unit of the form, where that is another


def cut_digits(evidence: Evidence) -> Iterator[Finding]:
    """Hold every number that is typed against the places that a form prints of it."""
    unit = evidence.dossier.unit
    for subject in evidence.dossier.subjects:
        found = dict.fromkeys(_own(subject))
        for document in made_for(evidence.scheme, unit, subject, evidence.stage):
            found |= dict.fromkeys(_printed(subject, document.print_, evidence))
        for typed in found:
            if typed.places is None:
                continue
            printed = Fraction(typed.value) if typed.printed is None else typed.printed
            kept = round_half_up(printed, typed.places)
            if kept != printed:
                where = KeyPlace(subject.source_of(typed.keys), typed.keys)
                left, right = plain(typed.value), f"{kept:f}"
                yield Finding("digits-cut", where, left, right, name=typed.name, quote=left)


def _own(subject: Subject) -> Iterator[_Typed]:
    """Give the numbers of what the forms have of their own."""
    entry, declared = subject.entry, subject.declared
    for item in declared.fields:
        yield from _value(item, ("fields", item.name), entry.fields_.get(item.name))
    for table in declared.tables:
        given = entry.tables.get(table.name)
        for row, cells in given.rows.items() if given is not None else ():
            for column in table.column:
                keys = ("tables", table.name, *(given.keys_of(row) if given else ()), column.name)
                yield from _value(column, keys, cells.get(column.name))
    for own in declared.indicator_fields:
        for at in subject.indicators:
            keys = (*at.keys, "fields", own.name)
            yield from _value(own, keys, at.indicator.fields_.get(own.name))


def _value(item: OwnItem, keys: KeyPath, raw: Any) -> Iterator[_Typed]:
    value = read_own(item, raw).value if item.kind in NUMBERS else None
    if isinstance(value, Decimal):
        yield _Typed(keys, value, item.label, item.places)


def _printed(subject: Subject, printing: Printing, evidence: Evidence) -> Iterator[_Typed]:
    """Give the amounts and points of a form that says with how many places it prints them."""
    if not printing.numbers:
        return
    funds = subject.entry.funds
    for name in AMOUNTS:
        yield from _amount(subject, printing, evidence, SINGLE, name, getattr(funds, name), ())
        for number, source in enumerate(funds.sources):
            at: KeyPath = ("sources", number)
            value = getattr(source, name)
            yield from _amount(subject, printing, evidence, _TABLE, name, value, at)
    how = printing.number(_ROWS, "weight")
    for row in subject.indicators if how is not None else ():
        if row.indicator.weight is not None and how is not None:
            weight = Decimal(row.indicator.weight)
            yield _Typed((*row.keys, "weight"), weight, f"{row.indicator.name}·分值", how.places)


def _amount(
    subject: Subject,
    printing: Printing,
    evidence: Evidence,
    table: str,
    name: str,
    value: Decimal | None,
    at: KeyPath,
) -> Iterator[_Typed]:
    how = printing.number(table, name)
    if value is None or how is None or how.places is None:
        return
    funds, units = subject.entry.funds, evidence.wording.units
    title = type(funds).fields()[name].title
    printed = units.convert(Fraction(value), funds.unit, printing.money_unit or funds.unit)
    yield _Typed(("funds", *at, name), Decimal(value), title, how.places, printed)
