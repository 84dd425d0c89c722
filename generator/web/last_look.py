"""What the overview said when somebody last looked, kept for the next start: as far as it still holds."""

import hashlib
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.base import cache
from generator.load.packaged import packaged_stamp
from generator.web.stamps import Signature
from generator.web.summary import Summary

_PAUSE: Final = 5.0  # seconds between two times that it is written

Known = dict[str, tuple[str, Summary]]  # by folder: the state of its files, and what was said


class LastLook:
    """The rows of one tree; what rests on other files than there are now is not known."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._known: Known | None = None
        self._is_new = False
        self._when = time.monotonic()

    def has(self, folder: Path) -> bool:
        """Tell whether anything was said of a dossier, be it that it no longer holds."""
        with self._lock:
            return str(folder) in self._rows()

    def of(self, folder: Path, state: Iterable[Signature]) -> Summary | None:
        """Return what was said of a dossier, if its files and its packs are as they were."""
        with self._lock:
            known = self._rows().get(str(folder))
        return known[1] if known is not None and known[0] == _digest(state) else None

    def put(self, folder: Path, state: Iterable[Signature], summary: Summary) -> None:
        """Remember what is said of a dossier; from time to time it is written."""
        with self._lock:
            self._rows()[str(folder)] = (_digest(state), summary)
            self._is_new = True
            is_time = time.monotonic() - self._when > _PAUSE
        if is_time:
            self.keep()

    def keep(self) -> None:
        """Write it for the next start."""
        with self._lock:
            if self._is_new:
                cache.keep(self._key(), self._rows())
            self._is_new, self._when = False, time.monotonic()

    def _rows(self) -> Known:
        if self._known is None:
            found = cache.load_values(self._key())
            self._known = found if isinstance(found, dict) else {}
        return self._known

    def _key(self) -> str:
        packaged = packaged_stamp().encode()
        return cache.cache_key((), b"overview", os.fsencode(self._root), packaged)


def _digest(state: Iterable[Signature]) -> str:
    return hashlib.sha256(repr([*state]).encode("utf-8", "surrogatepass")).hexdigest()
