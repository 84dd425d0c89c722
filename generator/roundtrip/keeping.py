"""Before a command changes files of persons: what they are is kept and entered in the journal."""

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT
from generator.base.writing import clear_old_leftovers
from generator.load.workspace_folder import find_root
from generator.roundtrip.earlier import kept_records
from generator.roundtrip.files_record import Record
from generator.roundtrip.journal import JOURNAL_FILE, Change, Journal, next_number
from generator.roundtrip.state_folder import StateFolder, state_folders


class Keep(NamedTuple):
    """A file that is about to change, and what it is until then (``None``: it is not there)."""

    change: Change
    data: bytes | None


def keep_before(
    state: StateFolder, number: int, command: str, keeps: Sequence[Keep]
) -> Problem | None:
    """Keep files and enter what is to become of them; with a problem they must not be changed."""
    if not keeps:
        return None
    try:
        with locked(state.path):
            clear_old_leftovers(state.path)
            for keep in keeps:
                if keep.data is not None and (fault := state.keep(keep.data)):
                    return fault
            return Journal(state).add(number, command, [keep.change for keep in keeps])
    except LockedError:
        message, hint = "另一个 jixiao 正在写这个文件夹", "请等它写完再试"
        return Problem("O06", Severity.ERROR, message, Place(shown_path(state.home)), hint)


def strike_out(state: StateFolder, number: int, failed: Iterable[str]) -> None:
    """Take out of the journal what was entered and did not come about."""
    names = frozenset(failed)
    if names:
        with contextlib.suppress(LockedError, OSError), locked(state.path):
            Journal(state).without(number, lambda change: change.path in names)


def clear(state: StateFolder, record: Record) -> None:
    """Remove what neither the record nor the journal tells of any more, unless somebody keeps a file."""
    if not state.path.is_dir():
        return
    written = {file.sha256 for file in record.files.values()}
    with contextlib.suppress(LockedError, OSError), locked(state.path, patience=0):
        state.collect(written | kept_records(record.files) | Journal(state).used())


def home_of_input(path: Path) -> Path:
    """Return where the state folder of an input lies: beside jixiao.toml, else beside the input."""
    folder = path.resolve().parent
    root = find_root(folder)
    return root if root is not None and folder.is_relative_to(root) else folder


def homes_below(root: Path) -> list[Path]:
    """List the homes of a workspace that have a journal: of its inputs, and of each of its outputs."""
    return [own.home for own in state_folders(root) if (own.path / JOURNAL_FILE).is_file()]


def number_for(home: Path, number: int = 0) -> int:
    """Return the number of the command under way, or one that no journal around a home has yet."""
    if number:
        return number
    root = find_root(home)
    return next_number({home, *homes_below(Path.cwd() if root is None else root)})


def change_of(home: Path, path: Path, before: str, after: str) -> Change:
    """Describe a change of a file below a home."""
    name = path.resolve().relative_to(home.resolve()).as_posix()
    return Change(name, before or ABSENT, after or ABSENT)
