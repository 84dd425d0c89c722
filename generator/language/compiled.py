"""A tree turned into functions that write it: checked once, called for every document.

A function of an expression takes the state of a run and gives a value; one of a statement takes the
state and what has been written, and adds to it. What is printed, and how, is the affair of a
``World``: texts print marked words, Word files runs with anchors.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from generator.language.expression import Tree
from generator.language.filters import apply_filter, merge
from generator.language.operators import OPERATORS, compared
from generator.language.paths import NAMES, RUN, Get, Scope, State, path_function
from generator.language.program_run import Run
from generator.language.quoted_values import LEFT_OPEN, rows_of, truth_of, words_of
from generator.language.quoting_fault import LanguageError, TooLongError
from generator.language.stretch import IsPlain, Print, Show, Write, cell_of, printing, words_asked

_OWN = 3  # places of a loop in the state: the row, whether it is the first, whether it is the last
_FIRST_FREE: Final = RUN + 1
_SEEN_TOGETHER = 256  # pieces


class World(Protocol):
    """How things are printed: as they are, or in manners of its own, which are below nought.

    What is printed in a manner from nought on is written by the run, with an anchor.
    """

    @property
    def is_plain(self) -> IsPlain | None:
        """Return what tells words that are printed as they are (``None``: nobody can tell)."""

    def shown(self, manner: int) -> Show:
        """Return what gives the words of a value in a manner."""


class Compiled:
    """A program that can be run."""

    def __init__(self, body: Sequence[Tree], world: World) -> None:
        maker = _Maker(world)
        self._write = maker.block(body, {})
        self._size = maker.size

    def run(self, names: Mapping[str, Any], run: Run) -> str:
        """Return what is written; faults are gathered in the run."""
        return "".join(self.pieces(names, run))

    def pieces(self, names: Mapping[str, Any], run: Run) -> list[str]:
        """Return what is written, piece by piece, as it follows each other."""
        state: State = [None] * self._size
        state[NAMES], state[RUN] = names, run
        out: list[str] = []
        try:
            self._write(state, out)
            run.see(out)
        except TooLongError as error:
            run.tell(error)
        return out


class _Maker:
    def __init__(self, world: World) -> None:
        self._world = world
        self._depth = 0
        self._counted: set[int] = set()  # loops whose body asks which turn it is
        self.size = _FIRST_FREE

    def block(self, body: Sequence[Tree], scope: Scope) -> Write:
        steps = [step for tree in body if (step := self._step(tree, scope)) is not None]
        joined = printing(steps, self._world.is_plain)
        if len(joined) == 1:
            return joined[0]

        def write(state: State, out: list[str]) -> None:
            for step in joined:
                step(state, out)

        return write

    def _step(self, tree: Tree, scope: Scope) -> "Write | str | Print | None":
        kind = tree[0]
        if kind == "text":
            return tree[2] or None
        if kind == "print":
            return self._print(tree, scope)
        if kind == "if":
            return self._choice(tree, scope)
        return self._loop(tree, scope)

    def _print(self, tree: Tree, scope: Scope) -> Print:
        _, at, value, manner = tree
        cell = cell_of(value, scope)
        return Print(self.value(value, scope), cell, manner, self._world.shown(manner), at)

    def _choice(self, tree: Tree, scope: Scope) -> Write:
        if (chosen := self._by_words(tree, scope)) is not None:
            return chosen
        branches = [
            (self.value(test, scope), test[1], self.block(body, scope)) for test, body in tree[2]
        ]
        other = self.block(tree[3], scope) if tree[3] else None

        def choose(state: State, out: list[str]) -> None:
            for test, at, body in branches:
                try:
                    is_so = test(state)
                    if is_so is not True and (is_so is False or not truth_of(is_so)):
                        continue
                except LanguageError as error:
                    state[RUN].tell(error.placed(at))
                    return
                body(state, out)
                return
            if other is not None:
                other(state, out)

        return choose

    def _by_words(self, tree: Tree, scope: Scope) -> Write | None:
        """Look a choice up in a table, where all of it is about the words of one cell of a row."""
        asked = [words_asked(test, scope) for test, _ in tree[2]]
        place, side, _ = asked[0]
        if not place or any(own[:2] != (place, side) for own in asked):
            return None
        table: dict[str, Write] = {}
        for (_, _, words), (_, body) in zip(asked, tree[2], strict=True):
            table.setdefault(words, self.block(body, scope))
        other = self.block(tree[3], scope)
        at, cell = tree[2][0][0][1], self.value(tree[2][0][0][2], scope)

        def choose(state: State, out: list[str]) -> None:
            try:
                said = state[place][side]
            except (KeyError, TypeError):
                said = None
            if not isinstance(said, str):  # a figure, or nothing at all
                try:
                    said = words_of(cell(state))
                except LanguageError as error:
                    state[RUN].tell(error.placed(at))
                    return
            (other if said is None else table.get(said, other))(state, out)

        return choose

    def _loop(self, tree: Tree, scope: Scope) -> Write:
        _, at, name, over, body, otherwise = tree
        rows_at = self.value(over, scope)
        own = _FIRST_FREE + self._depth * _OWN
        self._depth += 1
        self.size = max(self.size, own + _OWN)
        write = self.block(body, {**scope, name: own, "loop": own})
        self._depth -= 1
        counts = own in self._counted
        self._counted.discard(own)
        other = self.block(otherwise, scope) if otherwise else None

        def repeat(state: State, out: list[str]) -> None:
            run = state[RUN]
            try:
                rows = rows_of(rows_at(state))
            except LanguageError as error:
                run.tell(error.placed(at))
                return
            run.note(at, rows)
            last = len(rows) - 1
            for number, row in enumerate(rows):
                state[own] = row
                if counts:
                    state[own + 1], state[own + 2] = number == 0, number == last
                write(state, out)
                if len(out) - run.counted > _SEEN_TOGETHER:
                    run.see(out)
            if last < 0 and other is not None:
                other(state, out)

        return repeat

    def value(self, tree: Tree, scope: Scope) -> Get:
        """Return the function of an expression."""
        kind, at = tree[0], tree[1]
        if kind in ("words", "whole", "truth"):
            constant = tree[2]
            return lambda _: constant
        if kind == "loop":
            self._counted.add(scope["loop"])
            place = scope["loop"] + (1 if tree[2] == "first" else 2)
            return lambda state: state[place]
        if kind == "filter":
            return self._filtered(tree, scope)
        if kind in OPERATORS:
            return OPERATORS[kind](at, [self.value(part, scope) for part in tree[2:]])
        if kind == "compare":
            rest = [(operator, self.value(part, scope)) for operator, part in tree[3]]
            right = tree[3][0][1]
            constant = right[2] if right[0] == "words" else None
            return compared(at, self.value(tree[2], scope), rest, constant)
        return path_function(tree, scope, self.value)

    def _filtered(self, tree: Tree, scope: Scope) -> Get:
        _, at, inner, name, arguments = tree
        value = self.value(inner, scope)
        wanted = [self.value(argument, scope) for argument in arguments]
        if name == "merge":  # what half of the cells of a form ask for
            return lambda state: merge(value(state))

        def get(state: State) -> Any:
            try:
                given = value(state)
                if given is LEFT_OPEN:
                    return given
                return apply_filter(name, given, [own(state) for own in wanted], state[RUN])
            except LanguageError as error:
                raise error.placed(at) from None

        return get
