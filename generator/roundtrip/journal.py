"""The journal of a state folder: which commands changed files of persons, and what those were before."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from generator.base.json_shape import Json, JsonObject
from generator.base.problem import Problem
from generator.base.regular_file import (
    LARGEST_KEPT,
    NotRegularError,
    TooLargeError,
    read_regular,
)
from generator.base.writing import write_atomically
from generator.roundtrip.files_record import FileRecord, file_record_from
from generator.roundtrip.recorded import SHAPE_FAULTS, list_from, number_from, text_from
from generator.roundtrip.state_folder import StateFolder

JOURNAL_FILE = "journal.json"
FORMAT = 1
KEPT_COMMANDS = 2  # a keep goes after this many commands that changed the same file


class Change(NamedTuple):
    """A file that a command changed: its digests (``ABSENT``: it was not there), and its record of before."""

    path: str
    before: str
    after: str
    record: FileRecord | None = None

    def as_data(self) -> JsonObject:
        """Lay the change out for JSON."""
        data: dict[str, Json] = {"path": self.path, "before": self.before, "after": self.after}
        return data if self.record is None else {**data, "record": self.record.as_data()}


class Command(NamedTuple):
    """A command; what it did in several folders bears the same number in each of them."""

    number: int
    name: str
    changes: tuple[Change, ...]


class Journal:
    """The commands of a state folder, oldest first."""

    def __init__(self, state: StateFolder) -> None:
        self.state = state
        self.commands: tuple[Command, ...] = _read(state.path / JOURNAL_FILE)

    @property
    def last_number(self) -> int:
        """Return the number of the last command."""
        return max((command.number for command in self.commands), default=0)

    def add(self, number: int, name: str, changes: Sequence[Change]) -> Problem | None:
        """Enter what a command is about to change; a second entry of the same command joins the first."""
        if not changes:
            return None
        same = [c for c in self.commands if (c.number, c.name) == (number, name)]
        earlier = [change for command in same for change in command.changes]
        entered = Command(number, name, _joined(earlier, changes))
        others = [command for command in self.commands if command not in same]
        return self._write([*others, entered])

    def without(self, number: int, is_undone: Callable[[Change], bool]) -> Problem | None:
        """Strike out changes that did not come about."""
        commands = [
            command._replace(changes=tuple(c for c in command.changes if not is_undone(c)))
            if command.number == number
            else command
            for command in self.commands
        ]
        return None if tuple(commands) == self.commands else self._write(commands)

    def used(self) -> frozenset[str]:
        """Return the digests of all keeps."""
        return frozenset(c.before for command in self.commands for c in command.changes)

    def _write(self, commands: Iterable[Command]) -> Problem | None:
        kept = _recent(sorted(commands, key=attrgetter("number", "name")))
        data = {
            "format": FORMAT,
            "commands": [
                {
                    "number": command.number,
                    "name": command.name,
                    "files": [change.as_data() for change in command.changes],
                }
                for command in kept
            ],
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
        fault = write_atomically(self.state.path / JOURNAL_FILE, text.encode())
        if fault is None:
            self.commands = kept
        return fault


def next_number(homes: Iterable[Path]) -> int:
    """Return a number for a command that is above those of all journals."""
    return 1 + max(map(_last_number, homes), default=0)


def _last_number(home: Path) -> int:
    try:
        return Journal(StateFolder(home)).last_number
    except OSError:
        return 0  # whoever is to write there is told


def _joined(earlier: Sequence[Change], later: Sequence[Change]) -> tuple[Change, ...]:
    """Join two changes of a file within one command: before the first, after the last."""
    found = {change.path: change for change in earlier}
    for change in later:
        first = found.get(change.path)
        found[change.path] = change if first is None else first._replace(after=change.after)
    return tuple(found[path] for path in sorted(found))


def _recent(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Leave out what two later commands changed again."""
    seen: dict[str, int] = {}
    kept: list[Command] = []
    for command in reversed(commands):
        changes = tuple(c for c in command.changes if seen.get(c.path, 0) < KEPT_COMMANDS)
        for change in command.changes:
            seen[change.path] = seen.get(change.path, 0) + 1
        if changes:
            kept.append(command._replace(changes=changes))
    return tuple(reversed(kept))


def _read(path: Path) -> tuple[Command, ...]:
    """Read a journal; what is damaged is as good as not there.

    What is there and not given raises ``OSError``: the keeps that it tells of would be taken for left over.
    """
    try:
        text = read_regular(path, LARGEST_KEPT)
    except (FileNotFoundError, NotADirectoryError, NotRegularError, TooLargeError):
        return ()
    try:
        data = json.loads(text.decode())
        if data["format"] != FORMAT:
            return ()
        return tuple(
            Command(
                number_from(one["number"]),
                text_from(one["name"]),
                tuple(map(_change, one["files"])),
            )
            for one in list_from(data["commands"])
        )
    except SHAPE_FAULTS:
        return ()


def _change(data: Mapping[str, Any]) -> Change:
    path = PurePosixPath(text_from(data["path"]))
    if path.is_absolute() or ".." in path.parts:
        raise ValueError  # what came from elsewhere must not lead out of its folder
    return Change(
        str(path), text_from(data["before"]), text_from(data["after"]), _record(data.get("record"))
    )


def _record(data: Mapping[str, Any] | None) -> FileRecord | None:
    """Read the record of before; one of another shape is none."""
    try:
        return None if data is None else file_record_from(data)
    except SHAPE_FAULTS:
        return None
