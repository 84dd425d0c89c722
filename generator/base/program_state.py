"""The program as one fingerprint: its version, and its code, which may be somebody's working copy."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator import __version__
from generator.base.regular_file import LARGEST_KEPT, read_regular

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_state() -> str:
    """Fingerprint the program by its version and its code."""
    digest = hashlib.sha256(__version__.encode())
    add_files(digest, _PACKAGE, sorted(_PACKAGE.rglob("*.py")))
    return digest.hexdigest()


def add_files(digest: "hashlib._Hash", root: Path, files: Iterable[Path]) -> None:
    """Add names and contents of files to a fingerprint."""
    for path in files:
        try:
            content = read_regular(path, LARGEST_KEPT)
        except OSError:
            content = b"unreadable"
        name = path.relative_to(root).as_posix().encode()
        digest.update(f"{len(name)} {len(content)}\n".encode())
        digest.update(name)
        digest.update(content)
