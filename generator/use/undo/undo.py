"""Take the last command back: files of persons and inputs are what they were, ours are built again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.open_files import open_elsewhere
from generator.base.own_fault import OwnFault, fault_at
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT
from generator.base.writing import clear_leftovers, remove_if_unchanged, write_atomically
from generator.load.dossier_folders import find_dossiers
from generator.load.folder_tree import closed_folders
from generator.load.workspace_folder import find_root
from generator.model.order import order_of_mode
from generator.roundtrip.files_record import MANIFEST_FILE, read_record
from generator.roundtrip.journal import Change, Command, Journal, next_number
from generator.roundtrip.keeping import Keep, homes_below, keep_before, strike_out
from generator.roundtrip.manifest import digest, manifest_bytes
from generator.roundtrip.state_folder import HOMES_DEPTH, StateFolder
from generator.use.build.build import build
from generator.use.build.built import Built
from generator.use.libraries import Libraries

UNDO = "undo"


class Restored(NamedTuple):
    """A file that is what it was; what somebody made of it since is kept."""

    path: Path
    is_changed_since: bool


class Undone(NamedTuple):
    """What was taken back (``""``: there was nothing), and what was built again."""

    command: str
    restored: tuple[Restored, ...] = ()
    built: tuple[Built, ...] = ()
    problems: tuple[Problem, ...] = ()
    details: tuple[str, ...] = ()  # of faults of our own


def undo(path: Path | None = None) -> Undone:
    """Take the last command back, of the workspace of the current folder or of one path."""
    start = (Path() if path is None else path).resolve()
    bases = _bases(start)
    if closed := _closed(bases):
        return Undone("", problems=closed)  # the last command may be written down in there
    homes = sorted({home for base in bases for home in homes_below(base)})
    concerns = _everything if path is None else _concerns(start)
    number = _last(homes, concerns)
    if not number:
        return Undone("")
    own = next_number(homes)
    command, restored, problems = "", [], []
    for home in homes:
        for entry in Journal(StateFolder(home)).commands:
            if entry.number == number:
                chosen = [c for c in entry.changes if concerns(home, c)]
                found, faults = _taken_back(home, entry._replace(changes=tuple(chosen)), own)
                command = entry.name
                restored += found
                problems += faults
    built, unbuilt = _built_again([one.path for one in restored], own)
    told = dict.fromkeys((*problems, *(fault.problem for fault in unbuilt)))
    details = tuple(fault.details for fault in unbuilt)
    return Undone(command, tuple(restored), built, tuple(told), details)


def can_undo(path: Path) -> bool:
    """Tell whether there is a command that can be taken back, of one path."""
    start = path.resolve()
    homes = (home for base in _bases(start) for home in homes_below(base))
    return _last(homes, _concerns(start)) > 0


def _last(homes: Iterable[Path], concerns: Callable[[Path, Change], bool]) -> int:
    """Return the number of the last command (0: there is none)."""
    return max((n for home in homes for n in _numbers(home, concerns)), default=0)


def _everything(_home: Path, _change: Change) -> bool:
    return True


def _concerns(start: Path) -> Callable[[Path, Change], bool]:
    """Tell whether a change is one of a path: below it, or among the outputs of its dossiers."""
    names = {folder.resolve().name for folder in find_dossiers(start)[0]}

    def concerns(home: Path, change: Change) -> bool:
        path = home / change.path
        return path == start or path.is_relative_to(start) or home.name in names

    return concerns


def _bases(start: Path) -> set[Path]:
    """Return below what there are journals of a path: its workspace, and its own folder."""
    root = find_root(start) or Path.cwd()
    return {root.resolve(), start if start.is_dir() else start.parent}


def _closed(bases: Iterable[Path]) -> tuple[Problem, ...]:
    """Tell which folders with a journal, perhaps, cannot be looked into."""
    told = (closed_folders(base, HOMES_DEPTH) for base in sorted(bases))
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def _numbers(home: Path, concerns: Callable[[Path, Change], bool]) -> Iterable[int]:
    for command in Journal(StateFolder(home)).commands:
        if any(concerns(home, change) for change in command.changes):
            yield command.number


def _taken_back(home: Path, entry: Command, own: int) -> tuple[list[Restored], list[Problem]]:
    """Restore the files of one folder."""
    try:
        with locked(home):
            clear_leftovers(home)
            return _Restorer(home, entry, own).restore()
    except LockedError:
        message, hint = "另一个 jixiao 正在写这个文件夹", "请等它写完再试"
        return [], [Problem("O06", Severity.ERROR, message, Place(shown_path(home)), hint)]


class _Restorer:
    """Takes one command back in one folder."""

    def __init__(self, home: Path, entry: Command, own: int) -> None:
        self._home, self._entry, self._own = home, entry, own
        self._state = StateFolder(home)
        self._record = read_record(home, is_needed=True)
        self._problems: list[Problem] = []

    def restore(self) -> tuple[list[Restored], list[Problem]]:
        """Keep what lies there, then put back what was, each file only over what was read."""
        keeps = [keep for change in self._entry.changes if (keep := self._keep(change)) is not None]
        if fault := keep_before(self._state, self._own, UNDO, keeps):
            return [], [fault]
        # A file must never seem older than its record says: what was pulled back looks like an edit.
        is_redone = self._entry.name == UNDO
        if not is_redone and (fault := self._remember(keeps)):
            strike_out(self._state, self._own, [keep.change.path for keep in keeps])
            return [], [fault]
        done = [keep for keep in keeps if self._put(keep)]
        if is_redone and (fault := self._remember(done)):
            self._problems.append(fault)
        strike_out(self._state, self._own, [k.change.path for k in keeps if k not in done])
        left = {change.path: change.after for change in self._entry.changes}
        restored = [
            Restored(self._home / k.change.path, k.change.before != left[k.change.path])
            for k in done
        ]
        return restored, self._problems

    def _keep(self, change: Change) -> Keep | None:
        """Look at what lies there; a file that is already what it was, or cannot be restored, is left."""
        path = self._home / change.path
        try:
            data = read_regular(path, LARGEST_KEPT) if path.exists() else None
        except OSError:
            data = None
        there = ABSENT if data is None else digest(data)
        if there == change.before:
            return None
        if change.before != ABSENT and self._state.get(change.before) is None:
            self._problems.append(_lost(path))
            return None
        if (fault := open_elsewhere(path)) is not None:
            self._problems.append(fault)
            return None
        known = self._record.files.get(change.path)
        return Keep(Change(change.path, there, change.before, known), data)

    def _put(self, keep: Keep) -> bool:
        path, change = self._home / keep.change.path, keep.change
        data = self._state.get(change.after)
        if change.after == ABSENT:
            fault = remove_if_unchanged(path, change.before, aside=self._state.path)
        elif data is None:
            fault = _lost(path)
        else:
            fault = write_atomically(path, data, change.before, aside=self._state.path)
        if fault is not None:
            self._problems.append(fault)
        return fault is None

    def _remember(self, keeps: list[Keep]) -> Problem | None:
        """Put back what the record said of the files; what was decided about them is open again."""
        if not (self._home / MANIFEST_FILE).is_file() or not keeps:
            return None
        names = {keep.change.path for keep in keeps}
        files = {n: file for n, file in self._record.files.items() if n not in names}
        for change in self._entry.changes:
            if change.path in names and change.record is not None:
                files[change.path] = change.record
        record = replace(self._record, files=files, states={})
        return write_atomically(self._home / MANIFEST_FILE, manifest_bytes(record))


def _lost(path: Path) -> Problem:
    message = "留底不在了或者损坏了，这份文件还不了原"
    return Problem("O25", Severity.ERROR, message, Place(shown_path(path)), "文件没有动")


def _built_again(
    restored: Iterable[Path], own: int
) -> tuple[tuple[Built, ...], tuple[OwnFault, ...]]:
    """Build the dossiers of restored files again: ours only, those of persons are as they were."""
    folders: dict[Path, Path | None] = {}
    for path in restored:
        for folder, target in _dossiers_of(path):
            folders[folder] = folders.get(folder) or target
    shelf, built, faults = Libraries(), list[Built](), list[OwnFault]()
    for folder, target in folders.items():
        try:
            built += _built(folder, target, shelf, own)
        except Exception as error:  # what was restored is restored, and the others are built
            faults.append(fault_at(folder, "重新生成", error))
    return tuple(built), tuple(faults)


def _built(folder: Path, target: Path | None, shelf: Libraries, own: int) -> Iterator[Built]:
    library, _ = shelf.of(folder)
    outputs = library.workspace.outputs(folder) if target is None else target
    modes = {file.mode for file in read_record(outputs, is_needed=True).files.values()}
    for order in (order_of_mode(mode) for mode in sorted(modes) if mode != "redline"):
        asked = order._replace(outputs=outputs, on_edited="keep", command=own)
        yield build(folder, library, asked)


def _dossiers_of(path: Path) -> Iterable[tuple[Path, Path | None]]:
    """Find the dossier of a file: the one that it is an input of, or that its folder is named after."""
    inside, _ = find_dossiers(path)
    if path.suffix != ".docx" and inside:
        yield inside[0], None
        return
    root = find_root(path.parent) or Path.cwd()
    inputs = root / "inputs"
    for folder in find_dossiers(inputs if inputs.is_dir() else root)[0]:
        if folder.resolve().name == path.parent.name:
            yield folder, path.parent
