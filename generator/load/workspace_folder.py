"""Find the workspace of a path: the nearest folder upwards that holds jixiao.toml."""

from pathlib import Path
from typing import NamedTuple

from generator.base.filenames import folder_name
from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.base.toml import read_toml
from generator.load.folder_tree import closed_folders
from generator.load.packaged import packaged_templates
from generator.load.validation import validate
from generator.model.workspace import WorkspaceEntry

WORKSPACE_FILE = "jixiao.toml"


class Workspace(NamedTuple):
    """A folder of dossiers with its settings; ``root`` is ``None`` where there is no jixiao.toml."""

    root: Path | None
    entry: WorkspaceEntry

    def outputs(self, dossier: Path) -> Path:
        """Return the folder for the documents of a dossier."""
        return (self.root or Path.cwd()) / "outputs" / folder_name(dossier)


def find_workspace(start: Path) -> tuple[Workspace, tuple[Problem, ...]]:
    """Look for jixiao.toml from a path upwards, then from the current folder upwards."""
    return read_workspace(find_root(start))


def find_root(start: Path) -> Path | None:
    """Find the folder that holds jixiao.toml, without reading it."""
    for origin in (start.resolve(), Path.cwd()):
        for folder in (origin, *origin.parents):
            if (folder / WORKSPACE_FILE).is_file():
                return folder
    return None


def read_workspace(root: Path | None) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the settings of a workspace (``None``: there is none)."""
    if root is None:
        return Workspace(None, WorkspaceEntry()), ()
    path = root / WORKSPACE_FILE
    source, problems = read_toml(path, shown_path(path))
    problems = (*problems, *_closed_templates(root))
    if source is None:
        return Workspace(path.parent, WorkspaceEntry()), problems
    entry, faults = validate(WorkspaceEntry, source)
    return Workspace(path.parent, entry or WorkspaceEntry()), (*problems, *faults)


def _closed_templates(root: Path) -> list[Problem]:
    """Tell which folders of its own templates cannot be looked into: their packs would be missed."""
    templates = root / "templates"
    if not templates.exists() or templates.resolve() == packaged_templates():
        return []
    return closed_folders(templates)
