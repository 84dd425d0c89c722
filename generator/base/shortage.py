"""What the machine ran out of, where that is what ended the work: it is no fault of a file, nor of ours."""

import errno
from collections.abc import Iterator

NO_MEMORY = "内存不够"
HOW_TO_FREE = "请关闭别的程序再试"
_NO_PROCESS = "系统不给新的进程，多半是内存不够"
_LOST = "有一个进程意外终止，多半是内存不够"
# What Python and the system's loader say, who have no kind of error of its own for it.
_NO_THREAD, _NO_SEGMENT = "can't start new thread", "failed to map segment"


class WorkerLostError(Exception):
    """A process that worked for this one is gone: the system ends those that need too much memory."""


def shortage(error: BaseException) -> str:
    """Say what was short; ``""`` where an error has another reason, as far as anybody can tell."""
    return next(filter(None, map(_said, _led_to(error))), "")


def _said(error: BaseException) -> str:
    if isinstance(error, WorkerLostError):
        return _LOST
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, MemoryError) or number == errno.ENOMEM:
        return NO_MEMORY
    if isinstance(error, ImportError) and _NO_SEGMENT in str(error):
        return NO_MEMORY
    if number == errno.EAGAIN or (isinstance(error, RuntimeError) and _NO_THREAD in str(error)):
        return _NO_PROCESS
    return ""


def _led_to(error: BaseException) -> Iterator[BaseException]:
    """Return an error and what it came of: a library wraps what it was not ready for."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__
