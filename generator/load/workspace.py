"""Find the workspace of a path: the nearest folder upwards that holds jixiao.toml."""

from dataclasses import dataclass
from pathlib import Path

from generator.base.problem import Problem
from generator.base.reading import shown_path
from generator.base.toml import read_toml
from generator.load.validation import validate
from generator.model.workspace import WorkspaceEntry

WORKSPACE_FILE = "jixiao.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder of dossiers with its settings; ``root`` is ``None`` where there is no jixiao.toml."""

    root: Path | None
    entry: WorkspaceEntry

    def outputs(self, dossier: Path) -> Path:
        """Return the folder for the documents of a dossier."""
        return (self.root or Path.cwd()) / "outputs" / dossier.name


def find_workspace(start: Path) -> tuple[Workspace, tuple[Problem, ...]]:
    """Look for jixiao.toml from a path upwards, then from the current folder upwards."""
    for origin in (start.resolve(), Path.cwd()):
        for folder in (origin, *origin.parents):
            path = folder / WORKSPACE_FILE
            if path.is_file():
                return _read(path)
    return Workspace(None, WorkspaceEntry()), ()


def _read(path: Path) -> tuple[Workspace, tuple[Problem, ...]]:
    source, problems = read_toml(path, shown_path(path))
    if source is None:
        return Workspace(path.parent, WorkspaceEntry()), problems
    entry, faults = validate(WorkspaceEntry, source)
    return Workspace(path.parent, entry or WorkspaceEntry()), (*problems, *faults)
