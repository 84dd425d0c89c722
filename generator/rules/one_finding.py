"""One fact, one finding: several rules may meet it, and the weightiest of them tells it."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.model.rule_text import RuleFact
from generator.rules.finding import Finding

_NUMBER = Pattern(r"-?[0-9]+(?:\.[0-9]+)?")
_WEIGHTS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ROW = Pattern(r"^.*?\]")  # of a key path: the row that the value stands in


class Telling(NamedTuple):
    """What would be told of a finding, and what it holds against each other; no more: many are carried."""

    problem: Problem
    id: str
    name: str
    left: str
    right: str

    @classmethod
    def of(cls, finding: Finding, problem: Problem) -> "Telling":
        """Keep of a finding what tells it from others."""
        return cls(problem, finding.id, finding.name, finding.left, finding.right)


class Account:
    """What makes two findings one fact; which of them is told."""

    def __init__(self, facts: Iterable[RuleFact]) -> None:
        self._facts: dict[str, list[tuple[RuleFact, int]]] = defaultdict(list)
        for fact in facts:
            for rank, id in enumerate(fact.findings):
                self._facts[id].append((fact, rank))

    def each_once(self, tellings: Sequence[Telling]) -> Iterator[Telling]:
        """Give one telling of every fact, in the order in which they were found."""
        told: dict[Hashable, set[str]] = defaultdict(set)
        kept: list[int] = []
        for number in sorted(range(len(tellings)), key=lambda n: self._weight(tellings[n])):
            telling = tellings[number]
            same, alike = [*_same(telling)], [*self._alike(telling)]
            others = (told[sign] - {telling.id} for sign in alike)
            if any(told[sign] for sign in same) or any(others):
                continue
            kept.append(number)
            for sign in (*same, *alike):
                told[sign].add(telling.id)
        yield from (tellings[number] for number in sorted(kept))

    def _weight(self, telling: Telling) -> tuple[int, int]:
        ranks = (rank for _, rank in self._facts.get(telling.id, ()))
        return _WEIGHTS[telling.problem.severity], min(ranks, default=0)

    def _alike(self, telling: Telling) -> Iterator[Hashable]:
        """Say of which facts of the data a finding tells, and where: other findings may tell them, too."""
        place = telling.problem.place
        for fact, _ in self._facts.get(telling.id, ()):
            if fact.same == "row":
                yield fact.id, _row(place)
            elif fact.same == "sides":
                yield fact.id, _exactly(place), frozenset(_sides(telling))
            elif fact.same == "names":
                yield fact.id, frozenset((telling.left, telling.right))
            elif (by := _difference(telling)) is not None:
                yield fact.id, _table(place), by


def _same(telling: Telling) -> Iterator[Hashable]:
    """Say what is wrong in which place: whoever says that again, against something else, says the same."""
    if telling.left:
        at = _exactly(telling.problem.place)
        yield at, telling.problem.code, telling.left, telling.name


def _sides(telling: Telling) -> Iterator[str]:
    """Give both sides without their units: 99分 is 99."""
    for text in (telling.left, telling.right):
        found = _NUMBER.search(text)
        yield found[0] if found else "".join(text.split())


def _difference(telling: Telling) -> Decimal | None:
    one, other = (_NUMBER.search(text) for text in (telling.left, telling.right))
    return abs(Decimal(one[0]) - Decimal(other[0])) if one and other else None


def _exactly(place: Place) -> Hashable:
    at = place.document
    if at is None:
        return place.file, place.key, place.line, place.column
    return place.file, at.in_file("")


def _row(place: Place) -> Hashable:
    at = place.document
    if at is None:
        row = _ROW.match(place.key)
        return place.file, row[0] if row else place.key
    return place.file, at._replace(column=0, cell="", file="")


def _table(place: Place) -> Hashable:
    return place.file, place.document.table if place.document is not None else 0
