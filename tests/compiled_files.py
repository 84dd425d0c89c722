"""Compiled files that Python would believe although their source changed: it looks at whole seconds.

A source that is saved twice within a second, with the same size, looks the same to Python and to pytest
both times. What was compiled in the very second of such a save is therefore compiled once more.
"""

import os
from collections.abc import Iterable
from importlib.util import cache_from_source
from pathlib import Path

_SECOND = 1_000_000_000


def drop_doubtful(folders: Iterable[Path]) -> None:
    """Remove what was compiled before its source, or in the second in which that was saved."""
    for folder in folders:
        for at, below, names in os.walk(folder):
            below[:] = [name for name in below if name != "__pycache__"]
            sources = {name[:-3]: f"{at}/{name}" for name in names if name.endswith(".py")}
            if sources:
                _drop_in(Path(cache_from_source(f"{at}/_.py")).parent, sources)


def _drop_in(compiled: Path, sources: dict[str, str]) -> None:
    try:
        entries = [*os.scandir(compiled)]
    except FileNotFoundError:
        return
    for entry in entries:
        source = sources.get(entry.name.partition(".")[0])
        if source is None:
            continue
        saved, made = Path(source).stat().st_mtime_ns, entry.stat().st_mtime_ns
        if saved // _SECOND >= made // _SECOND:
            Path(entry.path).unlink(missing_ok=True)
