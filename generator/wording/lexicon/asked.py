"""A table that is filled as it is asked: to lay it out whole takes longer than reading a form."""

from collections.abc import Callable
from typing import TypeVar

KeyT = TypeVar("KeyT")
FoundT = TypeVar("FoundT")


class Asked(dict[KeyT, FoundT]):
    """Finds each answer once; what was asked before is as fast as any table."""

    def __init__(self, find: Callable[[KeyT], FoundT]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, key: KeyT) -> FoundT:
        found = self[key] = self._find(key)
        return found
