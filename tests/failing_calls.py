"""Calls of the system that fail: the n-th that touches a folder, by whatever way the program comes to it."""

import builtins
import contextlib
import errno
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.base import swapping

WRITES = ("replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir", "chmod", "fsync")
READS = ("stat", "lstat", "scandir", "listdir")


class KilledError(BaseException):
    """Somebody ended the program where it stood."""


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def broken() -> OSError:
    return OSError(errno.EIO, "Input/output error")


def short_of_memory() -> MemoryError:
    return MemoryError()


class FailingCalls:
    """Counts calls below a folder; the n-th of them fails as ``error`` says, and only that."""

    def __init__(self, root: Path, number: int, error: Callable[[], BaseException]) -> None:
        self.root, self.number, self.error = os.fspath(root), number, error
        self.count = 0
        self.hit = ""

    def meet(self, name: str, target: Any) -> None:
        if not self._is_below(target):
            return
        self.count += 1
        if self.count == self.number:
            self.hit = f"{name} {target}"
            error = self.error()
            if isinstance(error, OSError) and not isinstance(target, int):
                error.filename = os.fspath(target)
            raise error

    def _is_below(self, target: Any) -> bool:
        if isinstance(target, int):
            try:
                target = os.readlink(f"/proc/self/fd/{target}")  # noqa: PTH115 - its stat would count
            except OSError:
                return False
        try:
            path = os.path.abspath(os.fsdecode(target))  # noqa: PTH100 - resolve() looks at files
        except (TypeError, ValueError):
            return False
        return path.startswith(self.root)


class _Written:
    """A file that is open for writing: its writes count."""

    def __init__(self, file: Any, name: Any, calls: FailingCalls) -> None:
        self._file, self._name, self._calls = file, name, calls

    def write(self, data: Any) -> Any:
        self._calls.meet("write", self._name)
        return self._file.write(data)

    def __enter__(self) -> "_Written":
        self._file.__enter__()
        return self

    def __exit__(self, *of: Any) -> Any:
        return self._file.__exit__(*of)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextlib.contextmanager
def failing_writes(calls: FailingCalls) -> Iterator[None]:
    """Let a call fail that makes, changes or removes something."""
    true_open, true_low, true_exchange = io.open, os.open, swapping.exchange

    def opened(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if not set(mode) & set("wxa+"):
            return true_open(file, mode, *arguments, **named)
        if not isinstance(file, int):
            calls.meet("open", file)
        found = true_open(file, mode, *arguments, **named)
        return _Written(found, file, calls) if "b" in mode and calls._is_below(file) else found

    def low(path: Any, flags: int, *arguments: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            calls.meet("open", path)
        return true_low(path, flags, *arguments, **named)

    def exchanged(one: Path, other: Path) -> bool:
        calls.meet("exchange", other)
        return true_exchange(one, other)

    with contextlib.ExitStack() as stack:
        for name in WRITES:
            _patch(stack, os, name, calls)
        for owner in (io, builtins):
            stack.callback(setattr, owner, "open", true_open)
            owner.open = opened
        stack.callback(setattr, os, "open", true_low)
        os.open = low  # type: ignore[assignment]
        stack.callback(setattr, swapping, "exchange", true_exchange)
        swapping.exchange = exchanged
        yield


@contextlib.contextmanager
def failing_reads(calls: FailingCalls) -> Iterator[None]:
    """Let a call fail that looks at something or reads it."""
    true_low, true_open = os.open, io.open

    def low(path: Any, flags: int, *arguments: Any, **named: Any) -> int:
        if not flags & (os.O_WRONLY | os.O_RDWR):
            calls.meet("open", path)
        return true_low(path, flags, *arguments, **named)

    def opened(file: Any, mode: str = "r", *arguments: Any, **named: Any) -> Any:
        if not set(mode) & set("wxa+") and not isinstance(file, int):
            calls.meet("open", file)
        return true_open(file, mode, *arguments, **named)

    with contextlib.ExitStack() as stack:
        for name in READS:
            _patch(stack, os, name, calls)
        stack.callback(setattr, os, "open", true_low)
        os.open = low  # type: ignore[assignment]
        for owner in (io, builtins):
            stack.callback(setattr, owner, "open", true_open)
            owner.open = opened
        yield


def _patch(stack: contextlib.ExitStack, owner: Any, name: str, calls: FailingCalls) -> None:
    true = getattr(owner, name)

    def call(target: Any = ".", *arguments: Any, **named: Any) -> Any:
        calls.meet(name, target)
        return true(target, *arguments, **named)

    stack.callback(setattr, owner, name, true)
    setattr(owner, name, call)
