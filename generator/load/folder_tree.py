"""Folders below a folder, each once by whatever links it is reached; one that cannot be looked into is told."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.system_words import system_words
from generator.model.input_files import UNIT_FILE

_TRY_LINK = "请改正或删去这个链接"
_DEEPEST = 1000  # no path of a system is so deep


class FolderTree:
    """Goes through folders, hidden ones left out; each once, by whatever links it is reached."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.closed: list[Problem] = []  # those of them that are no lost links
        self._seen: set[tuple[int, int] | str] = set()

    def walk(
        self, start: Path, depth: int = _DEEPEST
    ) -> Iterator[tuple[Path, list[os.DirEntry[str]]]]:
        """Give the folders with what lies in each, down to a depth."""
        waiting = [(start, 0)]
        while waiting:
            folder, level = waiting.pop()
            if not self._is_new(folder):
                continue
            try:
                with os.scandir(folder) as entries:
                    names = sorted(entries, key=lambda entry: entry.name)
            except FileNotFoundError:
                continue  # it went meanwhile
            except OSError as error:
                self._tell(folder, error)
                continue
            yield folder, names
            if level < depth:
                below = (e for e in names if not e.name.startswith(".") and self._is_folder(e))
                waiting += [(Path(entry.path), level + 1) for entry in below]

    def _is_folder(self, entry: os.DirEntry[str]) -> bool:
        try:
            if entry.is_dir():
                return True
            is_lost = entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 - an entry has a path in words
        except OSError as error:
            self._tell(Path(entry.path), error)
            return False
        if is_lost and entry.name != UNIT_FILE and not entry.name.endswith(".toml"):
            # A link to a file of inputs that is not there is told when that is read.
            shown = shown_path(Path(entry.path))
            self.problems.append(folder_problem(shown, "这个链接指向的文件夹或文件不在", _TRY_LINK))
        return False

    def _tell(self, path: Path, error: OSError) -> None:
        problem = unreadable(path, error)
        self.problems.append(problem)
        self.closed.append(problem)

    def _is_new(self, folder: Path) -> bool:
        """Tell whether a folder was not met yet, under this name or another."""
        try:
            state = folder.stat()
            # Some network drives number nothing.
            key = (state.st_dev, state.st_ino) if state.st_ino else os.path.realpath(folder)
        except OSError:
            return True  # what is wrong with it is told when it is opened
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def unreadable(path: Path, error: OSError) -> Problem:
    """Tell that something could not be looked into."""
    why = "没有权限" if isinstance(error, PermissionError) else system_words(error)
    return folder_problem(shown_path(path), f"打不开（{why}）", "请检查权限，或先把它移走")


def folder_problem(shown: str, message: str, hint: str) -> Problem:
    """Tell what is wrong with a folder."""
    return Problem("I01", Severity.ERROR, f"{shown}：{message}", Place(shown), hint)


def closed_folders(start: Path, depth: int = _DEEPEST) -> list[Problem]:
    """Tell which folders at and below a place cannot be looked into."""
    tree = FolderTree()
    for _ in tree.walk(start, depth):
        pass
    return tree.closed
