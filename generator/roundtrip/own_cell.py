"""Which input a cell stands for that the form has of its own."""

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, value_at
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.own_form import OwnItem
from generator.model.row_key import CellAt, RowKey, cell_at
from generator.roundtrip.field_kinds import Field, NoField, OwnTyping
from generator.tables.field_keys import COMPUTED, PRINTED
from generator.tables.form_fields import choice_at, own_field_name

IN_UNIT = "这张表写在 unit.toml 里，各份表相同，请在那里改"
_INDICATOR = Pattern(
    r"(?:[^/\[\]]+/)?(?P<row>(?:goal\[\d+\]/)?indicator\[.*\])\.field\[(?P<name>.*)\]"
)
_LABEL = Pattern(r"(?:[^/\[\]]+/)?table\[.*\]\.(?:row\[.*\]|total)\.label")


def own_field(subject: Subject, book: FigureBook, key: str, own: str) -> Field | NoField | None:
    """Return the input of a key (``own``: without what stands before it); ``None`` for any other key."""
    if (at := cell_at(key)) is not None:
        return _of_table(subject, book, at)
    if _LABEL.fullmatch(key):
        return NoField(PRINTED)
    if found := _INDICATOR.fullmatch(key):
        return _of_indicator(subject, found["row"], found["name"])
    if (choice := choice_at(own)) is not None:
        return _of_field(subject, book, *choice)
    name = own_field_name(own)
    return None if name is None else _of_field(subject, book, name)


def _of_field(subject: Subject, book: FigureBook, name: str, option: str = "") -> Field | NoField:
    item = subject.declared.field_of(name)
    keys: KeyPath = ("fields", name if item is None else item.name)
    if item is None or item.kind == "prose":
        return Field(subject.source, keys, "text", _is_there(subject, keys), subject.id)
    return _computed(book, FigureId.field(subject.id, item.name)) or _typed(
        subject, keys, item, option
    )


def _of_table(subject: Subject, book: FigureBook, at: CellAt) -> Field | NoField:
    table = subject.declared.table_of(at.table)
    column = table.column_of(at.column) if table is not None else None
    if table is None or column is None or column.kind == "serial":
        return NoField(PRINTED)
    if not at.row:
        return NoField(COMPUTED)
    if ("tables", at.table) in subject.inherited:
        return NoField(IN_UNIT)  # a row here would be all of the table for this subject
    row = table.row_of(at.row)
    if row is not None and at.column in row.fixed:
        return NoField(PRINTED)
    id = FigureId.cell(subject.id, at.table, at.row, at.column)
    end: KeyPath = (at.row,) if table.row else (int(at.row) - 1,)
    keys = ("tables", at.table, *end, at.column)
    return _computed(book, id) or _typed(subject, keys, column)


def _of_indicator(subject: Subject, row: str, name: str) -> Field | NoField:
    item = subject.declared.indicator_field_of(name)
    for at in subject.indicators:
        is_row = row == RowKey.indicator(at.goal, at.indicator.class_, at.indicator.name)
        if is_row and item is not None:
            return _typed(subject, (*at.keys, "fields", name), item)
    return NoField(PRINTED)


def _computed(book: FigureBook, id: FigureId) -> NoField | None:
    figure = book.find(id)
    if figure is None or not figure.formula:
        return None
    return NoField(f"{COMPUTED}：{figure.formula}")


def _typed(subject: Subject, keys: KeyPath, item: OwnItem, option: str = "") -> Field:
    own = OwnTyping(item, subject.entry.funds.unit, option)
    return Field(subject.source, keys, "own", _is_there(subject, keys), subject.id, own=own)


def _is_there(subject: Subject, keys: KeyPath) -> bool:
    return value_at(subject.source.data, keys) is not None
