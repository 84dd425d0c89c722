"""The figures of what a form has of its own: its fields, its tables, its columns of indicators."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.figures.figure import Figure, Source, text_figure
from generator.figures.own_sums import OwnSums, Reckoned
from generator.model.dossier import IndicatorAt, Subject
from generator.model.figure_id import FigureId
from generator.model.own_form import OwnField, OwnItem, OwnTable
from generator.model.own_typed import read_own, write_number, write_own
from generator.model.row_key import RowKey
from generator.model.units import Units

_ADDED = "各项相加"


def own_figures(subject: Subject, units: Units) -> Iterator[Figure]:
    """Give the fields and the cells that have a value; a text that quotes others is no figure."""
    sums = OwnSums(subject, units)
    for item in subject.declared.fields:
        yield from _field(subject, item, sums)
    yield from _undeclared(subject, units)
    for table in subject.declared.tables:
        for row in sums.rows_of(table):
            yield from _row(subject, table, row, sums)
        for column in table.column:
            if (reckoned := sums.total(table, column)) is not None:
                label = f"{table.label}·{table.total or '合计'}·{column.label}"
                yield _number(reckoned, column, label)


def indicator_figures(subject: Subject, at: IndicatorAt, row: RowKey) -> Iterator[Figure]:
    """Give the fields of one indicator."""
    for item in subject.declared.indicator_fields:
        value = read_own(item, at.indicator.fields_.get(item.name)).value
        if value is not None:
            source = Source(subject.source, (*at.keys, "fields", item.name))
            label = f"“{at.indicator.name}”{item.label}"
            id = FigureId.indicator_field(subject.id, row, item.name)
            yield _typed(id, item, value, item.unit, label, source)


def _field(subject: Subject, item: OwnField, sums: OwnSums) -> Iterator[Figure]:
    id, keys = FigureId.field(subject.id, item.name), ("fields", item.name)
    reckoned = sums.sum_of_field(item.name)
    if reckoned is not None:
        yield _number(reckoned, item, item.label)
        return
    value = read_own(item, subject.entry.fields_.get(item.name)).value
    if value is not None and item.kind != "prose":
        source = Source(subject.source_of(keys), keys)
        yield _typed(id, item, value, sums.unit_of(item), item.label, source)


def _undeclared(subject: Subject, units: Units) -> Iterator[Figure]:
    """Give the texts that no form declares."""
    known = {item.name for item in subject.declared.fields}
    for name, text in subject.entry.fields_.items():
        if name not in known and isinstance(text, str):
            source = Source(subject.source_of(("fields", name)), ("fields", name))
            yield written_figure(FigureId.field(subject.id, name), name, text, units, source)


def written_figure(id: FigureId, name: str, text: str, units: Units, source: Source) -> Figure:
    """Make a figure of a text as it is written: a number where it is one."""
    measure = units.measure(text)
    is_number = measure.kind is MeasureKind.NUMBER
    value = measure.value if is_number else text
    unit = measure.unit if is_number else ""
    return Figure(id, value, text, unit, name, (source,))


def _row(subject: Subject, table: OwnTable, row: str, sums: OwnSums) -> Iterator[Figure]:
    given = subject.own_rows(table)
    declared = table.row_of(row)
    for column in table.column:
        label = f"{table.label}·{declared.label if declared else row}·{column.label}"
        reckoned = sums.sum_of_cell(table, row, column)
        if reckoned is not None:
            yield _number(reckoned, column, label)
            continue
        raw = given.rows.get(row, {}).get(column.name) if given is not None else None
        value = read_own(column, raw).value
        if value is not None and given is not None:
            keys = ("tables", table.name, *given.keys_of(row), column.name)
            id = FigureId.cell(subject.id, table.name, row, column.name)
            source = Source(subject.source_of(keys), keys)
            yield _typed(id, column, value, sums.unit_of(column), label, source)


def _number(reckoned: Reckoned, item: OwnItem, label: str) -> Figure:
    value = Decimal(plain(reckoned.value))  # a sum has no places that somebody typed
    return Figure(
        reckoned.id,
        value,
        f"{write_number(item, value)}{reckoned.unit}",
        reckoned.unit,
        label,
        (),
        reckoned.formula,
        _ADDED,
        inputs=tuple(part.id for part in reckoned.parts),
    )


def _typed(
    id: FigureId, item: OwnItem, value: Any, unit: str, label: str, source: Source
) -> Figure:
    if isinstance(value, Decimal):
        shown = f"{write_number(item, value)}{unit}"
        return Figure(id, value, shown, unit, label, (source,))
    return text_figure(id, write_own(item, value), label=label, sources=(source,))
