"""Sums that a form prints, held against their parts: those that agree are worked out and not written."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.base.toml import KeyPath, TomlFile
from generator.figures.own_sums import OwnSums, Reckoned, agrees
from generator.model.dossier import Subject
from generator.model.own_form import Declared
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.read.draft import SubjectDraft
from generator.read.money_unit import USUAL
from generator.read.own_found import TotalFound
from generator.read.own_text import Words, value_in
from generator.read.reading_order import Desk

_SUM = "合计"


def settle_sums(
    desk: Desk, declared: Declared, totals: Iterable[tuple[SubjectDraft, TotalFound]]
) -> None:
    """Leave out sums of all subjects that agree; others stay, to be compared by the rules."""
    printed = list(totals)
    for subject in desk.draft.subjects:
        sums = _sums_of(subject, declared, desk)
        if sums is None:
            continue
        for keys, reckoned in _computed(sums, declared):
            _settle(desk, subject, keys, reckoned)
        for owner, total in printed:
            if owner is subject:
                _settle_total(desk, subject, total, sums, declared)


def _sums_of(subject: SubjectDraft, declared: Declared, desk: Desk) -> OwnSums | None:
    """Lay out as inputs what the sums rest on."""
    unit = subject.money_unit or USUAL
    values: dict[str, Any] = {
        "funds": {"unit": unit},
        "fields": subject.values.get("fields", {}),
        "tables": subject.values.get("tables", {}),
    }
    entry: ProjectEntry | DepartmentEntry | None
    if subject.kind == "project":
        entry, _ = ProjectEntry.read({**values, "project": {"name": _SUM}})
    else:
        entry, _ = DepartmentEntry.read(values)
    if entry is None:
        return None
    nowhere = TomlFile(Path(), "", "", {})
    return OwnSums(Subject("", entry, nowhere, declared), desk.book.units)


def _computed(sums: OwnSums, declared: Declared) -> Iterable[tuple[KeyPath, Reckoned]]:
    for field in declared.fields:
        if (reckoned := sums.sum_of_field(field.name)) is not None:
            yield ("fields", field.name), reckoned
    for table in declared.tables:
        for row in sums.rows_of(table):
            for column in table.column:
                reckoned = sums.sum_of_cell(table, row, column)
                end: KeyPath = (row,) if table.row else (int(row) - 1,)
                if reckoned is not None:
                    yield ("tables", table.name, *end, column.name), reckoned


def _settle(desk: Desk, subject: SubjectDraft, keys: KeyPath, reckoned: Reckoned) -> None:
    stated = subject.get(keys)
    if not isinstance(stated, int | Decimal) or not agrees(Decimal(stated), reckoned.value):
        return
    _, place = subject.take_clean(keys)
    if place is not None:
        desk.tally.use(place, _SUM)


def _settle_total(
    desk: Desk, subject: SubjectDraft, total: TotalFound, sums: OwnSums, declared: Declared
) -> None:
    words = Words(desk.book.money, desk.book.phrases.ticked)
    cell, money = total.cell, subject.money_unit or USUAL
    read = value_in(total.item, cell.text, total.heading, money, words)
    table = declared.table_of(total.table)
    column = table.column_of(total.item.name) if table is not None else None
    reckoned = sums.total(table, column) if table is not None and column is not None else None
    if read.fault:
        if not desk.book.phrases.says_nothing(cell.text):
            subject.leave(cell.place, cell.text, f"“{total.item.label}”的合计{read.fault}")
        return
    if reckoned is not None and agrees(Decimal(read.value), reckoned.value):
        desk.tally.use(cell.place, _SUM)
    else:
        name = f"{total.table}.{total.item.name}"
        subject.put(("stated", "sums", name), Decimal(read.value), cell.place)
