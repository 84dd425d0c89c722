"""Changed files of dossiers are written over what was read there, all of them or none."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.writing import remove_if_unchanged, write_atomically
from generator.model.input_files import UNIT_FILE
from generator.roundtrip.journal import Journal, next_number
from generator.roundtrip.keeping import Keep, change_of, home_of_input, homes_below, keep_before
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder
from generator.use.import_.update import Put

COMMAND = "import"


def put_all(puts: Sequence[Put]) -> Problem | None:
    """Write the changed files of all folders, each over what was read; one that fails takes all back."""
    homes: dict[Path, list[Put]] = defaultdict(list)
    for put in puts:
        folder = put.path.parent
        inputs = folder.parent if folder.name == STATE_FOLDER else folder
        homes[home_of_input(inputs / UNIT_FILE)].append(put)
    if not homes:
        return None
    return _locked_put(homes, COMMAND)


def put_all_in(home: Path, puts: Sequence[Put], command: str) -> Problem | None:
    """Write files of one workspace, whatever folder they lie in."""
    home.mkdir(parents=True, exist_ok=True)
    return _locked_put({home: list(puts)}, command)


def _locked_put(homes: Mapping[Path, Sequence[Put]], command: str) -> Problem | None:
    number = next_number([home for start in homes for home in (start, *homes_below(start))])
    with ExitStack() as locks:
        try:
            for home in sorted(homes):
                locks.enter_context(locked(home))
        except LockedError:
            message, hint = "另一个 jixiao 正在写这个文件夹", "请等它写完再试"
            return Problem("O06", Severity.ERROR, message, Place(shown_path(home)), hint)
        kept = [_Home(StateFolder(h), tuple(own), command) for h, own in homes.items()]
        return _put_all(kept, number)


class _Home(NamedTuple):
    """A state folder, and the files that it keeps."""

    state: StateFolder
    puts: tuple[Put, ...]
    command: str

    def keep(self, number: int) -> Problem | None:
        """Keep what lies there, and enter what is to become of it."""
        keeps = [
            Keep(change_of(self.state.home, put.path, put.expected, digest(put.data)), put.before)
            for put in self.puts
        ]
        return keep_before(self.state, number, self.command, keeps)

    def strike_out(self, number: int) -> None:
        """Nothing of it came about."""
        with suppress(OSError):
            Journal(self.state).without(number, lambda _: True)


def _put_all(homes: Sequence[_Home], number: int) -> Problem | None:
    done: list[tuple[Put, Path]] = []
    fault: Problem | None = None
    is_whole = False
    try:
        for home in homes:
            fault = fault or home.keep(number)
        for aside, put in ((home.state.path, put) for home in homes for put in home.puts):
            fault = fault or write_atomically(put.path, put.data, put.expected, aside=aside)
            if fault is not None:
                break
            done.append((put, aside))
        is_whole = fault is None
    finally:  # after Ctrl-C, too, the folders are what they were
        if not is_whole:
            _put_back(done)
            for home in homes:
                home.strike_out(number)
    for home in homes:
        with suppress(OSError):
            home.state.collect(Journal(home.state).used())
    return fault


def _put_back(done: Sequence[tuple[Put, Path]]) -> None:
    for put, aside in reversed(done):
        if put.before is None:
            remove_if_unchanged(put.path, digest(put.data), aside=aside)
        else:
            write_atomically(put.path, put.before, digest(put.data), aside=aside)
