"""Rows of the overview that nobody knows yet, worked out in processes beside the page: it stays free meanwhile."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from generator.batch.cores import cores
from generator.web.served import Row, Served
from generator.web.summary import Summary

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

FEWEST: Final = 8  # rows that are worth the start of processes
_MOST: Final = 4  # processes: each takes a hundred megabytes or two
_IDLE: Final = 60.0  # seconds after which they end
_FEW_SEEN: Final = 1  # dossiers that a process keeps examined: nobody asks for them again
_BEHIND: Final = 5  # how far they step back behind whoever types

FoundT = TypeVar("FoundT")


class RowWorkers:
    """The processes: made when many rows are asked for, ended when none is asked for any more."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._begun: Future[None] | None = None
        self._others: set[int | None] = set()
        self._timer: threading.Timer | None = None

    def begin(self) -> None:
        """Make them: once a row was worked out here, so that what packs say is kept and taken up by all."""
        with self._lock:
            if self._pool is None:
                self._others = {child.pid for child in active_children()}
                self._pool = self._new()
                self._begun = self._pool.submit(_nothing)
            self._go_on()

    def row(self, id: str, folder: Path) -> Row | None:
        """Work a row out beside the page (``None``: they are not ready, or one was lost)."""
        return self._done(_row, id, folder)

    def glance(self, id: str, folder: Path) -> Summary | None:
        """Work out beside the page what can be said soon (``None`` as above)."""
        return self._done(_glance, id, folder)

    def _done(self, work: Callable[[str, Path], FoundT], id: str, folder: Path) -> FoundT | None:
        with self._lock:
            pool = self._pool if self._begun is not None and self._begun.done() else None
            self._go_on()
        try:
            return None if pool is None else pool.submit(work, id, folder).result()
        except (RuntimeError, CancelledError):  # it broke, or was ended meanwhile
            return None

    def close(self) -> None:
        """End them; they are made anew when they are wanted again."""
        with self._lock:
            pool, self._pool, self._begun = self._pool, None, None
            if self._timer is not None:
                self._timer.cancel()
        if pool is None:
            return
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            if child.pid not in self._others:
                child.terminate()  # they only read

    def _go_on(self) -> None:
        """Wait anew for the time when nobody asks any more."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(_IDLE, self.close)
        self._timer.daemon = True
        self._timer.start()

    def _new(self) -> "ProcessPoolExecutor":
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few rows need none
        from multiprocessing import get_context  # noqa: PLC0415 - see above

        from generator.batch.worker_start import without_interrupts  # noqa: PLC0415 - see above

        with without_interrupts():
            return ProcessPoolExecutor(
                min(cores(), _MOST),
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(self._root,),
            )


_served: list[Served] = []  # the one of this process


def _begin(root: Path) -> None:
    from generator.batch.worker_start import begin_worker  # noqa: PLC0415 - only in a worker

    begin_worker()
    if hasattr(os, "nice"):
        os.nice(_BEHIND)
    _served[:] = [Served(root, most_seen=_FEW_SEEN)]


def _nothing() -> None:
    """Tell that a process has begun."""


def _glance(id: str, folder: Path) -> Summary:
    return _served[0].glance(id, folder)


def _row(id: str, folder: Path) -> Row:
    return _served[0].worked_out(id, folder)
