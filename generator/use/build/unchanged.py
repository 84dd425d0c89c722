"""Tell without any work that nothing changed since the last build."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.model.order import Order
from generator.roundtrip.bring import Base, is_only_look
from generator.roundtrip.earlier import is_of_last
from generator.roundtrip.file_owner import Lying, Standing, look
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.settling import outdated
from generator.roundtrip.state_folder import StateFolder
from generator.roundtrip.version_beside import stands_beside


class Standstill(NamedTuple):
    """The files as they are."""

    results: tuple[Result, ...]
    problems: tuple[Problem, ...]


def nothing_to_do(
    folder: Path, target: Path, order: Order, record: Record, state: str
) -> Standstill | None:
    """Return the files when inputs, packs and program are those of the last build (``None``: build).

    What that build had to say is said again. A new version beside a person's file is unsettled: what
    becomes of it depends on what lies there and what was asked for.
    """
    if not state or record.pending or record.states.get(order.mode) != state:
        return None
    results = []
    for file in record.of_mode(order.mode):
        path = target / file.file
        lying = look(path, (), file.sha256)
        is_earlier = lying.data is not None and not is_of_last(lying.data, file)
        if stands_beside(file) or lying.standing is Standing.FREE or is_earlier:
            return None
        if lying.standing is Standing.PERSONS and order.on_edited == "merge":
            return None  # it may go into a bundle
        try:
            results.append(Result(path, _outcome(lying, file, target)))
        except Exception:
            return None  # it cannot be compared: the build says so
    if not results:
        return None
    if order.mode not in record.told:
        return None
    told = (one.problem(shown_path(folder)) for one in record.told[order.mode])
    return Standstill(tuple(results), (*told, *outdated(record, target)))


def _outcome(lying: Lying, file: FileRecord, target: Path) -> Outcome:
    if lying.standing is Standing.SAME:
        return Outcome.UNCHANGED
    base = Base(file, StateFolder(target).get(file.sha256))
    is_look = lying.data is not None and is_only_look(lying.data, base)
    return Outcome.LAYOUT if is_look else Outcome.KEPT
