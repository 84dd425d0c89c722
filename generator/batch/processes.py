"""Several processes of this machine."""

import os
import time
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import active_children, get_context, util

from generator.batch.unit_of_work import Outcome, Unit
from generator.batch.work import failed, libraries, work
from generator.batch.worker_start import GRACE, STOPPED, begin_worker, without_interrupts

AHEAD = 16  # units that wait per process: enough that none is ever idle


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
        with without_interrupts():
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
        # "spawn" is what Windows has; one way everywhere, and no lock is ever inherited locked.
        context = get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin)


def work_in_worker(unit: Unit) -> Outcome:
    """Build a unit; when the process is asked to end, end it once files are cleared up."""
    try:
        return work(unit)
    except SystemExit:
        os._exit(STOPPED)  # the pool would catch it and go on


def _begin() -> None:
    """Prepare a worker, which keeps at its end what it saw."""
    begin_worker(clears_up=True)
    util.Finalize(None, libraries().keep, exitpriority=0)
