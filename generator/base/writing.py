"""Write files whole or not at all: whatever happens, a file is either the old one or the new one.

Whoever has read a file before says what it was: then only that is replaced, and never what somebody
saved in between.
"""

import contextlib
import errno
import os
import time
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import IO

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import create_private, sync_folder
from generator.base.strange_text import shown_path
from generator.base.swapping import (
    SavedInBetweenError,
    Step,
    clear_swaps,
    no_step,
    put_in_place,
    remove_unchanged,
)
from generator.base.system_words import system_words

PREFIX, SUFFIX = ".jixiao-", ".tmp"
_NUMBERS = count()
_LONGEST_WRITE = 3600.0  # seconds
# What keeps a file from its place, and is told; anything else goes on.
WRITE_FAULTS = (OSError, SavedInBetweenError)


class Lasting(Enum):
    """What of a file outlives a power failure."""

    NOT = auto()  # it can be made again
    CONTENT = auto()  # another file is written behind it, and with that the names of all
    WHOLE = auto()


def write_atomically(
    path: Path,
    data: bytes,
    expected: str | None = None,
    *,
    lasting: Lasting = Lasting.WHOLE,
    is_private: bool = False,
    aside: Path | None = None,
    step: Step = no_step,
) -> Problem | None:
    """Write beside the target, flush to the disk, then replace the target in one step.

    ``expected`` is the digest of what was read there (``ABSENT``: nothing); without it whatever lies
    there is replaced. ``aside`` is a folder of ours for what is half-written, where the program may be
    killed and nothing is to be left beside.
    """
    temporary: Path | None = None
    try:
        file, temporary = open_beside(path, aside, is_private=is_private)
        with file:
            file.write(data)
            file.flush()
            if lasting is not Lasting.NOT:
                os.fsync(file.fileno())
        put_from_beside(
            temporary, path, expected, lasting=lasting, is_private=is_private, step=step
        )
        temporary = None
    except WRITE_FAULTS as error:
        return why_unwritten(path, error)
    finally:
        # Also on Ctrl-C: nothing half-written stays behind.
        if temporary is not None:
            drop(temporary)
    return None


def put_from_beside(
    temporary: Path,
    path: Path,
    expected: str | None,
    *,
    lasting: Lasting,
    is_private: bool = False,
    step: Step = no_step,
) -> None:
    """Let a file that is written take its place; raises one of ``WRITE_FAULTS``."""
    if not is_private:
        _share(temporary, path)
    if expected is None:
        temporary.replace(path)
    else:
        put_in_place(temporary, path, expected, step)
    if lasting is Lasting.WHOLE:
        sync_folder(path.parent)


def drop(temporary: Path) -> None:
    """Remove what was half-written, if it is still there."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def why_unwritten(path: Path, error: OSError | SavedInBetweenError) -> Problem:
    """Say why a file could not be written."""
    return (
        saved_in_between(path) if isinstance(error, SavedInBetweenError) else _problem(path, error)
    )


def remove_if_unchanged(
    path: Path, expected: str, step: Step = no_step, *, aside: Path | None = None
) -> Problem | None:
    """Remove a file if it is what was read."""
    try:
        held = _workshop(path, aside)
        return (
            None if remove_unchanged(path, expected, step, aside=held) else saved_in_between(path)
        )
    except OSError as error:
        return _problem(path, error)


def clear_leftovers(folder: Path) -> None:
    """Remove what a killed program left half-written; only while nobody else may write there."""
    for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
        with contextlib.suppress(OSError):
            path.unlink()
    clear_swaps(folder)


def clear_old_leftovers(folder: Path) -> None:
    """Remove what a program that was killed long ago left, where another may be writing now."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{PREFIX}*{SUFFIX}"):
            if time.time() - path.stat().st_mtime > _LONGEST_WRITE:
                path.unlink()
        clear_swaps(folder, _LONGEST_WRITE)


def saved_in_between(path: Path) -> Problem:
    """Say that somebody saved a file while it was to be replaced."""
    message = "这份文件刚才又有人保存过，没有写；保存的内容都在"
    return Problem("O23", Severity.ERROR, message, Place(shown_path(path)), "请再运行一次")


def write_text_atomically(path: Path, text: str) -> Problem | None:
    """Write a text as UTF-8 with plain line ends."""
    return write_atomically(path, text.encode("utf-8"))


def open_beside(
    path: Path, aside: Path | None = None, *, is_private: bool = False
) -> tuple[IO[bytes], Path]:
    """Open a file that nobody else has, aside or in the folder of another, which is made when needed."""
    try:
        return _open_new(_workshop(path, aside), is_private=is_private)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _open_new(_workshop(path, aside), is_private=is_private)


def _workshop(path: Path, aside: Path | None) -> Path:
    """Return the folder aside where a file can be moved from there in one step, else its own."""
    if aside is not None:
        with contextlib.suppress(OSError):
            aside.mkdir(parents=True, exist_ok=True)
            if aside.stat().st_dev == path.parent.stat().st_dev:
                return aside
    return path.parent


def _open_new(folder: Path, *, is_private: bool) -> tuple[IO[bytes], Path]:
    while True:
        name = folder / f"{PREFIX}{os.getpid()}-{next(_NUMBERS)}{SUFFIX}"
        try:
            return (create_private(name) if is_private else name.open("xb")), name
        except FileExistsError:
            continue  # what a killed program left; or another machine's


def _share(temporary: Path, path: Path) -> None:
    """Give the new file the rights of the old one; without one it has those of any new file."""
    if os.name == "nt":
        return
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(path.stat().st_mode & 0o777)


def _problem(path: Path, error: OSError) -> Problem:
    message, hint = "写不了这个文件", system_words(error)
    if isinstance(error, PermissionError):
        hint = "请先关闭正在打开它的程序（Word、WPS），或检查文件夹的权限；原来的文件没有改动"
    elif error.errno == errno.ENOSPC:
        message, hint = "磁盘已满，没有写出", "请腾出空间后再试；原来的文件没有改动"
    elif error.errno == errno.ENAMETOOLONG:
        message, hint = "文件名太长", "请改短标题或换一个路径短些的文件夹"
    return Problem("O01", Severity.ERROR, message, Place(shown_path(path)), hint)
