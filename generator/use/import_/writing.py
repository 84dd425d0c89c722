"""Write imported dossiers whole or not at all: made aside and given their names, or put back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.writing import remove_if_unchanged, write_atomically
from generator.load.inputs import UNIT_FILE
from generator.roundtrip.journal import Journal, next_number
from generator.roundtrip.keeping import Keep, change_of, home_of_input, homes_below, keep_before
from generator.roundtrip.manifest import digest
from generator.roundtrip.state_folder import STATE_FOLDER, StateFolder
from generator.use.import_.new_folders import Target, made
from generator.use.import_.record import RECORD_FILE, read_import_record
from generator.use.import_.update import Put, Update, UpdateCounts, plan_update

COMMAND = "import"


class Written(NamedTuple):
    """What became of the folders, in their order: ``None`` for a new one, else what was updated."""

    updates: tuple[UpdateCounts | None, ...]
    problems: tuple[Problem, ...]

    @property
    def is_done(self) -> bool:
        """Tell whether the dossiers are there."""
        return not any(problem.stops for problem in self.problems)


def write_dossiers(targets: Sequence[Target], output: Path) -> Written:
    """Write all dossiers of an import, or none; ``output`` is the folder that holds them."""
    plans = [_plan(target) for target in targets]
    problems = [problem for plan in plans if plan is not None for problem in plan.problems]
    fresh = [target for target, plan in zip(targets, plans, strict=True) if plan is None]
    problems += [fault for target in fresh for fault in _taken(target)]
    if any(problem.stops for problem in problems):
        return Written((), tuple(problems))
    puts = [put for plan in plans if plan is not None for put in plan.puts]
    with made(fresh, output) as folders:
        fault = folders.fault or _apply(puts)
        if fault is not None:
            folders.take_back()
            return Written((), (*problems, fault))
    counts = tuple(None if plan is None else plan.counts for plan in plans)
    return Written(counts, tuple(problems))


def _plan(target: Target) -> Update | None:
    """Plan the update of a folder that an import wrote; ``None``: it is to be a new one."""
    earlier = read_import_record(target.folder)
    if earlier is None or not (target.folder / "unit.toml").is_file():
        return None
    inputs = {name: text for name, text in target.files.items() if "/" not in name}
    update = plan_update(target.folder, inputs, earlier, target.sources)
    if not update.puts and update.record == earlier:
        return update
    path = target.folder / RECORD_FILE
    try:
        before = path.read_bytes()
    except OSError:
        before = b""
    put = Put(path, update.record.text().encode("utf-8"), digest(before), before)
    return update._replace(puts=(*update.puts, put))


def _taken(target: Target) -> Iterator[Problem]:
    """Find files of a new dossier whose names others have."""
    names = ("unit.toml", *(name for name in target.files if "/" not in name))
    for name in sorted(set(names)):
        path = target.folder / name
        if (path.exists() or path.is_symlink()) and not _holds(path, target.files.get(name)):
            message = "文件已经存在，没有覆盖"
            hint = "已有的文件没有改动，什么也没有写；请换一个文件夹"
            yield Problem("O02", Severity.ERROR, message, Place(shown_path(path)), hint)


def _holds(path: Path, text: str | None) -> bool:
    """Tell whether a file is the one that is to be written: a killed import left it."""
    try:
        return text is not None and path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _apply(puts: Sequence[Put]) -> Problem | None:
    """Write the changed files of all folders, each over what was read; one that fails takes all back."""
    homes: dict[Path, list[Put]] = defaultdict(list)
    for put in puts:
        folder = put.path.parent
        inputs = folder.parent if folder.name == STATE_FOLDER else folder
        homes[home_of_input(inputs / UNIT_FILE)].append(put)
    if not homes:
        return None
    number = next_number([home for start in homes for home in (start, *homes_below(start))])
    with ExitStack() as locks:
        try:
            for home in sorted(homes):
                locks.enter_context(locked(home))
        except LockedError:
            message, hint = "另一个 jixiao 正在写这个文件夹", "请等它写完再试"
            return Problem("O06", Severity.ERROR, message, Place(shown_path(home)), hint)
        return _put_all([_Home(StateFolder(h), tuple(own)) for h, own in homes.items()], number)


class _Home(NamedTuple):
    """A state folder, and the files that it keeps."""

    state: StateFolder
    puts: tuple[Put, ...]

    def keep(self, number: int) -> Problem | None:
        """Keep what lies there, and enter what is to become of it."""
        keeps = [
            Keep(change_of(self.state.home, put.path, put.expected, digest(put.data)), put.before)
            for put in self.puts
        ]
        return keep_before(self.state, number, COMMAND, keeps)

    def strike_out(self, number: int) -> None:
        """Nothing of it came about."""
        Journal(self.state).without(number, lambda _: True)


def _put_all(homes: Sequence[_Home], number: int) -> Problem | None:
    done: list[Put] = []
    fault: Problem | None = None
    is_whole = False
    try:
        for home in homes:
            fault = fault or home.keep(number)
        for put in (put for home in homes for put in home.puts):
            fault = fault or write_atomically(put.path, put.data, put.expected)
            if fault is not None:
                break
            done.append(put)
        is_whole = fault is None
    finally:  # after Ctrl-C, too, the folders are what they were
        if not is_whole:
            _put_back(done)
            for home in homes:
                home.strike_out(number)
    for home in homes:
        home.state.collect(Journal(home.state).used())
    return fault


def _put_back(done: Sequence[Put]) -> None:
    for put in reversed(done):
        if put.before is None:
            remove_if_unchanged(put.path, digest(put.data))
        else:
            write_atomically(put.path, put.before, digest(put.data))


__all__ = ["Target", "Written", "write_dossiers"]
