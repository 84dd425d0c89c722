"""Dossiers that were imported on the page: taken back as long as nobody worked on them."""

import contextlib
import threading
from pathlib import Path
from typing import Final

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.base.writing import remove_if_unchanged
from generator.roundtrip.manifest import digest

_MOST: Final = 50


class TakenFolders:
    """The folders that were written since the start, with what was written in them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[Path, dict[Path, str]] = {}

    def put(self, folder: Path) -> None:
        """Remember a folder as it was written."""
        files = {path: digest(read_regular(path)) for path in _files(folder)}
        with self._lock:
            self._known[folder] = files
            for old in [*self._known][:-_MOST]:
                del self._known[old]

    def is_untouched(self, folder: Path) -> bool:
        """Tell whether a folder holds what was written into it, and nothing else."""
        with self._lock:
            known = self._known.get(folder)
        if not known or {*_files(folder)} != {*known}:
            return False
        return all(digest(read_regular(path)) == own for path, own in known.items())

    def remove(self, folder: Path) -> tuple[Problem, ...]:
        """Take a folder away again; a file that is another one by now stays."""
        with self._lock:
            known = self._known.pop(folder, {})
        faults = [remove_if_unchanged(path, own) for path, own in known.items()]
        folders = {path.parent for path in known} | {folder}
        for own in sorted(folders, key=lambda own: len(own.parts), reverse=True):
            with contextlib.suppress(OSError):  # something lies there that is not ours
                own.rmdir()
        return tuple(fault for fault in faults if fault is not None)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
