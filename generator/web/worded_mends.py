"""Mends of wording that lint is certain of, as mends of the cells and fields that they stand in."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.base.toml import KeyPath, TomlFile, parse_toml, value_at
from generator.base.toml_patch import FileChange, Replace, patch_toml
from generator.use.lint.lint import CertainMend
from generator.web.fillable_cells import shown, value_of
from generator.web.offered_mends import Mend, Mends
from generator.web.saving import row_label


def worded_mends(mends: Iterable[CertainMend]) -> Mends:
    """Return mends by their place: each writes what ``lint --fix`` writes there."""
    words = {
        (own.problem.place, own.problem.quote): mend
        for own in mends
        if (mend := _mend(own.edit)) is not None
    }
    return Mends({}, words)


def _mend(edit: FileChange) -> Mend | None:
    """Try an edit, and return the value that it changes (``None``: it is refused)."""
    file, change = edit
    if not isinstance(change, Replace):
        return None
    after, _ = parse_toml(patch_toml(file.text, [change]).text, file.path, file.shown)
    keys = next(_changed(file.data, after.data, ()), None) if after is not None else None
    if after is None or keys is None:
        return None
    was = file.text[change.start : change.end]
    said = f"“{was}”改为“{change.text}”" if change.text else f"去掉“{was}”"
    now = shown(value_at(after.data, keys))
    return Mend(keys, value_of(file, keys), now, _row(file, keys), said)


def _changed(before: Any, after: Any, keys: KeyPath) -> Iterator[KeyPath]:
    """Give the paths of the values that are not the same; both have the same keys and rows."""
    if isinstance(before, dict):
        for key, own in before.items():
            yield from _changed(own, after[key], (*keys, key))
    elif isinstance(before, list) and any(isinstance(own, dict) for own in before):
        for n, own in enumerate(before):
            yield from _changed(own, after[n], (*keys, n))
    elif before != after:
        yield keys


def _row(file: TomlFile, keys: KeyPath) -> str:
    """Return what the row of a value is called, by which it is found again (empty: it is in none)."""
    at = max((n for n, key in enumerate(keys) if isinstance(key, int)), default=None)
    row = value_at(file.data, keys[: at + 1]) if at is not None else None
    return row_label(row) if isinstance(row, dict) else ""
