"""Names of a text that there never are, found without a dossier: in parts that are never reached, too."""

from collections.abc import Mapping, Sequence

from generator.base.suggestion import suggest
from generator.language.expression import Tree
from generator.language.filter_list import SIGNATURES
from generator.language.quoted_values import SIDES
from generator.language.quoting_fault import LanguageError
from generator.prose.name_tree import LEAF, UNKNOWN, Asked, Below, Leaf, Node, Rows

Scope = Mapping[str, Node]
_ALWAYS = ("words", "whole", "truth", "loop")


def unknown_names(body: Sequence[Tree], scope: Scope) -> list[LanguageError]:
    """Tell of every name that nobody can have, with the nearest that there are."""
    found: list[LanguageError] = []
    _block(body, scope, found)
    return found


def _block(body: Sequence[Tree], scope: Scope, found: list[LanguageError]) -> None:
    for tree in body:
        if tree[0] == "print":
            _node(tree[2], scope, found)
        elif tree[0] == "if":
            for test, own in tree[2]:
                _node(test, scope, found)
                _block(own, scope, found)
            _block(tree[3], scope, found)
        elif tree[0] == "for":
            _, _, name, over, own, other = tree
            if (
                not name
            ):  # what is wrong with the loop is told, and nobody knows what it goes through
                continue
            rows = _node(over, scope, found)
            one = rows.one if isinstance(rows, Rows) else UNKNOWN
            _block(own, {**scope, name: one}, found)
            _block(other, scope, found)


def _node(tree: Tree, scope: Scope, found: list[LanguageError]) -> Node:
    """Return what an expression leads to, as far as that is known."""
    kind = tree[0]
    if kind in _ALWAYS:
        return LEAF
    if kind == "name":
        return _named(tree, tree[2], scope, found)
    if kind == "side" or (kind == "item" and isinstance(tree[3], str)):
        return _side(tree, _node(tree[2], scope, found), found)
    if kind == "item":
        owner = _node(tree[2], scope, found)
        return owner.one if isinstance(owner, Rows) else UNKNOWN
    if kind == "call":
        for argument in tree[3]:
            _node(argument, scope, found)
        owner = _node(tree[2], scope, found)
        return owner.one if isinstance(owner, Asked) else UNKNOWN
    if kind == "filter":
        for argument in tree[4]:
            _node(argument, scope, found)
        inner = _node(tree[2], scope, found)
        return inner if SIGNATURES[tree[3]].is_of_rows and tree[3] != "join" else LEAF
    for part in _parts(tree):
        _node(part, scope, found)
    return UNKNOWN


def _side(tree: Tree, owner: Node, found: list[LanguageError]) -> Node:
    if isinstance(owner, Below):
        return _named(tree, tree[3], owner.names, found)
    if isinstance(owner, Leaf):
        return _named(tree, tree[3], dict.fromkeys(SIDES, LEAF), found)
    return UNKNOWN


def _named(tree: Tree, name: str, known: Scope, found: list[LanguageError]) -> Node:
    if name in known:
        return known[name]
    found.append(LanguageError(f"没有“{name}”这项数据", tree[1], name, suggest(name, known)))
    return UNKNOWN


def _parts(tree: Tree) -> Sequence[Tree]:
    if tree[0] == "compare":
        return [tree[2], *(right for _, right in tree[3])]
    return [part for part in tree[2:] if isinstance(part, tuple)]
