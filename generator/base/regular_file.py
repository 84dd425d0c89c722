"""The one way in which a file is opened for reading: a regular file, up to a size, without waiting.

A pipe would keep us waiting for ever and a device would never end; what lies there is looked at
before it is opened, for opening alone can do something, and again after, for it may have changed.
"""

import errno
import os
import stat
from pathlib import Path

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
            _check(os.fstat(file.fileno()), limit)
            data = file.read(limit + 1)
    except ValueError as error:  # a name that no file can have
        raise NotRegularError(errno.EINVAL, "文件名里有不能用的字符") from error
    # What has nothing to give at once gives None; and a file may have grown while it was read.
    if data is None:
        raise NotRegularError(errno.EAGAIN, "不是普通文件")
    if len(data) > limit:
        raise TooLargeError(len(data), limit)
    return data


def _check(status: os.stat_result, limit: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise NotRegularError(errno.EISDIR, "是文件夹")
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularError(errno.EINVAL, "不是普通文件")
    if status.st_size > limit:
        raise TooLargeError(status.st_size, limit)
