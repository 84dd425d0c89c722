"""One file on its way, and the desk where it is decided upon."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.model.order import Order
from generator.roundtrip.edit_account import Account
from generator.roundtrip.file_owner import Lying, Standing
from generator.roundtrip.files_record import FileRecord, Record
from generator.roundtrip.our_fault import our_fault
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.state_folder import StateFolder


class Step(NamedTuple):
    """One file on its way: where it goes, what lies there, and what is recorded of it.

    ``base`` is what the record tells of, to be kept for the next comparison; ``kept`` is a person's
    file that stays as it is, with this one beside it. ``fault`` holds the details of a fault of our
    own that was met with it.
    """

    path: Path
    data: bytes | None
    record: FileRecord
    outcome: Outcome
    lying: Lying
    base: bytes | None = None
    kept: tuple[Result, ...] = ()
    problems: tuple[Problem, ...] = ()
    account: Account = ()
    fault: str = ""

    @property
    def is_persons(self) -> bool:
        """Tell whether this changes a person's file, or makes one out of ours."""
        is_theirs = self.lying.standing is Standing.PERSONS or bool(self.record.merged)
        return self.data is not None and is_theirs

    def failed(self, path: Path, outcome: str, error: Exception) -> "Step":
        """Tell a fault of our own that was met at a person's file."""
        problem, details = our_fault(path, outcome, error)
        return self._replace(problems=(problem, *self.problems), fault=self.fault + details)


class Desk(NamedTuple):
    """Where files are decided upon: the folder, the order, what is remembered and kept."""

    target: Path
    order: Order
    record: Record
    state: StateFolder
