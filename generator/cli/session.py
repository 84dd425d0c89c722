"""Examine all dossiers that some paths name, with one library per workspace."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from generator.base.problem import Problem

if TYPE_CHECKING:
    from generator.use.check.examine import Examined
    from generator.use.libraries import Libraries
    from generator.use.library import Library


class Session:
    """The dossiers of one run."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        from generator.load.tree import find_dossiers  # noqa: PLC0415 - commands load lazily

        self._libraries: Libraries | None = None
        self.problems: list[Problem] = []
        found: dict[Path, None] = {}
        for path in paths:
            folders, problems = find_dossiers(path)
            found |= dict.fromkeys(folders)
            self.problems += problems
        self.folders: list[Path] = list(found)

    def library(self, folder: Path) -> "Library":
        """Return the library of a folder's workspace."""
        from generator.use.libraries import Libraries  # noqa: PLC0415 - commands load lazily

        if self._libraries is None:
            self._libraries = Libraries()
        library, problems = self._libraries.of(folder)
        self.problems += [problem for problem in problems if problem not in self.problems]
        return library

    def by_library(self) -> "list[tuple[Library, list[Path]]]":
        """Return the folders of each workspace with its library."""
        found: dict[int, tuple[Library, list[Path]]] = {}
        for folder in self.folders:
            library = self.library(folder)
            found.setdefault(id(library), (library, []))[1].append(folder)
        return list(found.values())

    def examined(self) -> "Iterator[Examined]":
        """Examine one dossier after the other."""
        from generator.use.check.examine import examine  # noqa: PLC0415 - commands load lazily

        for folder in self.folders:
            yield examine(folder, self.library(folder))
