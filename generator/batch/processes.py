"""Several processes of this machine."""

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import active_children, get_context, resource_tracker, util
from types import FrameType

from generator.base.garbage import collect_seldom
from generator.batch.unit_of_work import Outcome, Unit
from generator.batch.work import failed, libraries, work

AHEAD = 16  # units that wait per process: enough that none is ever idle
STOPPED = 143  # the exit code of a process that was asked to end
GRACE = 0.6  # seconds that a worker has to clear up behind itself


class Processes:
    """A pool that can be renewed when a process of it is killed."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._others = {child.pid for child in active_children()}
        self._pool = self._new()

    @property
    def window(self) -> int:
        """Keep every process busy."""
        return AHEAD * self._jobs

    def submit(self, unit: Unit) -> "Future[Outcome]":
        """Take a unit; the pool makes its processes as they are needed."""
        with _without_interrupts():
            return self._pool.submit(work_in_worker, unit)

    def receive(self, unit: Unit, result: Outcome) -> Outcome:
        """Return the outcome as it came."""
        del unit
        return result

    def explain(self, unit: Unit, error: BaseException) -> Outcome:
        """A worker catches everything itself: what comes here is a fault on the way."""
        return failed(unit, error)

    def renew(self) -> None:
        """Take a new pool in place of a broken one."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._new()

    def finish(self) -> None:
        """Wait for the processes to end."""
        self._pool.shutdown(wait=True)

    def abandon(self) -> None:
        """Ask the workers to end now; those that do not are ended."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        mine = [child for child in active_children() if child.pid not in self._others]
        for child in mine:
            child.terminate()
        until = time.monotonic() + GRACE
        for child in mine:
            child.join(max(0.0, until - time.monotonic()))
        for child in mine:
            if child.is_alive():
                child.kill()

    def _new(self) -> ProcessPoolExecutor:
        if os.name != "nt":
            # It makes a process of its own, and while doing so lets interrupts through again.
            resource_tracker.ensure_running()
        # "spawn" is what Windows has; one way everywhere, and no lock is ever inherited locked.
        context = get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while a process is made; it comes right afterwards.

    The new process inherits that, so it is never interrupted before it knows what to do about it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def work_in_worker(unit: Unit) -> Outcome:
    """Build a unit; when the process is asked to end, end it once files are cleared up."""
    try:
        return work(unit)
    except SystemExit:
        os._exit(STOPPED)  # the pool would catch it and go on


def _begin() -> None:
    """Leave Ctrl-C to the main process; end with clearing up when that asks for it."""
    collect_seldom()
    util.Finalize(None, libraries().keep, exitpriority=0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise SystemExit(STOPPED)
