"""The state of a whole tree, by which it is told whether what follows from it still holds."""

import os
from collections.abc import Hashable, Mapping
from pathlib import Path

from generator.web.served import Served


def state_of_tree(served: Served, folders: Mapping[str, Path]) -> Hashable:
    """Return the state of all inputs, and of the packs that they follow from."""
    libraries = frozenset(id(served.library(folder)) for folder in folders.values())
    return libraries, tuple((id, _inputs(folder)) for id, folder in folders.items())


def _inputs(folder: Path) -> tuple[tuple[str, int, int], ...]:
    try:
        with os.scandir(folder) as entries:
            found = [own for own in entries if own.name.endswith(".toml")]
            stats = [(own.name, own.stat()) for own in found]
    except OSError:
        return ()
    return tuple(sorted((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats))
