"""Write imported dossiers whole or not at all: new ones appear, known ones are brought up to date."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import shown_path
from generator.model.input_files import UNIT_FILE
from generator.use.import_.import_record import read_import_record
from generator.use.import_.new_folders import Target, made

if TYPE_CHECKING:
    from generator.use.import_.update import Put, Update, UpdateCounts


class Written(NamedTuple):
    """What became of the folders, in their order: ``None`` for a new one, else what was updated."""

    updates: tuple["UpdateCounts | None", ...]
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
        fault = folders.fault or (_put_all(puts) if puts else None)
        if fault is not None:
            folders.take_back()
            return Written((), (*problems, fault))
    counts = tuple(None if plan is None else plan.counts for plan in plans)
    return Written(counts, tuple(problems))


def _plan(target: Target) -> "Update | None":
    """Plan the update of a folder that an import wrote; ``None``: it is to be a new one."""
    earlier = read_import_record(target.folder)
    if earlier is None or not (target.folder / UNIT_FILE).is_file():
        return None
    from generator.use.import_.update import plan_update  # noqa: PLC0415 - not for new folders

    inputs = {name: text for name, text in target.files.items() if "/" not in name}
    return plan_update(target.folder, inputs, earlier, target.sources, target.printed)


def _put_all(puts: "Sequence[Put]") -> Problem | None:
    from generator.use.import_.import_saving import put_all  # noqa: PLC0415 - not for new folders

    return put_all(puts)


def _taken(target: Target) -> Iterator[Problem]:
    """Find files of a new dossier whose names others have."""
    names = (UNIT_FILE, *(name for name in target.files if "/" not in name))
    for name in sorted(set(names)):
        path = target.folder / name
        if (path.exists() or path.is_symlink()) and not _holds(path, target.files.get(name)):
            message = "文件已经存在，没有覆盖"
            hint = "已有的文件没有改动，什么也没有写；请换一个文件夹"
            yield Problem("O02", Severity.ERROR, message, Place(shown_path(path)), hint)


def _holds(path: Path, text: str | None) -> bool:
    """Tell whether a file is the one that is to be written: a killed import left it."""
    try:
        return text is not None and read_regular(path) == text.encode("utf-8")
    except OSError:
        return False


__all__ = ["Target", "Written", "write_dossiers"]
