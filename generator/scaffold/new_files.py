"""Files written where none are: nothing that exists is touched."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.strange_text import shown_path
from generator.base.writing import write_atomically


def write_new(
    folder: Path, files: Mapping[str, str], aside: Path | None = None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the files that are not there yet; one that exists is left alone, and said so.

    Where one cannot be written none stays: half a folder is no beginning. ``aside`` is a folder of
    ours for what is half-written; it goes again when nothing else is in it.
    """
    written: list[Path] = []
    problems: list[Problem] = []
    is_whole, was_there = False, folder.exists()
    try:
        for name, text in files.items():
            path = folder / name
            if path.exists() or path.is_symlink():
                if not _holds(path, text):
                    problems.append(_taken(path))
            elif problem := write_atomically(path, text.encode("utf-8"), aside=aside):
                return (), (*problems, problem)
            else:
                written.append(path)
        is_whole = True
    finally:
        if not is_whole:
            _take_back(folder, written, was_there=was_there)
        if aside is not None:
            with contextlib.suppress(OSError):
                aside.rmdir()
    return tuple(written), tuple(problems)


def _take_back(folder: Path, written: Sequence[Path], *, was_there: bool) -> None:
    """Remove what was just written, and the folders that are empty then."""
    for path in written:
        with contextlib.suppress(OSError):
            path.unlink()
    below = {above for path in written for above in path.parents if folder in above.parents}
    for home in (*sorted(below, reverse=True), *(() if was_there else (folder,))):
        with contextlib.suppress(OSError):
            home.rmdir()


def taken_files(folder: Path, files: Mapping[str, str]) -> Iterator[Problem]:
    """Tell of the inputs that are there already and say something else."""
    for name, text in files.items():
        path = folder / name
        is_input = path.parent == folder and path.suffix == ".toml"
        if is_input and (path.exists() or path.is_symlink()) and not _holds(path, text):
            yield _taken(path)


def _holds(path: Path, text: str) -> bool:
    try:
        return read_regular(path, LARGEST_KEPT) == text.encode("utf-8")
    except OSError:
        return False


def _taken(path: Path) -> Problem:
    hint = "已有的文件没有改动；要重新生成，请先把它改名或移走，或换一个文件夹"
    return Problem("O02", Severity.ERROR, "文件已经存在，没有覆盖", Place(shown_path(path)), hint)
