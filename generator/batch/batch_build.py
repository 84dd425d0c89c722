"""Build many dossiers: here, or with a crew once that pays."""

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.batch.cores import cores
from generator.batch.unit_of_work import Outcome, Unit
from generator.batch.work import build_unit
from generator.use.libraries import Libraries

if TYPE_CHECKING:
    from generator.batch.workers import Crew

# What it takes until a second process is of any use: it loads the program and prepares templates.
START_UP = 0.6


def run(units: Sequence[Unit], jobs: int | None = None) -> Iterator[Outcome]:
    """Give the outcome of every unit, in order.

    Without a wish for ``jobs`` the work is begun here, and processes are taken as soon as what is
    left would take longer than they take to start: a single dossier or a tree in which nothing
    changed never pays for them.
    """
    done = 0
    if jobs is None or jobs == 1 or len(units) < 2:
        for outcome in _here(units, until_it_pays=jobs is None):
            yield outcome
            done += 1
    if done < len(units):
        from generator.batch.processes import Processes  # noqa: PLC0415 - slow to load

        yield from run_with(Processes(jobs or cores()), units[done:])


def run_with(crew: "Crew", units: Sequence[Unit]) -> Iterator[Outcome]:
    """Give the outcome of every unit with a crew; when the run is broken off, the crew stops too."""
    from generator.batch.schedule import collect  # noqa: PLC0415 - slow to load

    try:
        yield from collect(units, crew)
    except BaseException:
        crew.abandon()
        raise
    crew.finish()


def pays(elapsed: float, done: int, left: int, jobs: int) -> bool:
    """Tell whether more processes would be done with the rest earlier, start included."""
    alone = elapsed / done * left
    return jobs > 1 and START_UP + alone / jobs < alone


def _here(units: Sequence[Unit], *, until_it_pays: bool) -> Iterator[Outcome]:
    shelf = Libraries()
    start = time.perf_counter()
    begun = start
    for number, unit in enumerate(units, 1):
        yield build_unit(unit, shelf)
        now = time.perf_counter()
        if number == 1:
            begun = now  # the first one loads the program and prepares templates for all
        elif until_it_pays and _is_worth_it(now - begun, number - 1, len(units) - number):
            break
    shelf.keep()


def _is_worth_it(elapsed: float, done: int, left: int) -> bool:
    return pays(elapsed, done, left, cores())
