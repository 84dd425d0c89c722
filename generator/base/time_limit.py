"""How long the reading of one file may take; asked at every step of it."""

import time

from generator.base.archive import UnsafePackageError

SECONDS = 60.0


class TimeLimit:
    """Begins when it is made."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds, self._end = seconds, time.monotonic() + seconds

    def check(self) -> None:
        """Raise ``UnsafePackageError`` when the time is over."""
        if time.monotonic() > self._end:
            message = f"文件读了 {self._seconds:g} 秒还没有读完，已停止"
            raise UnsafePackageError(message, "请分成几个文件，或只留要用的部分")
