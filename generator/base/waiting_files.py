"""Files that wait beside their places until the disk has them, several at a time.

A disk takes ten files in about the time that it takes for one, and whoever writes them has something
else to do meanwhile. Each one is put in its place only once it is safe.
"""

import contextlib
import os
from collections import deque
from pathlib import Path
from threading import Thread
from typing import IO, Self

from generator.base.problem import Problem
from generator.base.writing import (
    WRITE_FAULTS,
    Lasting,
    drop,
    open_beside,
    put_from_beside,
    why_unwritten,
)

_MOST_UNDER_WAY = 16


class WaitingFile:
    """One file: written beside its place, on its way to the disk."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._temporary: Path | None = None
        self._fault: BaseException | None = None
        self._thread: Thread | None = None
        try:
            file, self._temporary = open_beside(path)
            with contextlib.ExitStack() as stack:
                stack.enter_context(file)
                file.write(data)
                file.flush()
                stack.pop_all()
        except OSError as error:
            self._fault = error
        except BaseException:
            self.drop()
            raise
        else:
            self._begin(file)

    def wait(self) -> None:
        """Wait until the disk has it."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def put(self, expected: str | None = None, lasting: Lasting = Lasting.WHOLE) -> Problem | None:
        """Put it in its place, as ``write_atomically`` does."""
        self.wait()
        try:
            if self._fault is not None:
                raise self._fault
            if self._temporary is not None:
                put_from_beside(self._temporary, self.path, expected, lasting=lasting)
                self._temporary = None
        except WRITE_FAULTS as error:
            return why_unwritten(self.path, error)
        finally:
            self.drop()
        return None

    def drop(self) -> None:
        """Remove what has not come to its place."""
        self.wait()
        if self._temporary is not None:
            drop(self._temporary)

    def _begin(self, file: IO[bytes]) -> None:
        thread = Thread(target=self._sync, args=(file,))
        try:
            thread.start()
        except RuntimeError:  # there are as many threads as the system allows
            self._sync(file)
        else:
            self._thread = thread

    def _sync(self, file: IO[bytes]) -> None:
        try:
            with file:
                os.fsync(file.fileno())
        except BaseException as error:
            self._fault = error  # raised where the file is put in its place


class WaitingFiles:
    """The files that are under way; those that have not come to their places are removed at the end."""

    def __init__(self) -> None:
        self._files: list[WaitingFile] = []
        self._under_way: deque[WaitingFile] = deque()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing half-written behind, also on Ctrl-C."""
        for file in self._files:
            file.drop()

    def write(self, path: Path, data: bytes) -> WaitingFile:
        """Write a file beside its place, and let the disk take it."""
        while len(self._under_way) >= _MOST_UNDER_WAY:
            self._under_way.popleft().wait()
        file = WaitingFile(path, data)
        self._files.append(file)
        self._under_way.append(file)
        return file
