"""The one way in which a file is opened for reading: a regular file, up to a size, without waiting.

A pipe would keep us waiting for ever and a device would never end; what lies there is looked at
before it is opened, for opening alone can do something, and again after, for it may have changed.
Files that only the user may open are made and read here as well.
"""

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import IO

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_KEPT = 1024**3  # of what is only compared, or kept as it is

# Windows has no O_NONBLOCK, and no pipes or devices in folders; there O_BINARY is what counts.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


_PRIVATE = _FLAGS | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | (_FLAGS & ~getattr(os, "O_NONBLOCK", 0))
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class NotRegularError(OSError):
    """A folder, a pipe, a device: nothing that is read. The words are for the user."""


class TooLargeError(OSError):
    """A file above the limit; holds its size and the limit."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(errno.EFBIG, f"文件太大（{size:,} 字节，最多 {limit:,} 字节）")
        self.size, self.limit = size, limit


def read_regular(path: Path, limit: int = LARGEST_FILE) -> bytes:
    """Read a regular file whole, or raise ``OSError``."""
    try:
        _check(path.stat(), limit)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            _check(status, limit)
            # Room is made for all that is asked for, so no more is than lies there.
            data = file.read(status.st_size + 1)
            if data is not None and len(data) > status.st_size:
                data += file.read(limit + 1 - len(data)) or b""
    except ValueError as error:  # a name that no file can have
        raise NotRegularError(errno.EINVAL, "文件名里有不能用的字符") from error
    # What has nothing to give at once gives None; and a file may have grown while it was read.
    if data is None:
        raise NotRegularError(errno.EAGAIN, "不是普通文件")
    if len(data) > limit:
        raise TooLargeError(len(data), limit)
    return data


def read_private(path: Path, limit: int) -> bytes | None:
    """Read a file of the user's own that nobody else can open; all is asked of what is open.

    ``None``: there is none, or it is not surely the user's.
    """
    try:
        with os.fdopen(os.open(path, _PRIVATE), "rb") as file:
            return file.read(limit) if _is_private(file, limit) else None
    except (OSError, ValueError):
        return None


def map_private(path: Path, limit: int) -> memoryview | None:
    """Lay a file of the user's own, as ``read_private`` reads it, before us without reading it.

    Only the pages that are looked at are taken from the disk.
    """
    import mmap  # noqa: PLC0415 - only for what is large

    try:
        with os.fdopen(os.open(path, _PRIVATE), "rb") as file:
            if not _is_private(file, limit):
                return None
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):
        return None


def create_private(path: Path) -> IO[bytes]:
    """Make a file that nobody else can open, not even for a moment."""
    return os.fdopen(os.open(path, _NEW, stat.S_IRUSR | stat.S_IWUSR), "wb")


def _is_private(file: IO[bytes], limit: int) -> bool:
    """Tell of an open file whether it is the user's own, and closed to others."""
    status = os.fstat(file.fileno())
    _check(status, limit)
    return os.name == "nt" or (status.st_uid == os.getuid() and not status.st_mode & _OTHERS)


def sync_folder(folder: Path) -> None:
    """Let names in a folder outlive a power failure; where the system cannot (Windows, some drives) they may not."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        number = os.open(folder, _FLAGS)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _check(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise NotRegularError(errno.EISDIR, "是文件夹")
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError(errno.EINVAL, "不是普通文件")
    if status.st_size > limit:
        raise TooLargeError(status.st_size, limit)
