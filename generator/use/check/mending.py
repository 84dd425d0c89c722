"""Mend what is surely mistyped in the inputs of a dossier: check --fix.

First what keeps a parser from reading a file, then keys and values of another kind than a key takes,
then targets and actuals. Every step is read again; a file that is changed at all is changed once.
"""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.regular_file import read_regular
from generator.base.strange_text import LARGEST_TEXT, decoded, shown_path
from generator.base.toml import TomlFile, parse_toml
from generator.base.toml_change import SetValue
from generator.base.toml_mend import Mended, mend_toml
from generator.base.toml_patch import patch_toml
from generator.load.key_slips import meant_key
from generator.load.typed_slips import typed_slip
from generator.load.validation import owner_of
from generator.model.entry import Entry, Fault, titles
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.model.units import Units
from generator.roundtrip.fix import Fixed
from generator.rules.dossier.fractions import is_sure, target_in_per_cent
from generator.rules.dossier.mistyped import mistyped_day, mistyped_value, with_unit

_MODELS: dict[str, type[Entry]] = {UNIT_FILE: UnitEntry, DEPARTMENT_FILE: DepartmentEntry}
_VALUES = ("target", "actual", "initial-target", "adjusted-target")
_ROUNDS = 5  # a mended line may show the next slip


class _Step(NamedTuple):
    """A text after some mends."""

    text: str


def mend_dossiers(folders: Iterable[Path], units: Units) -> tuple[Fixed, ...]:
    """Work out what the files of dossiers are to be; nothing is written."""
    fixed = (mend_file(path, units) for folder in folders for path in sorted(folder.glob("*.toml")))
    return tuple(one for one in fixed if one is not None)


def mend_file(path: Path, units: Units) -> Fixed | None:
    """Mend one file (``None``: nothing is sure, or nothing is wrong)."""
    try:
        read = decoded(read_regular(path, LARGEST_TEXT).removeprefix(b"\xef\xbb\xbf"))
    except OSError:
        return None
    if read is None:
        return None
    before = read.text.replace("\r\n", "\n")
    mended = mend_text(before, path, units)
    count = _changed_lines(before, mended.text) + read.is_foreign
    if not count:
        return None
    # A file in another encoding is another file even where its words stay.
    return Fixed(path, shown_path(path), before, mended.text, count)


def mend_text(text: str, path: Path, units: Units) -> _Step:
    """Mend the text of a file.

    A line that a parser takes once it is mended, and that its key then does not, was not sure: it
    stays as it was.
    """
    model = _MODELS.get(path.name, ProjectEntry)
    left: set[int] = set()
    syntax = mend_toml(text)
    while unfit := _unfit(syntax, path, model) - left:
        left |= unfit
        syntax = mend_toml(text, left)
    step = _Step(syntax.text)
    for _ in range(_ROUNDS):
        file, _ = parse_toml(step.text, path, path.name)
        if file is None:
            return step
        entry, faults = model.read(file.data)
        after = _keys(file, model, faults) or _values(file, faults)
        if after is None and entry is not None:
            after = _measures(file, units)
        if after is None:
            return step
        step = after
    return step


def reads(text: str, path: Path) -> bool:
    """Tell whether nothing in a text keeps its file from being read."""
    file, _ = parse_toml(text, path, path.name)
    return file is not None and not _MODELS.get(path.name, ProjectEntry).read(file.data)[1]


def _unfit(syntax: Mended, path: Path, model: type[Entry]) -> set[int]:
    """Return the lines among those that were mended whose value its key does not take either."""
    file, _ = parse_toml(syntax.readable, path, path.name) if syntax.lines else (None, ())
    if file is None:
        return set()
    faults = (fault for fault in model.read(file.data)[1] if fault.kind == "wrong")
    unmeant = (fault for fault in faults if typed_slip(fault, file.data).value is None)
    unfit = {file.place(fault.keys).line for fault in unmeant} & set(syntax.lines)
    return {syntax.origins[line - 1] for line in unfit}


def _keys(file: TomlFile, model: type[Entry], faults: Sequence[Fault]) -> _Step | None:
    """Write keys and headers as they are meant, one in each round: places move."""
    for fault in faults:
        new = _line_for(file, model, fault)
        if new is None:
            continue
        text = _with_line(file.text, *new)
        if parse_toml(text, file.path, file.shown)[0] is not None:
            return _Step(text)
    return None


def _line_for(file: TomlFile, model: type[Entry], fault: Fault) -> tuple[int, str] | None:
    """Return the line of a key or header as it is meant."""
    key = str(fault.keys[-1])
    place = file.place(fault.keys, on="key")
    row = file.text.split("\n")[place.line - 1]
    if fault.kind == "unknown":
        owner = owner_of(model, fault.keys[:-1])
        table = _table(file.data, fault.keys[:-1])
        # One more row of a list may be called wrongly; a key that is there already is not meant.
        is_row = isinstance(table.get(key), list)
        there = [name for name, own in table.items() if not (is_row and isinstance(own, list))]
        meant = meant_key(key, dict(titles(owner)), there) if owner is not None else ""
        at = row.find(key, place.column - 1)
        end = at + len(key)
        if not meant or at < 0:
            return None
        if at and row[at - 1] == row[end : end + 1] and row[at - 1] in "\"'":
            at, end = at - 1, end + 1
        return place.line, f"{row[:at]}{meant}{row[end:]}"
    if fault.kind != "wrong" or len(fault.keys) != 1:
        return None
    one, several = f"[{key}]", f"[[{key}]]"
    if fault.wanted is dict and isinstance(fault.value, list) and len(fault.value) == 1:
        return (place.line, row.replace(several, one, 1)) if several in row else None
    if fault.wanted is list and isinstance(fault.value, dict) and one in row and several not in row:
        return place.line, row.replace(one, several, 1)
    return None


def _values(file: TomlFile, faults: Sequence[Fault]) -> _Step | None:
    """Write values in the kind that their key takes."""
    changes = [
        SetValue(fault.keys, slip.value)
        for fault in faults
        if (slip := typed_slip(fault, file.data)).value is not None
    ]
    return _patched(file, changes)


def _measures(file: TomlFile, units: Units) -> _Step | None:
    """Put the digits of targets and actuals right, then rates and units of actuals."""
    return _patched(file, sure_values(file, units))


def sure_values(file: TomlFile, units: Units) -> list[SetValue]:
    """Return what targets and actuals surely are, where they are mistyped."""
    changes: list[SetValue] = []
    for keys, row in _rows(file.data):
        called = row.get("name")
        if isinstance(called, str) and called.strip() and called != called.strip():
            changes.append(SetValue((*keys, "name"), called.strip()))
        for name in _VALUES:
            text = row.get(name)
            meant = None
            if isinstance(text, str):
                others = [said for other in _VALUES if isinstance(said := row.get(other), str)]
                meant = mistyped_value(text, units) or mistyped_day(text, others, units)
            if meant is not None:
                changes.append(SetValue((*keys, name), meant.text))
        if target := _target(row, units):
            changes.append(SetValue((*keys, "target"), target))
        if not changes or changes[-1].keys != (*keys, "actual"):
            actual = _actual(row, units)
            if actual:
                changes.append(SetValue((*keys, "actual"), actual))
    return changes


def _target(row: dict[str, Any], units: Units) -> str:
    """Write a target that stands as a fraction in per cent, where that leaves no choice."""
    target, actual = row.get("target"), row.get("actual")
    if not isinstance(target, str) or not isinstance(actual, str) or not is_sure(target):
        return ""
    return target_in_per_cent(target, actual, units)


def _actual(row: dict[str, Any], units: Units) -> str:
    """Write a rate that stands as a fraction in per cent, a number with the unit of its target."""
    target, actual = row.get("target"), row.get("actual")
    if not isinstance(target, str):
        return ""
    wanted, said = units.measure(target), units.measure(str(actual))
    is_rate = wanted.kind is said.kind is MeasureKind.NUMBER and wanted.unit == "%"
    # 1 may be the whole or one in a hundred; 0.93 beside 90 % leaves no choice.
    if is_rate and not said.unit and 0 < said.value < 1 < wanted.value:
        return f"{plain(said.value * 100)}%"
    return with_unit(actual, target, units)


def _rows(data: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """Give the indicators of a file, those of yearly goals as well."""
    tables: list[tuple[tuple[str | int, ...], Any]] = [((), data)]
    goals = data.get("goals")
    if isinstance(goals, list):
        tables += [(("goals", n), goal) for n, goal in enumerate(goals)]
    for keys, table in tables:
        rows = table.get("indicator") if isinstance(table, dict) else None
        for n, row in enumerate(rows if isinstance(rows, list) else ()):
            if isinstance(row, dict):
                yield (*keys, "indicator", n), row


def _patched(file: TomlFile, changes: Sequence[SetValue]) -> _Step | None:
    if not changes:
        return None
    patched = patch_toml(file.text, changes)
    return _Step(patched.text) if patched.text != file.text else None


def _table(data: Any, keys: Sequence[str | int]) -> dict[str, Any]:
    for key in keys:
        data = data[key]
    return data if isinstance(data, dict) else {}


def _changed_lines(before: str, after: str) -> int:
    """Count the lines that are written otherwise: a place is what a person looks at."""
    if before == after:
        return 0
    rows = difflib.SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    changed = (code for code in rows.get_opcodes() if code[0] != "equal")
    return sum(max(old_end - old, new_end - new) for _, old, old_end, new, new_end in changed)


def _with_line(text: str, line: int, row: str) -> str:
    rows = text.split("\n")
    rows[line - 1] = row
    return "\n".join(rows)
