"""Apply changes to input files: what every command that changes inputs goes through."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.toml import TomlFile
from generator.base.toml_patch import FileChange, Refused, patch_toml
from generator.base.writing import write_atomically


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


def write_fixed(fixed: Fixed) -> Problem | None:
    """Write a file with its fixes, with the line ends and the mark at the start that it had."""
    old = fixed.path.read_bytes()
    data = fixed.after.encode("utf-8")
    if b"\r\n" in old:
        data = data.replace(b"\n", b"\r\n")
    if old.startswith(b"\xef\xbb\xbf"):
        data = b"\xef\xbb\xbf" + data
    return write_atomically(fixed.path, data)
