"""Hand out units and take their outcomes, in the order of the units, whoever works at them.

A worker that is killed takes the units down that were under way beside it. Each of them is then
tried once more alone: the one that kills its worker again is the culprit, and all others are done.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, wait
from itertools import islice
from typing import Any

from generator.batch.unit_of_work import Outcome, Unit
from generator.batch.work import lost
from generator.batch.workers import Crew

# Windows cannot interrupt a wait: it is cut into pieces, so that Ctrl-C is heard in between.
PATIENCE = 0.2


def collect(units: Iterable[Unit], crew: Crew) -> Iterator[Outcome]:
    """Give the outcome of every unit, keeping no more of them under way than the crew's window."""
    rest = iter(units)
    under_way: deque[tuple[Unit, Future[Any]]] = deque()
    while True:
        for unit in islice(rest, crew.window - len(under_way)):
            under_way.append((unit, _submitted(unit, crew)))
        if not under_way:
            return
        unit, future = under_way.popleft()
        try:
            outcome = _outcome(unit, future, crew)
        except BrokenExecutor:
            crew.renew()
            suspects = [(unit, future), *under_way]
            under_way.clear()
            yield from (_once_more(*suspect, crew) for suspect in suspects)
        else:
            yield outcome


def _submitted(unit: Unit, crew: Crew) -> "Future[Any]":
    try:
        return crew.submit(unit)
    except BrokenExecutor as error:
        future: Future[Any] = Future()
        future.set_exception(error)
        return future


def _outcome(unit: Unit, future: "Future[Any]", crew: Crew) -> Outcome:
    while not future.done():
        wait([future], timeout=PATIENCE)
    try:
        result = future.result()
    except BrokenExecutor:
        raise
    except (Exception, CancelledError) as error:
        return crew.explain(unit, error)
    return crew.receive(unit, result)


def _once_more(unit: Unit, future: "Future[Any]", crew: Crew) -> Outcome:
    """Take what a unit had come to, or else try it alone."""
    try:
        return _outcome(unit, future, crew)
    except BrokenExecutor:
        pass
    try:
        return _outcome(unit, _submitted(unit, crew), crew)
    except BrokenExecutor:
        crew.renew()
        return lost(unit)
