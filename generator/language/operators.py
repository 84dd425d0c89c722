"""What stands between values: not, and, or, one of two, whether they are the same, whether there is one."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.language.paths import Get, State
from generator.language.quoted_values import LEFT_OPEN, are_same, is_in, truth_of
from generator.language.quoting_fault import LanguageError, MissingError, NobodysNameError


def _negated(at: int, parts: Sequence[Get]) -> Get:
    (value,) = parts

    def get(state: State) -> bool:
        try:
            return not truth_of(value(state))
        except LanguageError as error:
            raise error.placed(at) from None

    return get


def _both(at: int, parts: Sequence[Get]) -> Get:
    one, other = parts

    def get(state: State) -> Any:
        value = one(state)
        try:
            return other(state) if truth_of(value) else value
        except LanguageError as error:
            raise error.placed(at) from None

    return get


def _either(at: int, parts: Sequence[Get]) -> Get:
    one, other = parts

    def get(state: State) -> Any:
        value = one(state)
        try:
            return value if truth_of(value) else other(state)
        except LanguageError as error:
            raise error.placed(at) from None

    return get


def _chosen(at: int, parts: Sequence[Get]) -> Get:
    test, one, other = parts

    def get(state: State) -> Any:
        try:
            return one(state) if truth_of(test(state)) else other(state)
        except LanguageError as error:
            raise error.placed(at) from None

    return get


def _is_defined(at: int, parts: Sequence[Get]) -> Get:
    (value,) = parts

    def get(state: State) -> bool:
        try:
            return value(state) is not LEFT_OPEN
        except (MissingError, NobodysNameError):
            return False
        except LanguageError as error:
            raise error.placed(at) from None

    return get


OPERATORS: Mapping[str, Callable[[int, Sequence[Get]], Get]] = {
    "not": _negated,
    "and": _both,
    "or": _either,
    "choice": _chosen,
    "defined": _is_defined,
}


def compared(at: int, left: Get, rest: Sequence[tuple[str, Get]], constant: object) -> Get:
    """Compare a value with others, each with the one before; words that are fixed are quicker."""
    if len(rest) == 1 and rest[0][0] == "==":
        right = rest[0][1]

        def same_words(state: State) -> bool:
            value = left(state)
            return value == words if isinstance(value, str) else same(state)

        def same(state: State) -> bool:
            try:
                return are_same(left(state), right(state))
            except LanguageError as error:
                raise error.placed(at) from None

        words = constant if isinstance(constant, str) else None
        return same if words is None else same_words

    def get(state: State) -> bool:
        try:
            value = left(state)
            for operator, other in rest:
                following = other(state)
                if not _HOLDS[operator](value, following):
                    return False
                value = following
        except LanguageError as error:
            raise error.placed(at) from None
        return True

    return get


_HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": are_same,
    "!=": lambda one, other: not are_same(one, other),
    "in": is_in,
    "not in": lambda one, other: not is_in(one, other),
}
