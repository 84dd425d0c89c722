"""Rows that come and go on the page: added at the end of a list, taken out, put back as they were."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any, Final

from generator.base.toml import KeyPath, value_at
from generator.base.toml_patch import AppendRow, Change, FileChange, Remove
from generator.roundtrip.fix import fix_files, write_fixed
from generator.web.fillable_cells import Wrong
from generator.web.kept_changes import KeptChange
from generator.web.placed_tables import added, gone, is_placed
from generator.web.saving import (
    COMMAND,
    NotSaved,
    Saved,
    row_now,
    taken_back,
    unreadable,
    unreadable_so,
)
from generator.web.served import Served
from generator.web.target import Target

_REPORTS: Final[KeyPath] = ("report",)


def add_row(
    served: Served,
    folder: Path,
    subject_id: str,
    rows: KeyPath,
    row: Mapping[str, str],
    kept: str = "",
    unit: str = "",
) -> Saved:
    """Add a row at the end of a subject's list, or put one back that was taken out.

    ``unit`` is that of its amounts, where it is not the one of the file.
    """
    with served.lock:
        target = served.target(folder, subject_id)
        if target is None:
            return unreadable(folder, subject_id, [rows])
        if (back := taken_back(served, target, kept)) is not None:
            return back
        taken = served.kept.get(kept)
        is_own = taken is not None and taken.is_of(target.source.path)
        if taken is not None and is_own and taken.row is not None:
            return _appended(served, target, rows, taken.row)
        if taken is not None and is_own and taken.is_row:
            return Saved(0, (NotSaved(rows, "文件在别处改过，放不回原处了，请重新加"),))
        if is_placed(rows):
            return _written(served, target, rows, added(target.source, rows, row))
        values: dict[str, Any] = _named(target, rows)
        for key, words in row.items():
            value = target.typed((*rows, 0, key), words, unit)
            if isinstance(value, Wrong):
                return Saved(0, (NotSaved((*rows, key), value.message),))
            if value is not None:
                values[key] = value
        return _appended(served, target, rows, values)


def remove_row(
    served: Served, folder: Path, subject_id: str, keys: KeyPath, name: str, kept: str = ""
) -> Saved:
    """Take a row out of its list, if it is still the one that was seen there."""
    with served.lock:
        target = served.target(folder, subject_id)
        if target is not None and (back := taken_back(served, target, kept)) is not None:
            return back
        found = None if target is None else row_now(target, keys, name)
        if target is None or found is None:
            return Saved(0, (NotSaved(keys, "这一行已经不在原处，请刷新后再试"),))
        changes = gone(target.source, found) if is_placed(found) else (Remove(found),)
        fixes = fix_files([FileChange(target.source, change) for change in changes])
        for fixed in fixes.fixed:
            if fault := target.fault_of(fixed.after):
                return Saved(0, (NotSaved(keys, unreadable_so(fault)),))
        problems = write_fixed(fixes.fixed, COMMAND)
        if problems or not fixes.fixed:
            return Saved(0, (), problems)
        row = value_at(target.source.data, found)
        whole = row if isinstance(row, Mapping) else None
        change = KeptChange(fixes.fixed, whole, is_row=True)
        return Saved(1, (), (), served.kept.keep(change))


def _named(target: Target, rows: KeyPath) -> dict[str, Any]:
    """Give a new report the id that it must have; nobody else is to think of one."""
    if rows != _REPORTS:
        return {}
    given = value_at(target.source.data, rows)
    taken = {row.get("id") for row in given if isinstance(row, dict)} if given else set()
    return {"id": next(id for n in count(1) if (id := f"report-{n}") not in taken)}


def _appended(served: Served, target: Target, rows: KeyPath, row: Mapping[str, Any]) -> Saved:
    return _written(served, target, rows, (AppendRow(rows, row),))


def _written(served: Served, target: Target, rows: KeyPath, changes: Sequence[Change]) -> Saved:
    fixes = fix_files([FileChange(target.source, change) for change in changes])
    for fixed in fixes.fixed:
        if fault := target.fault_of(fixed.after):
            return Saved(0, (NotSaved(rows, unreadable_so(fault)),))
    refused = tuple(NotSaved(rows, own.reason) for _, own in fixes.refused)
    problems = write_fixed(fixes.fixed, COMMAND)
    if problems:
        return Saved(0, refused, problems)
    return Saved(len(fixes.fixed), refused, (), served.kept.keep(KeptChange(fixes.fixed)))
