"""Exchange two files in one step, where the system can: nothing that lay there is ever without a name."""

import errno
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_CURRENT, _LINUX_EXCHANGE, _DARWIN_SWAP = -100, 2, 2
# What systems and drives say that cannot do it.
_CANNOT = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})

Exchanger = Callable[[bytes, bytes], int]


def exchange(one: Path, other: Path) -> bool:
    """Let two files change names; ``False`` where that cannot be done in one step."""
    call = _exchanger()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    import ctypes  # noqa: PLC0415 - only where a file of a person is replaced

    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


@cache
def _exchanger() -> Exchanger | None:
    """Find the call of the system that does it: on Linux and macOS, and not in Python itself."""
    if sys.platform not in ("linux", "darwin"):
        return None
    import ctypes  # noqa: PLC0415 - see above

    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux":
        linux = getattr(library, "renameat2", None)
        if linux is None:
            return None
        linux.argtypes = [
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_uint,
        ]
        return lambda one, other: int(linux(_AT_CURRENT, one, _AT_CURRENT, other, _LINUX_EXCHANGE))
    darwin = getattr(library, "renamex_np", None)
    if darwin is None:
        return None
    darwin.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint]
    return lambda one, other: int(darwin(one, other, _DARWIN_SWAP))
