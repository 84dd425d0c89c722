"""The state of files, by which it is told whether what follows from them must be worked out anew."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Signature = tuple[tuple[str, int, int], ...]


def entries_of(folder: Path) -> Signature:
    """Return the state of all files of a folder at one look; empty for one that is not there."""
    try:
        with os.scandir(folder) as entries:
            found = [(e.name, (state := e.stat()).st_mtime_ns, state.st_size) for e in entries]
    except OSError:
        return ()
    return tuple(sorted(found))


def inputs_of(folder: Path) -> Signature:
    """Return the state of the inputs of a dossier."""
    return tuple(own for own in entries_of(folder) if own[0].endswith(".toml"))


def packs_of(root: Path) -> Signature:
    """Return the state of the settings and packs of a workspace."""
    return _files(_packs(root))


def _packs(root: Path) -> Iterator[Path]:
    yield root / "jixiao.toml"
    yield from sorted(p for p in (root / "templates").rglob("*") if p.suffix in (".toml", ".docx"))


def _files(files: Iterable[Path]) -> Signature:
    found = []
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        found.append((file.name, state.st_mtime_ns, state.st_size))
    return tuple(found)
