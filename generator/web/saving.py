"""Save what was typed on the page: whole, at once, and never over what somebody else saved meanwhile."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.problem import Problem
from generator.base.toml import KeyPath, value_at
from generator.base.toml_patch import Change, FileChange, Remove, SetValue
from generator.roundtrip.fix import Fixed, fix_files, write_fixed
from generator.web.fillable_cells import Wrong, may_be_gone, shown
from generator.web.following import following
from generator.web.kept_changes import KeptChange
from generator.web.served import Served
from generator.web.spoken import Spoken
from generator.web.target import Target

COMMAND = "serve"
# Said while an editor beside leaves the file broken: it passes, and what was typed waits.
BROKEN: Final = "这份文件现在读不了，可能正在别处编辑，改好以后才能保存"
GONE: Final = "这份文件已经不在，没有地方保存"
_UNREADABLE: Final = "这样填，文件就读不了"
_LABELS: Final = ("name", "title", "text", "expected")


def unreadable_so(fault: str) -> str:
    """Say why something is not written that the file could not be read with."""
    return f"{_UNREADABLE}：{Spoken(None).words(fault)}"


class Wish(NamedTuple):
    """A cell that somebody changed: what it showed them, what they typed, and which row they saw."""

    keys: KeyPath
    was: str
    now: str
    row: str = ""  # the name of the indicator
    unit: str = ""  # of an amount that the form prints in another unit than the file has


class NotSaved(NamedTuple):
    """A cell that was not saved: why, and what it holds now where somebody else changed it."""

    keys: KeyPath
    message: str
    now: str | None = None


class Saved(NamedTuple):
    """What became of the wishes."""

    done: int
    refused: tuple[NotSaved, ...]
    problems: tuple[Problem, ...] = ()
    kept: str = ""  # by which name the change can be taken back
    followed: int = 0  # quotations elsewhere that took the new name of a row
    waits: str = ""  # why nothing can be saved for now: the same is asked again


def save(
    served: Served, folder: Path, subject_id: str, wishes: Sequence[Wish], kept: str = ""
) -> Saved:
    """Write cells of a subject into its file; what quotes a row by its name takes a new one along.

    ``kept`` is the change that this one takes back: where its files are as it left them they get
    the letters that they had.
    """
    with served.lock:
        target = served.target(folder, subject_id)
        if target is None:
            return unreadable(folder, subject_id, [wish.keys for wish in wishes])
        if (back := taken_back(served, target, kept)) is not None:
            return back
        changes, refused = _changes(target, wishes)
        more = following(target.dossier, target.source, changes)
        fixed, not_done = _fixed((*changes, *more.changes))
        refused = (*refused, *not_done)
        for file in fixed:
            if file.path == target.source.path and (fault := target.fault_of(file.after)):
                why = unreadable_so(fault)
                return Saved(0, (*refused, *(NotSaved(wish.keys, why) for wish in wishes)))
        problems = write_fixed(fixed, COMMAND)
        if problems:
            return Saved(0, refused, problems)
        done = sum(file.count for file in fixed)
        return Saved(done, refused, (), served.kept.keep(KeptChange(fixed)), more.number)


def unreadable(folder: Path, subject_id: str, cells: Sequence[KeyPath]) -> Saved:
    """Tell cells of a file that cannot be read: they wait as long as it is there."""
    is_there = any(own.stem == subject_id for own in folder.glob("*.toml"))
    said = BROKEN if is_there else GONE
    return Saved(0, tuple(NotSaved(keys, said) for keys in cells), waits=said if is_there else "")


def fixed_by(
    target: Target, wishes: Sequence[Wish]
) -> tuple[tuple[Fixed, ...], tuple[NotSaved, ...]]:
    """Work out what the file of a subject would be with some cells changed; nothing is written."""
    changes, refused = _changes(target, wishes)
    fixed, not_done = _fixed(changes)
    return fixed, (*refused, *not_done)


def _changes(
    target: Target, wishes: Sequence[Wish]
) -> tuple[tuple[FileChange, ...], tuple[NotSaved, ...]]:
    changes: list[FileChange] = []
    refused: list[NotSaved] = []
    for wish in wishes:
        found = _change(target, wish)
        if isinstance(found, NotSaved):
            refused.append(found)
        elif found is not None:
            changes.append(FileChange(target.source, found))
    return tuple(changes), tuple(refused)


def _fixed(changes: Sequence[FileChange]) -> tuple[tuple[Fixed, ...], tuple[NotSaved, ...]]:
    fixes = fix_files(changes)
    refused = (NotSaved(_keys_of(own.change), own.reason) for _, own in fixes.refused)
    return fixes.fixed, tuple(refused)


def taken_back(served: Served, target: Target, kept: str) -> Saved | None:
    """Give files the letters that they had before a change, if they are as it left them."""
    change = served.kept.get(kept)
    if change is None or not change.is_of(target.source.path):
        return None
    now = {own.source.path: own.source for own in target.dossier.subjects}
    now[target.dossier.source.path] = target.dossier.source
    if any(own.path not in now or now[own.path].text != own.after for own in change.files):
        return None
    back = change.back()
    problems = write_fixed(back, COMMAND)
    if problems:
        return Saved(0, (), problems)
    return Saved(sum(own.count for own in back), (), (), served.kept.keep(KeptChange(back)))


def _change(target: Target, wish: Wish) -> Change | NotSaved | None:
    keys = wish.keys
    if any(isinstance(key, int) for key in keys) and wish.row:
        at = max(n for n, key in enumerate(keys) if isinstance(key, int))
        row = row_now(target, keys[: at + 1], wish.row)
        if row is None:
            return NotSaved(wish.keys, "这一行在别处改过或删了，请刷新后再填")
        keys = (*row, *keys[at + 1 :])
    now = value_at(target.source.data, keys)
    value = target.typed(keys, wish.now, wish.unit)
    said = target.said(keys, now, wish.unit)
    if isinstance(value, Wrong):
        return NotSaved(wish.keys, value.message)
    if shown(now) == shown(value):
        return None  # it is there already
    if said != wish.was:
        return NotSaved(wish.keys, f"别处刚把它改成了“{said}”", said)
    if value is not None:
        return SetValue(keys, value)
    if now is None:
        return None
    if may_be_gone(target.model, keys):
        return Remove(keys)
    return SetValue(keys, "") if isinstance(now, str) else NotSaved(wish.keys, "这一格不能空着")


def row_now(target: Target, keys: KeyPath, name: str) -> KeyPath | None:
    """Return where a row is now: where it was, or where the only one of its name went."""
    data = target.source.data
    if _name(value_at(data, keys)) == name:
        return keys
    rows = value_at(data, keys[:-1])
    same = [n for n, own in enumerate(rows if isinstance(rows, list) else ()) if _name(own) == name]
    return (*keys[:-1], same[0]) if len(same) == 1 else None


def _name(row: Any) -> str:
    """Return what a row is called: most have a name, a problem of the work has its text."""
    if isinstance(row, list):
        return "\t".join(map(str, row))
    return row_label(row) if isinstance(row, dict) else str(row or "")


def row_label(row: Mapping[str, Any]) -> str:
    """Return what a row is called on the page and in the requests about it."""
    return next((str(row[key]) for key in _LABELS if row.get(key)), "")


def _keys_of(change: Change) -> KeyPath:
    keys = getattr(change, "keys", ())
    return tuple(keys)
