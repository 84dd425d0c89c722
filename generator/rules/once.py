"""What a dozen rules ask of a form, one after the other, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

AskedTs = TypeVarTuple("AskedTs")
FoundT = TypeVar("FoundT")


def once_for_a_form(work: Callable[[*AskedTs], FoundT]) -> Callable[[*AskedTs], FoundT]:
    """Remember what was found in the last form, until another one is asked about.

    It is known by being the same one: to compare two forms of ten thousand rows takes as long as to look.
    """
    last: list[tuple[tuple[object, ...], FoundT]] = []

    @wraps(work)
    def found(*asked: *AskedTs) -> FoundT:
        given: tuple[object, ...] = asked
        if not last or not all(a is b for a, b in zip(given, last[0][0], strict=True)):
            last[:] = [(given, work(*asked))]
        return last[0][1]

    return found
