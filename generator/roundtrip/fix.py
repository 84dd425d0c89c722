"""Apply changes to input files: what every command that changes inputs goes through."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.base.strange_text import decoded
from generator.base.toml import TomlFile
from generator.base.toml_patch import FileChange, Refused, patch_toml, with_line_ends
from generator.base.writing import saved_in_between, write_atomically
from generator.roundtrip.files_record import read_record
from generator.roundtrip.journal import next_number
from generator.roundtrip.keeping import (
    Keep,
    change_of,
    clear,
    home_of_input,
    homes_below,
    keep_before,
    strike_out,
)
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import StateFolder

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after its fixes."""

    path: Path
    shown: str
    before: str
    after: str
    count: int

    def diff(self) -> str:
        """Show what changes, as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{self.shown}",
            f"b/{self.shown}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


class Fixes(NamedTuple):
    """The files that change, and the changes that could not be made."""

    fixed: tuple[Fixed, ...]
    refused: tuple[tuple[TomlFile, Refused], ...]


def fix_files(changes: Iterable[FileChange]) -> Fixes:
    """Work out the new text of every file that has changes."""
    by_file: dict[str, list[FileChange]] = defaultdict(list)
    for change in changes:
        by_file[change.file.shown].append(change)
    fixed: list[Fixed] = []
    refused: list[tuple[TomlFile, Refused]] = []
    for own in by_file.values():
        file = own[0].file
        patched = patch_toml(file.text, [of.change for of in own])
        refused += [(file, reason) for reason in patched.refused]
        if patched.text != file.text:
            count = len(patched.done)
            fixed.append(Fixed(file.path, file.shown, file.text, patched.text, count))
    return Fixes(tuple(fixed), tuple(refused))


def write_fixed(fixed: Sequence[Fixed], command: str) -> tuple[Problem, ...]:
    """Write files with their fixes; what they were is kept, so that the command can be taken back."""
    problems: list[Problem] = []
    homes: dict[Path, list[_Ready]] = defaultdict(list)
    for one in fixed:
        ready = _ready(one)
        if isinstance(ready, Problem):
            problems.append(ready)
        else:
            homes[home_of_input(one.path)].append(ready)
    number = next_number([home for start in homes for home in (start, *homes_below(start))])
    for home, files in homes.items():
        problems += _write(StateFolder(home), files, number, command)
    return tuple(problems)


class _Ready(NamedTuple):
    """An input file as it is and as it is to be."""

    path: Path
    old: bytes
    new: bytes


def _ready(fixed: Fixed) -> _Ready | Problem:
    """Give the new text the line ends and the mark at the start that the file has, each where it is."""
    try:
        old = read_regular(fixed.path)
    except OSError:
        return saved_in_between(fixed.path)
    raw = _decoded(old)
    if raw is None or raw.replace("\r\n", "\n") != fixed.before:
        return saved_in_between(fixed.path)
    data = with_line_ends(raw, fixed.after).encode("utf-8")
    if old.startswith(_MARK):
        data = _MARK + data
    return _Ready(fixed.path, old, data)


def _write(
    state: StateFolder, files: Sequence[_Ready], number: int, command: str
) -> Iterator[Problem]:
    """Keep, enter, write."""
    changes = [change_of(state.home, f.path, digest(f.old), digest(f.new)) for f in files]
    keeps = [Keep(change, file.old) for change, file in zip(changes, files, strict=True)]
    if fault := keep_before(state, number, command, keeps):
        yield fault
        return
    failed = []
    for change, file in zip(changes, files, strict=True):
        if fault := write_atomically(file.path, file.new, change.before, aside=state.path):
            failed.append(change.path)
            yield fault
    strike_out(state, number, failed)
    clear(state, read_record(state.home))


def _decoded(data: bytes) -> str | None:
    """Decode a file without the mark at its start; ``None``: it is no text any more."""
    text = decoded(data.removeprefix(_MARK))
    return None if text is None else text.text
