"""The loops of a template: what each goes through, and which words it compares a cell of its rows with."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.expression import Tree


class Asked(NamedTuple):
    """A comparison of a cell with fixed words, and where it stands."""

    at: int
    side: str
    words: str


class Loop(NamedTuple):
    """A loop: where it stands, the path that it goes through, and whether it leaves rows out."""

    at: int
    path: tuple[str, ...]
    is_filtered: bool
    asked: tuple[Asked, ...]

    @property
    def kind(self) -> str:
        """Return what kind of rows it goes through."""
        return self.path[-1] if self.path else ""


def loops_in(body: Sequence[Tree]) -> Iterator[Loop]:
    """Find the loops of a template, those within others as well."""
    for tree in body:
        if tree[0] == "for":
            _, at, name, over, inner, other = tree
            path, is_filtered = _path(over)
            yield Loop(at, path, is_filtered, tuple(_asked(inner, name)))
            yield from loops_in((*inner, *other))
        elif tree[0] == "if":
            for _, inner in tree[2]:
                yield from loops_in(inner)
            yield from loops_in(tree[3])


def _path(over: Tree) -> tuple[tuple[str, ...], bool]:
    names: list[str] = []
    is_filtered = False
    while over[0] in ("side", "filter"):
        if over[0] == "side":
            names.append(over[3])
        else:
            is_filtered = True
        over = over[2]
    if over[0] != "name":
        return (), is_filtered
    return (over[2], *reversed(names)), is_filtered


def _asked(body: Sequence[Tree], name: str) -> Iterator[Asked]:
    """Find comparisons with the row of a loop, and not with those of loops within it."""
    for tree in body:
        if tree[0] != "if":
            continue
        for test, inner in tree[2]:
            if test[0] == "compare" and len(test[3]) == 1:
                left, (operator, right) = test[2], test[3][0]
                is_cell = left[0] == "side" and left[2][:1] == ("name",) and left[2][2] == name
                if is_cell and operator == "==" and right[0] == "words":
                    yield Asked(test[1], left[3], right[2])
            yield from _asked(inner, name)
        yield from _asked(tree[3], name)
