"""Tell without any work that nothing changed since the last build."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.reading import shown_path
from generator.model.order import Order
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.record import Record
from generator.roundtrip.standing import Standing, standing_of
from generator.roundtrip.told import problems_from_data


class Standstill(NamedTuple):
    """The files as they are."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]


def nothing_to_do(
    folder: Path, target: Path, order: Order, record: Record, state: str
) -> Standstill | None:
    """Return the files when inputs, packs and program are those of the last build (``None``: build).

    What that build had to say is said again.
    """
    if not state or record.pending or record.states.get(order.mode) != state:
        return None
    results = []
    for file in record.of_mode(order.mode):
        path = target / file.file
        standing = standing_of(path, file, file.sha256, ())
        if standing in (Standing.FREE, Standing.OURS):
            return None
        outcome = Outcome.UNCHANGED if standing is Standing.SAME else Outcome.KEPT
        results.append(Result(path, outcome))
        if order.wants_pdf and not path.with_suffix(".pdf").exists():
            return None
    if not results:
        return None
    try:
        told = problems_from_data(record.told.get(order.mode, ()), shown_path(folder))
    except (TypeError, ValueError):
        return None
    return Standstill(tuple(results), told)
