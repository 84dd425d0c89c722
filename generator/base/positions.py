"""Where everything in a TOML text stands: line and column of every key and value.

The parse tree is walked without recursion, once, when somebody first asks for a place.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from tree_sitter import Node

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column, both counted from 1 and in characters."""

    line: int
    column: int


@dataclass(slots=True)
class Positions:
    """Keys and values by path. A table's value stands where its header or opening brace stands."""

    keys: dict[KeyPath, Position] = field(default_factory=dict)
    values: dict[KeyPath, Position] = field(default_factory=dict)

    def nearest(self, path: KeyPath, *, key: bool) -> Position:
        """Return the position of a path, or of the nearest table around it; else the first line."""
        for length in range(len(path), 0, -1):
            part = path[:length]
            first, second = (self.keys, self.values) if key else (self.values, self.keys)
            if part in first:
                return first[part]
            if part in second:
                return second[part]
        return Position(1, 1)


def find_positions(text: str) -> Positions:
    """Parse a TOML text and record where its keys and values stand."""
    import tree_sitter_toml  # noqa: PLC0415 - only needed when a place is asked for
    from tree_sitter import Language, Parser  # noqa: PLC0415 - see above

    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
    return _Walk(text).walk(tree.root_node)


class _Walk:
    """Walks the tree; headers of arrays of tables are counted on the way."""

    def __init__(self, text: str) -> None:
        # Rows of the tree end at \n only, so no other line end may be counted here.
        self._rows = [row.encode() for row in text.split("\n")]
        self._found = Positions()
        self._counts: dict[KeyPath, int] = {}

    def walk(self, root: "Node") -> Positions:
        """Record everything below the root."""
        work: list[tuple[Node, KeyPath]] = [(root, ())]
        while work:
            node, path = work.pop()
            work += reversed(list(self._below(node, path)))
        return self._found

    def _below(self, node: "Node", path: KeyPath) -> "Iterator[tuple[Node, KeyPath]]":
        """Record one node and give what is to be walked inside it."""
        if node.type in ("table", "table_array_element"):
            path = self._header(node)
        elif node.type == "pair":
            yield from self._pair(node, path)
            return
        elif node.type == "array":
            for index, item in enumerate(_values(node)):
                self._found.values.setdefault((*path, index), self._at(item))
                yield item, (*path, index)
            return
        for child in node.named_children:
            if child.type in ("pair", "table", "table_array_element", "ERROR"):
                yield child, path

    def _pair(self, node: "Node", path: KeyPath) -> "Iterator[tuple[Node, KeyPath]]":
        keys = [c for c in node.named_children if c.type.endswith("key")]
        values = [
            c for c in node.named_children if c.type != "comment" and not c.type.endswith("key")
        ]
        if not keys:
            return
        for name, at in _names(keys[0]):
            path = (*path, name)
            self._found.keys.setdefault(path, self._at(at))
        if values:
            self._found.values.setdefault(path, self._at(values[-1]))
            yield values[-1], path

    def _header(self, node: "Node") -> KeyPath:
        """Resolve ``[a.b]`` or ``[[a.b]]``: a name of an array of tables means its last element."""
        keys = [c for c in node.named_children if c.type.endswith("key")]
        names = list(_names(keys[0])) if keys else []
        path: KeyPath = ()
        for depth, (name, at) in enumerate(names):
            path = (*path, name)
            self._found.keys.setdefault(path, self._at(at))
            if node.type == "table_array_element" and depth == len(names) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self._found.values.setdefault(path, self._at(node))
        return path

    def _at(self, node: "Node") -> Position:
        row, column = node.start_point
        line = self._rows[row] if row < len(self._rows) else b""
        return Position(row + 1, len(line[:column].decode(errors="replace")) + 1)


def _values(array: "Node") -> "list[Node]":
    return [child for child in array.named_children if child.type not in ("comment", "ERROR")]


def _names(key: "Node") -> "Iterator[tuple[str, Node]]":
    """Give the names of a key from left to right; ``a.b.c`` nests to the left."""
    work = [key]
    while work:
        node = work.pop()
        if node.type == "dotted_key":
            work += reversed([child for child in node.named_children if child.type.endswith("key")])
        else:
            yield _name(node), node


def _name(node: "Node") -> str:
    text = (node.text or b"").decode(errors="replace")
    if node.type != "quoted_key":
        return text
    try:
        return next(iter(tomli.loads(f"{text} = 0")))
    except tomli.TOMLDecodeError:
        return text[1:-1]
