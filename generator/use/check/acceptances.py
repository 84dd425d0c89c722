"""The acceptances of a dossier as they stand in its inputs, and which problems each of them meets."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.toml import TomlFile
from generator.model.dossier import Dossier
from generator.model.subject import Acceptance

# What is broken cannot be accepted away: nothing would be left to build from.
_NEVER_ACCEPTED = ("I", "S", "T", "O")


@dataclass(frozen=True, slots=True)
class Standing:
    """An acceptance and where it stands; one in unit.toml holds for all files."""

    acceptance: Acceptance
    file: TomlFile
    index: int
    is_for_all: bool

    @property
    def key(self) -> str:
        """Return the key that it is narrowed down to; ``""``: none."""
        return self.acceptance.key.strip()

    @property
    def bound(self) -> int | None:
        """Return for how many problems it holds: a key alone names one (``None``: nobody has said)."""
        if self.acceptance.count is not None:
            return self.acceptance.count
        return 1 if self.key else None

    def names(self, problem: Problem) -> bool:
        """Tell whether the key is that of a problem which it covers, not one above it."""
        key, at = self.key, problem.place.key
        return bool(key) and self.covers(problem) and (at == key or at.endswith(f".{key}"))

    def covers(self, problem: Problem) -> bool:
        """Tell whether this acceptance meets a problem."""
        if problem.code != self.acceptance.code or not may_be_accepted(problem.code):
            return False
        if not self.is_for_all and problem.place.file != self.file.shown:
            return False
        key, at = self.key, problem.place.key
        return (
            not key or at == key or at.startswith((f"{key}.", f"{key}[")) or at.endswith(f".{key}")
        )


class Group(NamedTuple):
    """The acceptances of one file with the same code and key, and the problems that they take.

    A problem is taken once, by the narrowest: a key before none, a project's file before unit.toml.
    A key without a number takes what stands at it, and what stands below only where nothing does.
    """

    members: tuple[Standing, ...]
    taken: tuple[int, ...]  # the numbers of the problems
    is_met: bool  # it covers something, though narrower ones may have taken all of it

    @property
    def code(self) -> str:
        """Return the code that it accepts."""
        return self.members[0].acceptance.code

    @property
    def key(self) -> str:
        """Return the key that it is narrowed down to; ``""``: none."""
        return self.members[0].key

    @property
    def limit(self) -> int | None:
        """Return how many problems it holds for; ``None``: nobody has said."""
        return _sum_of(member.bound for member in self.members)

    @property
    def counted(self) -> int | None:
        """Return the number that is written; a key means one in the inputs, and maybe more on paper."""
        return _sum_of(member.acceptance.count for member in self.members)

    @property
    def is_exceeded(self) -> bool:
        """Tell whether there are more problems than were accepted: which are new nobody can know."""
        return self.limit is not None and len(self.taken) > self.limit

    @property
    def is_loose(self) -> bool:
        """Tell whether a further problem would be accepted as well, without anybody's word."""
        return self.limit is None and bool(self.taken)

    def reasons(self) -> Iterator[str]:
        """Give the reason for each problem that it takes."""
        left = len(self.taken)
        for member in self.members:
            number = left if member.bound is None else member.bound
            yield from [member.acceptance.reason] * number


def may_be_accepted(code: str) -> bool:
    """Tell whether problems of a code can be accepted at all."""
    return not code.startswith(_NEVER_ACCEPTED)


def standing(dossier: Dossier) -> Iterator[Standing]:
    """Go through the acceptances of a dossier, those of unit.toml last."""
    for subject in dossier.subjects:
        for index, acceptance in enumerate(subject.entry.accept):
            yield Standing(acceptance, subject.source, index, is_for_all=False)
    for index, acceptance in enumerate(dossier.unit.accept):
        yield Standing(acceptance, dossier.source, index, is_for_all=True)


def share_out(problems: Sequence[Problem], dossier: Dossier) -> tuple[Group, ...]:
    """Share the problems out among the acceptances of a dossier, in the order of their writing."""
    members: dict[tuple[str, str, str], list[Standing]] = defaultdict(list)
    for own in standing(dossier):
        members[own.file.shown, own.acceptance.code, own.key].append(own)
    narrowest = sorted(members, key=lambda name: _breadth(members[name][0]))
    exact = {name for name, own in members.items() if _is_met_exactly(own, problems)}
    taken: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    met = set()
    for number, problem in enumerate(problems):
        covering = [
            name
            for name in narrowest
            if (own := members[name][0]).covers(problem)
            and (name not in exact or own.names(problem))
        ]
        met.update(covering)
        if covering:
            taken[covering[0]].append(number)
    return tuple(Group(tuple(own), tuple(taken[n]), n in met) for n, own in members.items())


def _is_met_exactly(members: Sequence[Standing], problems: Sequence[Problem]) -> bool:
    """Tell a key without a number that is the key of a problem."""
    is_counted = any(own.acceptance.count is not None for own in members)
    return not is_counted and any(members[0].names(problem) for problem in problems)


def _sum_of(counts: Iterable[int | None]) -> int | None:
    known = [*counts]
    return None if None in known else sum(count for count in known if count is not None)


def _breadth(own: Standing) -> tuple[int, bool]:
    return (-len(own.key), own.is_for_all)
