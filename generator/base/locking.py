"""One writer at a time: a lock on a folder that the system lets go of, whatever happens to its holder."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

LOCK_FILE = ".jixiao-lock"
PATIENCE = 30.0
_PAUSE = 0.05


class LockedError(RuntimeError):
    """Somebody else holds the lock and does not let go."""


@contextlib.contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder; raises ``LockedError`` when another program keeps it too long.

    Where locks are not to be had (some network drives) nothing is locked: writing a file is
    atomic in any case.
    """
    try:
        file = _open(folder)
    except OSError:
        yield  # whoever cannot make a file here will be told when writing
        return
    with file:
        _wait(file, patience)
        yield


def _open(folder: Path) -> IO[bytes]:
    try:
        return (folder / LOCK_FILE).open("a+b")
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / LOCK_FILE).open("a+b")


def _wait(file: IO[bytes], patience: float) -> None:
    until = time.monotonic() + patience
    while not _take(file):
        if time.monotonic() > until:
            raise LockedError
        time.sleep(_PAUSE)


def _take(file: IO[bytes]) -> bool:
    """Try to take the lock; it is let go of when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt  # noqa: PLC0415 - there is none elsewhere

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:
        return os.name != "nt"  # what Windows says when somebody else has it
    except OSError:
        return True
    return True
