"""Many files that others wrote, looked at in several processes; what is said of them comes in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from generator.base.garbage import keep_loaded
from generator.base.shortage import WorkerLostError
from generator.batch.cores import cores

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from generator.use.audit.auditor import Auditor, AuditOrder
    from generator.use.import_.importing import Importer, ImportOrder

FEWEST = 24  # for fewer files a second process is not worth its start
_AHEAD = 8  # files that wait per process

LookerT = TypeVar("LookerT")
ItemT = TypeVar("ItemT")
FoundT = TypeVar("FoundT")


def auditors(root: Path | None, order: "AuditOrder") -> Callable[[], "Auditor"]:
    """Return what makes an auditor in a process of its own."""
    return partial(_auditor, root, order)


def importers(root: Path | None, order: "ImportOrder") -> Callable[[], "Importer"]:
    """Return what makes an importer in a process of its own."""
    return partial(_importer, root, order)


def jobs_for(wanted: int, files: int) -> int:
    """Return how many processes look at so many files (``wanted`` 0: as many as are worth it)."""
    if wanted:
        return min(wanted, files)
    return min(cores(), files) if files >= FEWEST else 1


class Lookers(Generic[LookerT]):
    """One who looks at files here, or one in each of several processes; to be used in a ``with``."""

    def __init__(self, here: LookerT, make: Callable[[], LookerT], jobs: int) -> None:
        """Take who looks here, and what makes one in a process of its own."""
        self._here = here
        self._make, self._jobs = make, jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        """Start the processes, if there are to be any."""
        keep_loaded()
        if self._jobs > 1:
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one file needs none
            from multiprocessing import get_context  # noqa: PLC0415 - see above

            # "spawn" is what Windows has; one way everywhere, and no lock is ever inherited locked.
            self._pool = ProcessPoolExecutor(
                self._jobs,
                mp_context=get_context("spawn"),
                initializer=_begin,
                initargs=(self._make,),
            )
        return self

    def __exit__(self, *error: object) -> None:
        """Let the processes end."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def each(
        self,
        work: Callable[[LookerT, ItemT], FoundT],
        items: Sequence[ItemT],
        advance: Callable[[], None],
    ) -> Iterator[FoundT]:
        """Do one work of a looker for many things, wherever it is done in their order."""
        do = partial(work, self._here)
        for found in map(do, items) if self._pool is None else self._ahead(self._pool, work, items):
            yield found
            advance()

    def _ahead(
        self,
        pool: "ProcessPoolExecutor",
        work: Callable[[LookerT, ItemT], FoundT],
        items: Sequence[ItemT],
    ) -> Iterator[FoundT]:
        """Have it done some way ahead of what is asked for."""
        from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - see above

        from generator.batch.worker_start import without_interrupts  # noqa: PLC0415 - see above

        waiting: deque[Future[FoundT]] = deque()
        try:
            for item in items:
                with without_interrupts():
                    waiting.append(pool.submit(_do, work, item))
                if len(waiting) >= self._jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenExecutor as error:
            raise WorkerLostError from error


_lookers: list[Any] = []  # the one of this process


def _begin(make: Callable[[], Any]) -> None:
    from generator.batch.worker_start import begin_worker  # noqa: PLC0415 - only in a worker

    begin_worker()
    _lookers[:] = [make()]
    keep_loaded()


def _do(work: Callable[[Any, ItemT], FoundT], item: ItemT) -> FoundT:
    return work(_lookers[0], item)


def _auditor(root: Path | None, order: "AuditOrder") -> "Auditor":
    from generator.load.workspace_folder import read_workspace  # noqa: PLC0415 - only in a worker
    from generator.use.audit.auditor import Auditor  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    return Auditor(Library(read_workspace(root)[0]), order)


def _importer(root: Path | None, order: "ImportOrder") -> "Importer":
    from generator.load.workspace_folder import read_workspace  # noqa: PLC0415 - only in a worker
    from generator.use.import_.importing import Importer  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    return Importer(Library(read_workspace(root)[0]), order)
