"""The libraries of one process: one per workspace, however many dossiers lie in it."""

from pathlib import Path

from generator.base.problem import Problem
from generator.load.workspace_folder import find_root, read_workspace
from generator.use.library import Library

Found = tuple[Library, tuple[Problem, ...]]


class Libraries:
    """Makes libraries and remembers them by the root of their workspace."""

    def __init__(self) -> None:
        self._found: dict[Path | None, Found] = {}

    def of(self, folder: Path) -> Found:
        """Return the library of a folder's workspace, with the problems of its settings."""
        root = find_root(folder)
        if root not in self._found:
            workspace, problems = read_workspace(root)
            self._found[root] = Library(workspace), problems
        return self._found[root]

    def keep(self) -> None:
        """Keep for the next run what was seen on the way."""
        for library, _ in self._found.values():
            library.keep()
