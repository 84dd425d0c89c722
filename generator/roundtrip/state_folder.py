"""The state folder: what files of persons were before a command changed them, and what we wrote last.

Its files are named by their digests, without an ending: nobody takes one for a document and sends it.
What does not fit its name, be it damaged or foreign, counts as not there.
"""

import contextlib
import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.base.pattern import Pattern
from generator.base.problem import Problem
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.writing import Lasting, write_atomically
from generator.load.workspace_folder import Workspace

STATE_FOLDER = ".jixiao"
_BLOB = Pattern(r"[0-9a-f]{64}")
# A workspace has one itself; folders of dossiers and of outputs (also ``-o``) lie up to two below it.
HOMES_DEPTH = 2  # how far below a workspace what has a state folder lies: outputs/某单位


class StateFolder:
    """The state folder of a home: of the record of a dossier, or of a workspace of inputs."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / STATE_FOLDER

    def put(self, data: bytes) -> str:
        """Keep a base copy, if there is a place for it: losing it costs comfort and no words."""
        name = hashlib.sha256(data).hexdigest()
        if not self._has(name, len(data)):
            write_atomically(self.path / name, data, lasting=Lasting.NOT)
        return name

    def keep(self, data: bytes) -> Problem | None:
        """Keep what a person's file is before it is changed; a problem is a reason not to change it."""
        name = hashlib.sha256(data).hexdigest()
        return None if self.get(name) == data else write_atomically(self.path / name, data)

    def get(self, name: str) -> bytes | None:
        """Return what was kept under a digest, proven to be it."""
        if not _BLOB.fullmatch(name):
            return None
        try:
            data = read_regular(self.path / name, LARGEST_KEPT)
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == name else None

    def collect(self, used: Collection[str]) -> None:
        """Remove what nothing refers to; what does not look like ours stays."""
        for path in self._blobs():
            if path.name not in used:
                with contextlib.suppress(OSError):
                    path.unlink()

    def size(self) -> int:
        """Return how many bytes lie here."""
        total = 0
        with contextlib.suppress(OSError):
            for path in self.path.iterdir():
                total += path.stat().st_size
        return total

    def _has(self, name: str, length: int) -> bool:
        try:
            return (self.path / name).stat().st_size == length
        except OSError:
            return False

    def _blobs(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from [path for path in self.path.iterdir() if _BLOB.fullmatch(path.name)]


def state_of(workspace: Workspace) -> Path | None:
    """Return where the state folder of a workspace is, or would be."""
    return None if workspace.root is None else workspace.root / STATE_FOLDER


def state_folders(root: Path) -> list[StateFolder]:
    """Find the state folders of a workspace, or of a folder of outputs."""
    depths = ("*/" * depth for depth in range(HOMES_DEPTH + 1))
    found = {path.parent for depth in depths for path in root.glob(f"{depth}{STATE_FOLDER}")}
    return [StateFolder(home) for home in sorted(found)]
