"""Blocks of a page that any model becomes: single keys, rows of a list, tables of free names."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.cell_text import width_of
from generator.excel.form.indicator_formulas import DONE, MISSING
from generator.excel.form.key_cells import Known, help_of, keys_of, slot_of
from generator.excel.form.slot import NAME as PAIR_NAME
from generator.excel.form.slot import (
    NAMING,
    VALUE,
    ListAt,
    ListKind,
    Slot,
    SlotKind,
)
from generator.excel.form.workbook_page import (
    FIRST,
    LABELLED,
    LAMP,
    LAST,
    NAME,
    OPTIONAL,
    WIDTHS,
    FormLook,
    Live,
    PageRows,
)
from generator.model.entry import Entry

SPARE = 3
_LINE, _MOST_LINES = 15.0, 26
_SHORT = ("unit", "facts", "titles", "fields")  # tables of words, and of few of them
_WIDE_FIELD = sum(WIDTHS[NAME:LAMP])
_SETTINGS = frozenset(
    # What is no part of a form: what a document printed, what was accepted, what is written out how.
    ("stated", "stated-rate", "stated-score", "accept", "not-asked", "documents", "own-outline")
)


class Block(NamedTuple):
    """Where a block takes its values: the file of a subject, its data, which keys must be filled."""

    subject: str
    data: Mapping[str, Any]
    required: frozenset[str] = frozenset()

    def is_required(self, keys: KeyPath) -> bool:
        """Tell whether the scheme wants this key; numbers of rows do not count."""
        return ".".join(key for key in keys if isinstance(key, str)) in self.required


def title(rows: PageRows, text: str, look: FormLook = FormLook.BLOCK) -> None:
    """Put a line over the whole page."""
    rows.put(FIRST, text, look, width=LAST - FIRST + 1)
    rows.end(26 if look is FormLook.TITLE else 20)


def field_row(
    rows: PageRows, slot: Slot, *, is_required: bool = False, note: str = "", label: str = ""
) -> str:
    """Put a label, the cell beside it, its lamp and its help; returns the cell."""
    rows.put(FIRST, label or slot.title, FormLook.LABEL, width=LABELLED)
    at = rows.put(NAME, slot, look_of(slot), width=LAMP - NAME)
    if is_required:
        lamp = f'=IF({at}="","{MISSING}","{DONE}")'
        rows.put(LAMP, Live(lamp, DONE if slot.base else MISSING), FormLook.LAMP)
    if said := note or slot.help:
        rows.put(LAST, said, FormLook.NOTE)
    lines = height_of(slot.base, _WIDE_FIELD)
    is_long = slot.keys[0] not in _SHORT and slot.keys[-1] not in NAMING
    is_text = slot.kind in (SlotKind.TEXT, SlotKind.LINES) and is_long
    rows.end(max(lines, 2 * _LINE if is_text else 0, height_of(said, WIDTHS[LAST])))
    return at


def height_of(text: str, width: float) -> float:
    """Return how high a row must be to show a text, within reason."""
    lines = sum(max(1, -(-width_of(line) // max(int(width) - 2, 1))) for line in text.split("\n"))
    return min(lines, _MOST_LINES) * _LINE + 3


def look_of(slot: Slot) -> FormLook:
    """Return how a cell to fill in looks."""
    if slot.kind is SlotKind.GIVEN:
        return FormLook.LABEL
    if slot.kind in (SlotKind.NUMBER, SlotKind.WHOLE):
        return FormLook.NUMBER
    return FormLook.DAY if slot.kind is SlotKind.DAY else FormLook.INPUT


def table_block(
    rows: PageRows,
    own: Block,
    model: type[Entry],
    keys: KeyPath,
    *,
    skipped: frozenset[str] = frozenset(),
) -> None:
    """Lay out a table of a model: its single keys, then the tables and lists in it."""
    inner: list[Known] = []
    for known in keys_of(model):
        if known.key in _SETTINGS or known.key in skipped:
            continue
        slot = slot_of(own.subject, known, (*keys, known.key), own.data)
        if slot is not None:
            field_row(rows, slot, is_required=own.is_required(slot.keys))
        else:
            inner.append(known)
    for known in inner:
        inner_block(rows, own, known, (*keys, known.key))


def inner_block(rows: PageRows, own: Block, known: Known, keys: KeyPath) -> None:
    """Lay out what a key holds that is no single value."""
    if known.table is not None:
        title(rows, known.field.title)
        table_block(rows, own, known.table, keys)
    elif known.rows is not None:
        list_block(rows, own, known.rows, keys, known.field.title)
    elif known.is_words:
        pairs_block(rows, own, keys, known)


def list_block(
    rows: PageRows,
    own: Block,
    model: type[Entry],
    keys: KeyPath,
    heading: str,
    spare: int = SPARE,
) -> None:
    """Lay out rows of a model, a few blank ones below, then the lists inside of each row."""
    found = value_at(own.data, keys)
    count = len(found) if isinstance(found, list) else 0
    columns = [k for k in keys_of(model) if k.kind is not None and k.key not in _SETTINGS]
    spans = spread(columns)
    title(rows, heading)
    for known, (at, width) in zip(columns, spans, strict=True):
        rows.put(at, known.field.title, FormLook.HEAD, width=width)
        if at >= OPTIONAL:
            rows.beside(at, is_used=True)
    rows.end(20)
    rows.list_of(ListAt(own.subject, keys, count))
    for number in range(count + spare):
        _list_row(rows, own, columns, spans, (*keys, number))
    inner = [k for k in keys_of(model) if k.kind is None and k.key not in _SETTINGS]
    for number in range(count):
        for known in inner:
            is_same = known.rows is model  # parts of parts: only where there are some
            if is_same and not value_at(own.data, (*keys, number, known.key)):
                continue
            named = known._replace(
                field=known.field._replace(
                    title=f"{_name_at(own, (*keys, number))}：{known.field.title}"
                )
            )
            inner_block(rows, own, named, (*keys, number, known.key))


def _list_row(
    rows: PageRows,
    own: Block,
    columns: Sequence[Known],
    spans: Sequence[tuple[int, int]],
    keys: KeyPath,
) -> None:
    highest = _LINE + 3
    for known, (at, width) in zip(columns, spans, strict=True):
        slot = slot_of(own.subject, known, (*keys, known.key), own.data)
        if slot is None:
            continue
        rows.put(at, slot, look_of(slot), width=width)
        room = sum(WIDTHS[at : at + width]) or 14
        highest = max(highest, height_of(slot.base, room))
    rows.end(highest)


def spread(columns: Sequence[Known]) -> list[tuple[int, int]]:
    """Share the width of the page among columns: texts take what is left over."""
    room = LAST - NAME + 2  # the first column is as wide as a label
    if len(columns) > room:
        beside = [(OPTIONAL + n, 1) for n in range(len(columns) - room)]
        return [(FIRST, LABELLED), *((NAME + n, 1) for n in range(room - 1)), *beside]
    texts = [n for n, k in enumerate(columns) if k.kind in (SlotKind.TEXT, SlotKind.LINES)]
    widths = [1] * len(columns)
    left = room - len(columns)
    for turn in range(left if texts else 0):
        widths[texts[turn % len(texts)]] += 1
    spans: list[tuple[int, int]] = []
    at = FIRST
    for number, own in enumerate(widths):
        width = own if number else own + LABELLED - 1
        spans.append((at, width))
        at += width
    return spans


def pairs_block(rows: PageRows, own: Block, keys: KeyPath, known: Known, spare: int = 2) -> None:
    """Lay out a table of free names: each a row with its name; new ones get a name of their own."""
    heading, help_text = known.field.title, help_of(known.field)
    found = value_at(own.data, keys)
    names = list(found) if isinstance(found, dict) else []
    value = Known(VALUE, known.field, known.shape.item)  # type: ignore[attr-defined]
    title(rows, f"{heading}　{help_text}" if help_text else heading)
    for name in names:
        slot = slot_of(own.subject, value, (*keys, name), own.data)
        if slot is not None:
            field_row(rows, slot._replace(title=name), note="　")
    rows.list_of(ListAt(own.subject, keys, 0, ListKind.PAIRS))
    kind = value.kind or SlotKind.TEXT
    for number in range(spare):
        new = Slot(own.subject, (*keys, number, PAIR_NAME), SlotKind.TEXT, f"{heading}：名称")
        rows.put(FIRST, new, FormLook.INPUT, width=LABELLED)
        said = Slot(own.subject, (*keys, number, VALUE), kind, f"{heading}：内容")
        rows.put(NAME, said, look_of(said), width=LAMP - NAME)
        rows.end()


def _name_at(own: Block, keys: KeyPath) -> str:
    row = value_at(own.data, keys)
    named = (str(row[key]) for key in NAMING if isinstance(row, dict) and row.get(key))
    return next(named, f"第 {int(keys[-1]) + 1} 行")
