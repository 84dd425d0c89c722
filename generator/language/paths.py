"""Paths: a name, and what is reached from it. Most of what a tag holds is one, so the short ones are quick."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator.language.expression import Tree
from generator.language.quoted_values import LEFT_OPEN, called, item_of, missing, side_of
from generator.language.quoting_fault import LanguageError, MissingError

State = list[Any]
Get = Callable[[State], Any]
Scope = Mapping[str, int]  # names of loops, with their place in the state

NAMES: Final = 0
RUN: Final = 1


def path_function(tree: Tree, scope: Scope, value: Callable[[Tree, Scope], Get]) -> Get:
    """Return what follows a path; a name that is missing raises, and in a draft it is left open."""
    root, steps = _steps(tree, scope, value)
    start = scope.get(root[2]) if root[0] == "name" else None
    slow = _slow(root, start, steps, value(root, scope) if root[0] != "name" else None)
    sides = [step[1] for step in steps]
    if root[0] != "name" or any(step[0] != "side" for step in steps):
        return slow
    if start is not None and len(sides) == 1:
        return _of_row(start, sides[0], slow)
    if start is None and len(sides) < 2:
        return _of_names([root[2], *sides], slow)
    return slow


Step = tuple[str, Any, int]


def _steps(
    tree: Tree, scope: Scope, value: Callable[[Tree, Scope], Get]
) -> tuple[Tree, list[Step]]:
    """Part a path into the name that it begins with and the steps from there."""
    steps: list[Step] = []
    while tree[0] in ("side", "item", "call"):
        kind, at, owner, what = tree
        if kind == "call":
            what = [value(argument, scope) for argument in what]
        steps.append((kind, what, at))
        tree = owner
    return tree, steps[::-1]


def _of_row(start: int, side: str, slow: Get) -> Get:
    def get(state: State) -> Any:
        try:
            return state[start][side]
        except (KeyError, TypeError, LanguageError):
            return slow(state)

    return get


def _of_names(names: Sequence[str], slow: Get) -> Get:
    if len(names) == 1:
        (name,) = names

        def get(state: State) -> Any:
            try:
                return state[NAMES][name]
            except KeyError:
                return slow(state)

        return get
    first, second = names

    def get_second(state: State) -> Any:
        try:
            return state[NAMES][first][second]
        except (KeyError, TypeError, LanguageError):
            return slow(state)

    return get_second


def _slow(root: Tree, start: int | None, steps: Sequence[Step], first: Get | None) -> Get:
    """Follow a path step by step, and say at which one it ends."""

    def get(state: State) -> Any:
        at = root[1]
        try:
            value = first(state) if first is not None else _begin(root, start, state)
            for step in steps:
                kind, what, at = step
                if kind == "side":
                    value = side_of(value, what)
                elif kind == "item":
                    value = item_of(value, what)
                else:
                    value = called(value, [argument(state) for argument in what])
        except MissingError as error:
            if state[RUN].is_draft:
                return LEFT_OPEN
            raise error.placed(at) from None
        except LanguageError as error:
            raise error.placed(at) from None
        return value

    return get


def _begin(root: Tree, start: int | None, state: State) -> Any:
    if start is not None:
        return state[start]
    names = state[NAMES]
    if root[2] not in names:
        raise missing(root[2], names)
    return names[root[2]]
