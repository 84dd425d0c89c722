"""Many files that others wrote, looked at in several processes; what is said of them comes in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator.base.garbage import collect_seldom, keep_loaded
from generator.batch.cores import cores

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    from generator.use.audit.auditor import Auditor, AuditOrder
    from generator.use.import_.importing import Importer, ImportOrder

FEWEST = 24  # for fewer files a second process is not worth its start
_AHEAD = 8  # files that wait per process

LookedT = TypeVar("LookedT")
LookedT_co = TypeVar("LookedT_co", covariant=True)


class Looker(Protocol[LookedT_co]):
    """Looks at one file."""

    def look(self, path: Path) -> LookedT_co:
        """Say what is in a file."""
        ...


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


def look_at_all(
    looker: Looker[LookedT],
    make: Callable[[], Looker[LookedT]],
    paths: Sequence[Path],
    jobs: int,
    advance: Callable[[], None],
) -> Iterator[LookedT]:
    """Look at files, with one looker here or one in each process."""
    keep_loaded()
    for looked in map(looker.look, paths) if jobs <= 1 else _in_processes(make, paths, jobs):
        yield looked
        advance()


def _in_processes(
    make: Callable[[], Looker[LookedT]], paths: Sequence[Path], jobs: int
) -> Iterator[LookedT]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - one file needs none
    from multiprocessing import get_context  # noqa: PLC0415 - see above

    # "spawn" is what Windows has; one way everywhere, and no lock is ever inherited locked.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(make,)
    )
    try:
        yield from _in_order(pool, paths, jobs * _AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(pool: "ProcessPoolExecutor", paths: Sequence[Path], ahead: int) -> Iterator[Any]:
    """Look at files some way ahead of what is asked for."""
    waiting: deque[Future[Any]] = deque()
    for path in paths:
        waiting.append(pool.submit(_look, path))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_lookers: list[Looker[Any]] = []  # the one of this process


def _begin(make: Callable[[], Looker[Any]]) -> None:
    collect_seldom()
    _lookers[:] = [make()]
    keep_loaded()


def _look(path: Path) -> Any:
    return _lookers[0].look(path)


def _auditor(root: Path | None, order: "AuditOrder") -> "Auditor":
    from generator.load.workspace import read_workspace  # noqa: PLC0415 - only in a worker
    from generator.use.audit.auditor import Auditor  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    return Auditor(Library(read_workspace(root)[0]), order)


def _importer(root: Path | None, order: "ImportOrder") -> "Importer":
    from generator.load.workspace import read_workspace  # noqa: PLC0415 - only in a worker
    from generator.use.import_.importing import Importer  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    return Importer(Library(read_workspace(root)[0]), order)
