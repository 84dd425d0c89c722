"""C10: one set of indicators in unlike projects of several dossiers, whatever is known of its rows.

A lint knows the names, a summary a print of whole rows, a build of many units a digest of the
names: signs all of them. Sets are looked up by their signs, no pairs are compared.
"""

from collections.abc import Hashable, Iterable, Iterator, Set
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_FEWEST = 5
_SHARED, _OF = 7, 8  # nearly all names of the shorter set stand in the other


class SignedSet(NamedTuple, Generic[T]):
    """What is known of the indicators of one project."""

    home: str  # its dossier
    project: str
    signs: frozenset[Hashable]
    code: str
    whose: T  # what its reader tells it by


def shared_of(own: Set[str], others: Set[str]) -> int:
    """Return how many names two sets share, where that makes them one set (0: it does not)."""
    shared, fewest = len(own & others), min(len(own), len(others))
    return shared if fewest >= _FEWEST and shared * _OF >= fewest * _SHARED else 0


def copied(sets: Iterable[SignedSet[T]]) -> Iterator[tuple[SignedSet[T], list[SignedSet[T]]]]:
    """Give the first project of every set, and those of other dossiers and other kinds that share it.

    Sets that agree in all but one sign share a set with that sign left out.
    """
    first: dict[frozenset[Hashable], SignedSet[T]] = {}
    found: dict[tuple[str, str], tuple[SignedSet[T], list[SignedSet[T]]]] = {}
    for one in sets:
        keys = (one.signs, *(one.signs - {sign} for sign in one.signs if len(one.signs) > 1))
        like = next((first[key] for key in keys if key in first), None)
        if like is not None and like.home != one.home and not _is_one_project(like, one):
            found.setdefault((like.home, like.project), (like, []))[1].append(one)
        for key in keys:
            first.setdefault(key, one)
    yield from found.values()


def _is_one_project(one: SignedSet[T], other: SignedSet[T]) -> bool:
    """Tell projects of one code, or without codes of one kind: those share most of their name."""
    if one.code and other.code:
        return one.code == other.code
    shared = len(set(one.project) & set(other.project))
    return shared * 2 >= min(len(set(one.project)), len(set(other.project)))
