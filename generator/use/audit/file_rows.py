"""A row for each audited file: its unit, what was found in it by severity, and what was not read of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem, Severity
from generator.read.given_answers import Account
from generator.use.audit.found import Audited, AuditedUnit
from generator.use.audit.units_of_files import FEW

_OF_READING = ("D", "I")
_UNREAD_COLUMN = "D07"


class Counts(NamedTuple):
    """How many problems there are of each severity; accepted ones apart."""

    error: int = 0
    warning: int = 0
    note: int = 0
    accepted: int = 0

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> "Counts":
        """Count problems."""
        found = Counter(p.severity for p in problems if not p.accepted)
        accepted = sum(bool(p.accepted) for p in problems)
        return cls(**{str(severity): found[severity] for severity in Severity}, accepted=accepted)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Sort by this: the worst first."""
        return (-self.error, -self.warning, -self.note)


class FileRow(NamedTuple):
    """One file."""

    file: str
    units: tuple[AuditedUnit, ...]  # a list of projects may be of several
    counts: Counts
    account: Account
    columns: int  # that nobody understood
    stopped: str  # why it was not read, or not to its end

    @property
    def unit(self) -> str:
        """Return the names of the units."""
        return "、".join(dict.fromkeys(unit.name for unit in self.units if unit.name))

    @property
    def year(self) -> int | None:
        """Return the year."""
        return next((unit.year for unit in self.units), None)

    @property
    def unread(self) -> str:
        """Say what was not understood: cells and paragraphs, and whole columns."""
        cells = self.account.count("unread")
        told = [f"{cells} 格"] if cells else []
        return "，".join([*told, *([f"{self.columns} 栏"] if self.columns else [])])

    def as_data(self) -> JsonObject:
        """Lay it out as the documented JSON shape."""
        return {
            "file": self.file,
            "unit": self.unit,
            "year": self.year,
            **self.counts._asdict(),
            "stopped": self.stopped,
            "unread_columns": self.columns,
            "account": self.account.as_data(),
        }


def file_rows(audited: Audited) -> list[FileRow]:
    """Return a row for each file, in the order in which they were given."""
    by_file = problems_by_file(audited)
    accounts = {account.file: account for account in audited.accounts}
    reasons = {
        one.place.file: one.reason for one in audited.unchecked if one.place.document is None
    }
    units = _units(audited)
    return [
        FileRow(
            file,
            units[file],
            Counts.of(by_file[file]),
            accounts.get(file, Account(file, ())),
            sum(problem.code == _UNREAD_COLUMN for problem in by_file[file]),
            _stopped(by_file[file]) or reasons.get(file, ""),
        )
        for file in audited.asked
    ]


def _units(audited: Audited) -> dict[str, tuple[AuditedUnit, ...]]:
    """Find the units of each file; one that could not be read is of the only unit of its folder."""
    found: dict[str, list[AuditedUnit]] = {file: [] for file in audited.asked}
    near: dict[PurePath, dict[AuditedUnit, None]] = defaultdict(dict)
    for unit in audited.units:
        for file in unit.files:
            found.setdefault(file, []).append(unit)
            near[PurePath(file).parent][unit] = None
    unread = [file for file, units in found.items() if not units]
    many = Counter(PurePath(file).parent for file in unread)
    for file in unread:
        folder = PurePath(file).parent
        if len(near[folder]) == 1 and many[folder] <= FEW:
            found[file] = [*near[folder]]
    return {file: tuple(units) for file, units in found.items()}


def worst_first(rows: Sequence[FileRow]) -> list[FileRow]:
    """Sort rows: units together, the worst unit first, and its worst file first."""
    worst: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        worst[_owner(row)].update(row.counts._asdict())
    weights = {owner: Counts(**counted).weight for owner, counted in worst.items()}
    return sorted(
        rows,
        key=lambda r: (weights[_owner(r)], _owner(r), r.counts.weight, r.stopped == "", r.file),
    )


def _owner(row: FileRow) -> str:
    return row.unit or row.file


def problems_by_file(audited: Audited) -> Mapping[str, list[Problem]]:
    """Sort problems by the file that they are told of; one of several files stands with the first."""
    found: dict[str, list[Problem]] = {file: [] for file in audited.asked}
    for problem in audited.problems:
        for file in _files_of(problem):
            if file in found:
                found[file].append(problem)
                break
    return found


def _files_of(problem: Problem) -> Iterator[str]:
    yield problem.place.file
    yield from problem.place.file.split("、")


def _stopped(problems: Sequence[Problem]) -> str:
    """Say what kept a file from being read; what is wrong with the whole of it has no place in it."""
    for problem in problems:
        is_whole = problem.place.document is None and problem.code.startswith(_OF_READING)
        if is_whole and problem.severity is not Severity.NOTE:
            return problem.message
    return ""
