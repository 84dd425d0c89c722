"""What can be changed in a TOML file, and which changes cannot both be made."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile
from generator.base.toml_layout import Layout, find_layout

_TWICE = "同一处有两种改法，只取了前一种"


class SetValue(NamedTuple):
    """A key (or an item of an array) holds a value; the key is made when it is not there."""

    keys: KeyPath
    value: Any


class AppendItem(NamedTuple):
    """An array gets one more value at its end; the array is made when it is not there."""

    keys: KeyPath
    value: Any


class AppendRow(NamedTuple):
    """An array of tables gets one more row at its end, written as the rows before it."""

    keys: KeyPath
    row: Mapping[str, Any]


class Remove(NamedTuple):
    """A key, an item or a row goes."""

    keys: KeyPath


class Replace(NamedTuple):
    """What stands from one offset of the text to another is replaced, in the letters of the file."""

    start: int
    end: int
    text: str


Change = SetValue | AppendItem | AppendRow | Remove | Replace


class FileChange(NamedTuple):
    """A change of a file that was read."""

    file: TomlFile
    change: Change


def contradictions(text: str, changes: Sequence[Change]) -> dict[int, str]:
    """Find the changes of what an earlier one changes otherwise, by their numbers."""
    refused: dict[int, str] = {}
    numbered = [(c, n) for n, c in enumerate(changes) if isinstance(c, Replace)]
    at = 0
    for letters, number in sorted(numbered, key=lambda item: (item[0].start, -item[0].end)):
        if letters.start < at:
            refused[number] = _TWICE
        else:
            at = letters.end
    layout = find_layout(text) if numbered and len(numbered) < len(changes) else None
    by_keys = [(_keys_at(layout, c), c, n) for n, c in enumerate(changes) if n not in refused]
    seen: list[tuple[KeyPath, Change]] = []
    for keys, change, number in by_keys:
        if keys and any(_contradict(keys, change, *other) for other in seen):
            refused[number] = _TWICE
        elif keys:
            seen.append((keys, change))
    return refused


def _contradict(keys: KeyPath, change: Change, other: KeyPath, earlier: Change) -> bool:
    """Tell whether two changes cannot both be made: the one is of what the other takes or sets."""
    short = min(len(keys), len(other))
    if keys[:short] != other[:short] or change == earlier:
        return False
    upper, lower = (change, earlier) if len(keys) < len(other) else (earlier, change)
    if isinstance(upper, Remove) or (isinstance(lower, Remove) and len(keys) == len(other)):
        return True
    return isinstance(upper, SetValue) and isinstance(lower, SetValue | Replace | Remove)


def _keys_at(layout: Layout | None, change: Change) -> KeyPath:
    """Return what a change is of: for letters the innermost value in which they stand."""
    if not isinstance(change, Replace):
        return change.keys
    around = (
        part
        for part in (layout.values.values() if layout is not None else ())
        if part.value <= change.start and change.end <= part.end
    )
    return max((part.path for part in around), key=len, default=())


def without_repeats(changes: Iterable[Change]) -> list[Change]:
    """Letters that are replaced twice in the same way are replaced once."""
    given: list[Change] = []
    seen: set[Replace] = set()
    for change in changes:
        if isinstance(change, Replace):
            if change in seen:
                continue
            seen.add(change)
        given.append(change)
    return given
