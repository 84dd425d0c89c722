"""The pipes of a LibreOffice that was ended: it leaves them behind where it cannot clear up itself."""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

_FOLDERS = ("/tmp", "/var/tmp")  # noqa: S108 - where LibreOffice makes them, whatever it is told


def remove_pipes(
    profile: Path, names: Iterable[str] = (), folders: Iterable[str] = _FOLDERS
) -> None:
    """Remove the pipe by which LibreOffice knows that a profile is in use, and those that we named."""
    if os.name != "posix":
        return  # there they are no files
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    own = "SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
    for folder in folders:
        for name in (own, *names):
            with contextlib.suppress(OSError):
                Path(folder, f"OSL_PIPE_{os.getuid()}_{name}").unlink()
