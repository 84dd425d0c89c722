"""Examine all dossiers that some paths name, with one library per workspace."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.base.own_fault import OwnFault, fault_at
from generator.base.problem import Problem
from generator.cli.exit_code import ExitCode, exit_code
from generator.cli.output import say

if TYPE_CHECKING:
    from generator.use.check.examine import Examined
    from generator.use.libraries import Libraries
    from generator.use.library import Library

MadeT = TypeVar("MadeT")


class Session:
    """The dossiers of one run: what goes wrong with one of them stops nothing at the others."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        from generator.load.dossier_folders import find_dossiers  # noqa: PLC0415 - commands load lazily

        self._libraries: Libraries | None = None
        self.problems: list[Problem] = []
        self.details: list[str] = []  # of faults of our own
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

    def each(
        self,
        doing: str,
        work: "Callable[[Path, Library], MadeT]",
        folders: Iterable[Path] | None = None,
    ) -> Iterator[MadeT]:
        """Work at one dossier after the other; one at which it cannot be done is told and passed over."""
        for folder in self.folders if folders is None else folders:
            try:
                made = work(folder, self.library(folder))
            except Exception as error:
                self._tell(fault_at(folder, doing, error))
            else:
                yield made

    def together(
        self, doing: str, folders: Sequence[Path], work: Callable[[Sequence[Path]], MadeT]
    ) -> MadeT | None:
        """Work at dossiers all at once; should that fail, without those at which it fails alone."""
        try:
            return work(folders)
        except Exception:
            sound = [*self.each(doing, lambda folder, _: (work([folder]), folder)[1], folders)]
            if len(sound) == len(folders):
                raise
            return work(sound) if sound else None

    def _tell(self, fault: OwnFault) -> None:
        if fault.problem not in self.problems:
            self.problems.append(fault.problem)
            self.details.append(fault.details)

    def examined(self) -> "Iterator[Examined]":
        """Examine one dossier after the other."""
        from generator.use.check.examine import examine  # noqa: PLC0415 - commands load lazily

        yield from self.each("检查", examine)

    def say_problems(self) -> None:
        """Tell what could not be looked into or done, where the answer is no list of problems."""
        for problem in self.problems:
            say(f"{problem.message}。{problem.hint}", err=True)

    def exit_code(self, problems: Iterable[Problem] = (), *, is_done: bool = True) -> ExitCode:
        """Return what the command ends in, whose own problems are given."""
        return exit_code([*self.problems, *problems], is_done=is_done, details=self.details)
