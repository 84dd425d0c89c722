"""The one writer of changes to TOML files: values by key path, and characters by their offset.

Every change is tried on the text and read again: when the file is not valid afterwards, or when
anything else in it says something else, that change is refused and the others are still made.
Key paths and offsets mean the text as it was given, whatever the other changes do to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.toml import parse_toml, value_at
from generator.base.toml_change import (
    AppendItem,
    AppendRow,
    Change,
    FileChange,
    Remove,
    Replace,
    SetValue,
    contradictions,
    without_repeats,
)
from generator.base.toml_layout import Layout, find_layout
from generator.base.toml_literal import block_literal, literal
from generator.base.toml_place import cut, new_item, new_key, new_row
from generator.base.toml_string import rewritten

_BOM = "\ufeff"
_UNSAFE = "写进去会使文件出错，或改动别的内容"


class Refused(NamedTuple):
    """A change that was not made, and why."""

    change: Change
    reason: str


class Patched(NamedTuple):
    """The new text of a file, which changes were made, and which were refused."""

    text: str
    done: tuple[Change, ...]
    refused: tuple[Refused, ...]


def patch_toml(text: str, changes: Iterable[Change]) -> Patched:
    """Make changes to a text that is valid TOML; line ends and a mark at the start are kept."""
    mark = _BOM if text.startswith(_BOM) else ""
    raw = text.removeprefix(_BOM)
    given = without_repeats(changes)
    patch = _Patch(raw.replace("\r\n", "\n"))
    if patch.data is None:
        reasons = (Refused(change, "文件本身不是正确的 TOML") for change in given)
        return Patched(text, (), tuple(reasons))
    refused = contradictions(patch.text, given)
    letters = [c for n, c in enumerate(given) if n not in refused and isinstance(c, Replace)]
    is_done = patch.replace_all(letters)
    for number in sorted(range(len(given)), key=lambda n: _turn(given[n], n)):
        change = given[number]
        if number in refused or (is_done and isinstance(change, Replace)):
            continue
        if reason := patch.make(change):
            refused[number] = reason
    done = tuple(change for n, change in enumerate(given) if n not in refused)
    not_done = tuple(Refused(given[n], refused[n]) for n in sorted(refused))
    return Patched(mark + with_line_ends(raw, patch.text), done, not_done)


def _turn(change: Change, number: int) -> tuple[Any, ...]:
    """Order changes so that none moves what a later one names: from the end, what goes last."""
    if isinstance(change, Replace):
        return 0, -change.start, -change.end, number
    if isinstance(change, Remove):
        return 2, tuple(-k if isinstance(k, int) else 0 for k in change.keys), number
    return 1, number


class _Patch:
    """A text in hand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = _read(text)

    def replace_all(self, changes: Sequence[Replace]) -> bool:
        """Replace characters at many places at once; tells whether that gives a sound file."""
        if any(not 0 <= c.start <= c.end <= len(self.text) for c in changes):
            return False
        pieces: list[str] = []
        at = 0
        for change in sorted(changes):
            pieces += (self.text[at : change.start], change.text)
            at = change.end
        after = "".join((*pieces, self.text[at:]))
        data = _read(after)
        if data is None or not _has_shape_of(data, self.data):
            return False
        self.text, self.data = after, data
        return True

    def make(self, change: Change) -> str:
        """Make one change; returns why it cannot be made."""
        if isinstance(change, Replace):
            return "" if self.replace_all((change,)) else _UNSAFE
        wanted = deepcopy(self.data)
        if reason := _apply(wanted, change):
            return reason
        if wanted == self.data:
            return ""
        for candidate in self._candidates(change):
            data = _read(candidate)
            if data is not None and data == wanted:
                self.text, self.data = candidate, data
                return ""
        return _UNSAFE

    def _candidates(self, change: SetValue | AppendItem | AppendRow | Remove) -> Iterator[str]:
        text = self.text
        layout = find_layout(text)
        if isinstance(change, Remove):
            yield from cut(text, layout, change.keys)
            return
        current = value_at(self.data, change.keys)
        if isinstance(change, SetValue):
            if current is None:
                yield from new_key(text, layout, change.keys, change.value)
            else:
                yield from _new_value(text, layout, change, current)
        elif current is None:
            if isinstance(change, AppendRow):
                yield from new_row(text, layout, change.keys, change.row, 0)
            yield from new_key(text, layout, change.keys, [_added(change)])
        elif isinstance(change, AppendRow) and change.keys not in layout.inside:
            yield from new_row(text, layout, change.keys, change.row, len(current))
        else:
            yield from new_item(text, layout, change.keys, _added(change))


def _new_value(text: str, layout: Layout, change: SetValue, current: Any) -> Iterator[str]:
    part = layout.values.get(change.keys)
    if part is None:
        return
    start, end = part.value, part.end
    if isinstance(current, str) and isinstance(change.value, str):
        written: Iterable[str] = rewritten(text, start, end, current, change.value)
    else:
        written = (literal(change.value), block_literal(change.value))
    for said in written:
        yield text[:start] + said + text[end:]


def _apply(data: Any, change: SetValue | AppendItem | AppendRow | Remove) -> str:
    """Change the data as the text is to be changed; returns why that makes no sense."""
    if not change.keys:
        return "没有指明是哪一项"
    owner: Any = data
    for key in change.keys[:-1]:
        if isinstance(key, str) and isinstance(owner, dict) and not isinstance(change, Remove):
            owner = owner.setdefault(key, {})
            continue
        owner = value_at(owner, (key,))
    last: Any = change.keys[-1]
    if not isinstance(owner, dict if isinstance(last, str) else list):
        return "文件里没有这一项所在的表"
    current: Any = value_at(owner, (last,))
    if isinstance(change, AppendItem | AppendRow):
        added = _added(change)
        if current is None and isinstance(owner, dict):
            owner[last] = [added]
        elif isinstance(current, list):
            current.append(added)
        else:
            return "这一项不是列表"
        return ""
    if current is None and (isinstance(change, Remove) or isinstance(last, int)):
        return "文件里没有这一项"
    if isinstance(change, Remove):
        del owner[last]
    else:
        owner[last] = change.value
    return ""


def _added(change: AppendItem | AppendRow) -> Any:
    return change.value if isinstance(change, AppendItem) else dict(change.row)


def _read(text: str) -> Any:
    file, _ = parse_toml(text, Path(), "")
    return None if file is None else file.data


def _has_shape_of(one: Any, other: Any) -> bool:
    """Tell whether two data have the same keys and rows: letters change values only."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_has_shape_of(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_has_shape_of, one, other))
    return isinstance(one, dict | list) == isinstance(other, dict | list)


def with_line_ends(old: str, new: str) -> str:
    """Give every line that did not change the end that it had; new ones end as most do."""
    if "\r\n" not in old:
        return new
    before, after = old.split("\n"), new.split("\n")
    returns = [line.endswith("\r") for line in before[:-1]]
    usual = "\r" if sum(returns) * 2 >= len(returns) else ""
    ends = [usual] * len(after)
    bare = [line.removesuffix("\r") for line in before]
    for match in SequenceMatcher(None, bare, after, autojunk=False).get_matching_blocks():
        for n in range(match.size):
            if match.a + n < len(returns):
                ends[match.b + n] = "\r" if returns[match.a + n] else ""
    return "\n".join([*map(str.__add__, after[:-1], ends), after[-1]])


__all__ = [
    "AppendItem", "AppendRow", "Change", "FileChange", "Patched", "Refused", "Remove", "Replace",
    "SetValue", "patch_toml", "with_line_ends",
]  # fmt: skip
