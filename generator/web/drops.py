"""Files that were dropped on the page, kept aside until somebody says what becomes of them."""

import secrets
import tempfile
import threading
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.filenames import safe_name

_MOST_BATCHES: Final = 8
_MOST_FILES: Final = 40
_MOST_BYTES: Final = 128 * 1024 * 1024


class Batch(NamedTuple):
    """Files that were dropped together."""

    folder: tempfile.TemporaryDirectory[str]
    sizes: dict[str, int]

    @property
    def path(self) -> Path:
        """Return where they lie."""
        return Path(self.folder.name)


class Drops:
    """The last batches, by keys that nobody can guess."""

    def __init__(self) -> None:
        self._batches: dict[str, Batch] = {}
        self._lock = threading.Lock()

    def put(self, key: str, name: str, data: bytes) -> tuple[str, tuple[str, ...]] | None:
        """Put a file into a batch, a new one where the key names none; ``None``: it holds no more."""
        with self._lock:
            batch = self._batches.get(key)
            if batch is None:
                folder = tempfile.TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True)
                key, batch = secrets.token_urlsafe(12), Batch(folder, {})
                self._batches[key] = batch
                for old in [*self._batches][:-_MOST_BATCHES]:
                    self._batches.pop(old).folder.cleanup()
            own = last_name(name)
            others = sum(size for other, size in batch.sizes.items() if other != own)
            is_new = own not in batch.sizes
            if others + len(data) > _MOST_BYTES or (is_new and len(batch.sizes) >= _MOST_FILES):
                return None
            (batch.path / own).write_bytes(data)
            batch.sizes[own] = len(data)
            return key, tuple(batch.sizes)

    def folder(self, key: str) -> Path | None:
        """Return where the files of a batch lie; a key is looked up and never taken for a path."""
        batch = self._batches.get(key)
        return None if batch is None else batch.path

    def stamps(self, key: str) -> tuple[str, ...]:
        """Return what tells the files of a batch from what it held before: names, sizes and times."""
        folder = self.folder(key)
        if folder is None:
            return ()
        known = [(own.name, own.stat()) for own in sorted(folder.iterdir())]
        return tuple(f"{name} {at.st_size} {at.st_mtime_ns}" for name, at in known)

    def drop(self, key: str) -> None:
        """Let a batch go."""
        with self._lock:
            batch = self._batches.pop(key, None)
        if batch is not None:
            batch.folder.cleanup()


def last_name(name: str) -> str:
    """Return the last part of a name, without what no file may be called."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, kind = last.rpartition(".")
    return f"{safe_name(stem)}.{safe_name(kind)}" if dot else safe_name(last)
