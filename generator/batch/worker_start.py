"""How a process that works for another begins: it leaves Ctrl-C to that one, and does not outlive it."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Iterator
from multiprocessing import parent_process, resource_tracker
from multiprocessing.process import BaseProcess
from types import FrameType

from generator.base.garbage import collect_seldom

STOPPED = 143  # the exit code of a process that was asked to end
GRACE = 0.6  # seconds that a worker has to clear up behind itself


@contextlib.contextmanager
def without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while a process is made; it comes right afterwards.

    The new process inherits that, so it is never interrupted before it knows what to do about it.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It makes a process of its own, and while doing so lets interrupts through again.
    resource_tracker.ensure_running()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def begin_worker(*, clears_up: bool = False) -> None:
    """Prepare a process that was just made; one that writes clears up behind itself when it is to end."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if clears_up:
        signal.signal(signal.SIGTERM, _stop)
    parent = parent_process()
    if parent is not None:
        with contextlib.suppress(RuntimeError):  # no thread is to be had: it works all the same
            threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: "BaseProcess") -> None:
    """End when the main process is gone: one that was killed tells nobody, and its workers would wait for ever."""
    parent.join()
    if os.name != "nt":
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE)
    os._exit(STOPPED)


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise SystemExit(STOPPED)
