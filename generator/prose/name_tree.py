"""What a text may quote whatever the dossier is: the names there are, and what lies below each.

The names are those of the list (``name_list``), read as a text writes them. Some of them only some
dossiers have; one that is not here none has.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.language.expression import Tree, read_expression
from generator.language.tag_tokens import tokens_of
from generator.prose.name_list import NAMES, ROWS
from generator.prose.snippet_quotations import THIS


class Leaf(NamedTuple):
    """Words or a figure."""


class Below(NamedTuple):
    """Names with something below each."""

    names: "dict[str, Node]"


class Asked(NamedTuple):
    """What is looked up by a name in brackets."""

    one: "Node"


class Rows(NamedTuple):
    """What is gone through with ``{% for %}``."""

    one: "Node"


class Unknown(NamedTuple):
    """What the data of a dossier decides."""


Node = Leaf | Below | Asked | Rows | Unknown
LEAF: Final = Leaf()
UNKNOWN: Final = Unknown()
_SO_ON = ".…"  # what the name of a subject goes on with: the names of a subject
_OF_UNIT = ("year", "unit", "projects", "total")
_BY_THE_FORM = ("field", "choice", "table")


@cache
def text_names() -> Mapping[str, Node]:
    """Return the names of every text, those of section texts among them."""
    root = Below({"id": LEAF})
    for name in NAMES:
        _put(root, name.removesuffix(_SO_ON))
    for name, sides in ROWS.items():
        _put(root, name, Rows(Below(dict.fromkeys(sides, LEAF)) if sides else LEAF))
    subject = Below({n: own for n, own in root.names.items() if n not in _OF_UNIT})
    texts = _below(root, "texts")
    # Words of a subject, and those of each project of a report that speaks of several.
    texts.names.update(fields=UNKNOWN, projects=Rows(Below(dict(texts.names))))
    _below(root, "projects").names["all"] = Rows(subject)
    indicator = _one(root.names["indicator"])
    if isinstance(indicator, Below):
        indicator.names["field"] = UNKNOWN
    by_the_form = {name: Asked(UNKNOWN) for name in _BY_THE_FORM}
    root.names.update(project=Asked(subject), department=subject, **by_the_form)
    subject.names.update(by_the_form)
    return MappingProxyType(root.names)


def snippet_names() -> Mapping[str, Node]:
    """Return the names of a sentence that texts take by name: the indicator it is said of, too."""
    return {**text_names(), THIS: _one(text_names()["indicator"])}


def _put(root: Below, path: str, node: Node = LEAF) -> None:
    """Put what a path leads to in its place; what lies on the way there is made."""
    _reach(root, read_expression(tokens_of(path)), node)


def _reach(root: Below, tree: Tree, node: Node) -> Node:
    """Return what a path leads to; where nothing is yet, the node is put."""
    if tree[0] == "call":
        asked = _reach(root, tree[2], Asked(node))
        return _one(asked)
    owner = root if tree[0] == "name" else _reach(root, tree[2], Below({}))
    name = str(tree[2] if tree[0] == "name" else tree[3])
    return owner.names.setdefault(name, node) if isinstance(owner, Below) else node


def _below(root: Below, name: str) -> Below:
    found = root.names.setdefault(name, Below({}))
    return found if isinstance(found, Below) else Below({})


def _one(node: Node) -> Node:
    return node.one if isinstance(node, Asked | Rows) else UNKNOWN
