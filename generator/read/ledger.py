"""The ledger of a document: all its facts, found again by name, by role, by place."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.base.document_place import DocumentPlace
from generator.read.fact import Fact, Pair, Role, Sum
from generator.read.label_book import normal

KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True)
class Ledger:
    """Facts of forms and of sentences, with the pairs and sums that sentences make of them."""

    facts: tuple[Fact, ...] = ()
    pairs: tuple[Pair, ...] = ()
    sums: tuple[Sum, ...] = ()

    def named(self, name: str) -> tuple[Fact, ...]:
        """Return what is called so, blanks and brackets aside."""
        return self._by_name.get(normal(name), ())

    def of_role(self, *roles: Role) -> tuple[Fact, ...]:
        """Return what plays one of some roles, in the order of the document."""
        if len(roles) == 1:
            return self._by_role.get(roles[0], ())
        return tuple(fact for fact in self.facts if fact.role in roles)

    def at(self, place: DocumentPlace) -> tuple[Fact, ...]:
        """Return what stands at a place."""
        return self._by_place.get(place, ())

    def stamped(self, file: str) -> "Ledger":
        """Say of each fact which file it is from."""
        stamp: Callable[[Fact], Fact] = lambda f: f._replace(place=f.place.in_file(file))  # noqa: E731 - said thrice
        return Ledger(
            tuple(map(stamp, self.facts)),
            tuple(p._replace(target=stamp(p.target), actual=stamp(p.actual)) for p in self.pairs),
            tuple(Sum(stamp(s.whole), tuple(map(stamp, s.parts))) for s in self.sums),
        )

    def joined(self, other: "Ledger") -> "Ledger":
        """Return both ledgers as one."""
        return Ledger(self.facts + other.facts, self.pairs + other.pairs, self.sums + other.sums)

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped(self.facts, lambda fact: normal(fact.name))

    @cached_property
    def _by_role(self) -> Mapping[str, tuple[Fact, ...]]:
        return _grouped(self.facts, lambda fact: fact.role)

    @cached_property
    def _by_place(self) -> Mapping[DocumentPlace, tuple[Fact, ...]]:
        return _grouped(self.facts, lambda fact: fact.place)


def _grouped(facts: tuple[Fact, ...], key: Callable[[Fact], KeyT]) -> dict[KeyT, tuple[Fact, ...]]:
    found: dict[KeyT, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[key(fact)].append(fact)
    return {name: tuple(group) for name, group in found.items()}
