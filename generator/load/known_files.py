"""What input files said when they were read last: one that stands as it stood is not read again."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

_SETTLED: Final = 100_000_000  # nanoseconds: what is younger may be written again without a trace

Read = Callable[[Path], Any]


class _Stamp(NamedTuple):
    """The state of a file, and whether a further change of it would show."""

    changed: int
    size: int
    node: int


class KnownFiles:
    """Remembers what files said, for a process that looks at the same ones again and again."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, Read], tuple[_Stamp, Any]] = {}

    def read(self, path: Path, read: Read) -> Any:
        """Return what a function reads from a file; it is asked when the file was changed."""
        stamp = _stamp(path)
        known = self._known.get((path, read))
        if stamp is not None and known is not None and known[0] == stamp:
            return known[1]
        found = read(path)
        if stamp is not None and time.time_ns() - stamp.changed > _SETTLED:
            self._known[path, read] = stamp, found
        else:
            self._known.pop((path, read), None)
        return found


def _stamp(path: Path) -> _Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None  # reading says what is wrong
    return _Stamp(state.st_mtime_ns, state.st_size, state.st_ino)
