"""The dossiers of the folder that is served, by the ids that addresses name them with."""

import hashlib
import os
import threading
import time
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.problem import Problem
from generator.load.dossier_folders import find_dossiers
from generator.model.input_files import UNIT_FILE

_ID_LENGTH: Final = 10
_PAUSE: Final = 1.0  # seconds for which a walk holds for ids that nobody knows


class Walked(NamedTuple):
    """The dossiers of the tree by their ids, and what was wrong with the tree itself."""

    folders: dict[str, Path]
    problems: tuple[Problem, ...]


class Tree:
    """Finds dossiers: the whole tree is walked for the overview, a known one is found at once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._walked = Walked({}, ())
        self._when = -_PAUSE

    def walk(self) -> Walked:
        """Walk the tree."""
        with self._lock:
            found, problems = find_dossiers(self._root)
            folders = {dossier_id(self._root, folder): folder for folder in found}
            self._walked, self._when = Walked(folders, problems), time.monotonic()
            return self._walked

    def folder(self, id: str) -> Path | None:
        """Return the folder of a dossier; an id is looked up and never taken for a path."""
        known = self._walked.folders.get(id)
        if known is not None and (known / UNIT_FILE).is_file():
            return known
        if known is None and time.monotonic() - self._when < _PAUSE:
            return None
        return self.walk().folders.get(id)


def dossier_id(root: Path, folder: Path) -> str:
    """Return the id of a dossier: of its place in the tree, alike on every start."""
    place = os.path.relpath(folder, root).replace(os.sep, "/")
    return hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:_ID_LENGTH]
