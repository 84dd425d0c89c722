"""The program as one fingerprint: its version, and its code, which may be somebody's working copy."""

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator import __version__
from generator.base.regular_file import LARGEST_KEPT, read_regular

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_state() -> str:
    """Fingerprint the program by its version and its code: the same wherever it lies."""
    digest = hashlib.sha256(__version__.encode())
    add_files(digest, _PACKAGE, sorted(_PACKAGE.rglob("*.py")))
    return digest.hexdigest()


def program_stamp() -> str:
    """Fingerprint the program as it lies here, by sizes and times of its code and not by content.

    It is as sure as what Python believes of the modules that it compiled, and a tenth of the work.
    """
    return f"{__version__} {stamp_of(_PACKAGE, '.py')}"


@cache
def stamp_of(folder: Path, *endings: str) -> str:
    """Fingerprint what the program brings along in a folder: paths, sizes and times of files."""
    stamps = f"{folder} {sorted(_stamps(folder, endings))}"
    return hashlib.sha256(stamps.encode()).hexdigest()


def _stamps(folder: Path, endings: tuple[str, ...]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    folders = [os.fspath(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(endings):
                    status = entry.stat()
                    found.append((entry.path, status.st_size, status.st_mtime_ns))
                elif entry.is_dir() and entry.name != "__pycache__":
                    folders.append(entry.path)
    return found


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
