"""Apply certain fixes to input files: only the words change, and the file is read again to be sure."""

import difflib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.base.problem import Problem
from generator.base.toml import TomlFile, parse_toml
from generator.base.writing import write_atomically
from generator.checks.wording import Edit


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


def fix_files(edits: Iterable[Edit]) -> tuple[Fixed, ...]:
    """Work out the new text of every file that has fixes."""
    by_file: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_file[edit.file.shown].append(edit)
    return tuple(fixed for own in by_file.values() if (fixed := _fix(own[0].file, own)) is not None)


def _fix(file: TomlFile, edits: Iterable[Edit]) -> Fixed | None:
    pieces: list[str] = []
    at = count = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start < at:
            continue
        pieces += (file.text[at : edit.start], edit.text)
        at = edit.end
        count += 1
    after = "".join(pieces) + file.text[at:]
    again, _ = parse_toml(after, file.path, file.shown)
    if again is None or after == file.text:
        return None
    return Fixed(file.path, file.shown, file.text, after, count)


def write_fixed(fixed: Fixed) -> Problem | None:
    """Write a file with its fixes, with the line ends and the mark at the start that it had."""
    old = fixed.path.read_bytes()
    data = fixed.after.encode("utf-8")
    if b"\r\n" in old:
        data = data.replace(b"\n", b"\r\n")
    if old.startswith(b"\xef\xbb\xbf"):
        data = b"\xef\xbb\xbf" + data
    return write_atomically(fixed.path, data)
