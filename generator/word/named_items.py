"""What a template takes by a name: ``sources["当年财政拨款"]``, ``parts["…"]``, ``form.amounts["…"]``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from generator.base.suggestion import nearest
from generator.language.expression import Tree, path_text
from generator.language.statements import walk

_ALL_THERE: Final = "parts"  # a document has all of them, whatever their scores
_OPEN: Final = frozenset(("sources", "classes", "items", _ALL_THERE, "form.amounts"))


class NumberedItem(NamedTuple):
    """A row that is taken by its number, the list it is in, and where that stands."""

    at: int
    owner: str
    number: int


class NamedItem(NamedTuple):
    """A name in brackets, what it is a name of, and where it stands."""

    at: int
    owner: str
    name: str


def named_items(body: Sequence[Tree]) -> Iterator[NamedItem]:
    """Find the names whose absence prints nothing."""
    for at, owner, item in _items(body):
        if isinstance(item, str) and owner in _OPEN:
            yield NamedItem(at, owner, item)


def numbered_items(body: Sequence[Tree]) -> Iterator[NumberedItem]:
    """Find the rows that are taken by their number."""
    for at, owner, item in _items(body):
        if isinstance(item, int):
            yield NumberedItem(at, owner, item)


def _items(body: Sequence[Tree]) -> Iterator[tuple[int, str, object]]:
    """Give what stands in brackets, with its place and what it is taken of."""
    for tree in body:
        for expression in _expressions(tree):
            for inner in walk(expression):
                if inner[0] == "item":
                    yield inner[1], path_text(inner[2]), inner[3]


def _expressions(tree: Tree) -> Iterator[Tree]:
    if tree[0] == "text":
        return
    inside: tuple[Tree, ...] = ()
    if tree[0] == "print":
        yield tree[2]
    elif tree[0] == "if":
        yield from (test for test, _ in tree[2])
        inside = (*(one for _, body in tree[2] for one in body), *tree[3])
    else:
        yield tree[3]
        inside = (*tree[4], *tree[5])
    for one in inside:
        yield from _expressions(one)


def missing_items(
    asked: Sequence[NamedItem], names: Mapping[str, Any]
) -> Iterator[tuple[NamedItem, list[str]]]:
    """Give the names that are misspelt, with those that were meant.

    A form with fixed places names sources that a unit may not have: those are in order. One that
    nearly says what the unit has, and what no other place of the form asks for, is a slip.
    """
    known_by = {owner: _known(owner, names) for owner in {own.owner for own in asked}}
    for own in asked:
        known = known_by[own.owner]
        if not known or own.name in known:
            continue
        others = {other.name for other in asked if other.owner == own.owner}
        near = nearest(own.name, known) or [n for n in known if _differ_in_one_sign(n, own.name)]
        meant = [name for name in near if name not in others]
        if meant or own.owner == _ALL_THERE:
            yield own, meant or known


def _differ_in_one_sign(one: str, other: str) -> bool:
    """Tell short names apart by a single sign, where likeness says nothing: 产初, 产出."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _known(owner: str, names: Mapping[str, Any]) -> list[str]:
    value: Any = names
    for part in owner.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return [str(name) for name in value] if isinstance(value, Mapping) else []
