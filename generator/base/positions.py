"""Where everything in a TOML text stands: line and column of every key and value.

The parse tree is walked without recursion, once, when somebody first asks for a place.
"""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tree_sitter import Node

KeyPath = tuple[str | int, ...]

_HEADED = ("table", "table_array_element")
_NESTING = ("array", "inline_table")
_INNER = ("pair", *_HEADED, "ERROR")


class Position(NamedTuple):
    """Line and column, both counted from 1 and in characters."""

    line: int
    column: int


class Positions:
    """Keys and values by path. A table's value stands where its header or opening brace stands.

    Offsets in the text are recorded, or in its bytes, as the parser counts; line and column are worked
    out for what somebody asks for.
    """

    def __init__(self, text: str | bytes) -> None:
        self.keys: dict[KeyPath, int] = {}
        self.values: dict[KeyPath, int] = {}
        self._text = text
        # Lines end at \n only, whatever else a text may hold.
        ends = re.finditer("\n", text) if isinstance(text, str) else re.finditer(b"\n", text)
        self._lines = [0, *(end.end() for end in ends)]

    def value(self, path: KeyPath) -> Position | None:
        """Return where a value stands."""
        at = self.values.get(path)
        return None if at is None else self._position(at)

    def nearest(self, path: KeyPath, *, key: bool) -> Position:
        """Return the position of a path, or of the nearest table around it; else the first line."""
        return self._position(self._nearest(path, key=key))

    def line(self, path: KeyPath) -> int:
        """Return the line of a value, or of the nearest table around it."""
        return bisect_right(self._lines, self._nearest(path, key=False))

    def _nearest(self, path: KeyPath, *, key: bool) -> int:
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        for length in range(len(path), 0, -1):
            part = path[:length]
            at = first.get(part, second.get(part))
            if at is not None:
                return at
        return 0

    def _position(self, at: int) -> Position:
        line = bisect_right(self._lines, at)
        before = self._text[self._lines[line - 1] : at]
        before = before if isinstance(before, str) else before.decode(errors="replace")
        return Position(line, len(before) + 1)


def find_positions(text: str) -> Positions:
    """Parse a TOML text and record where its keys and values stand."""
    import tree_sitter_toml  # noqa: PLC0415 - only needed when a place is asked for
    from tree_sitter import Language, Parser  # noqa: PLC0415 - see above

    data = text.encode()
    tree = Parser(Language(tree_sitter_toml.language())).parse(data)
    found = Positions(data)
    _Walk(found).walk(tree.root_node)
    return found


class _Walk:
    """Walks the tree; headers of arrays of tables are counted on the way."""

    def __init__(self, found: Positions) -> None:
        self._keys, self._values = found.keys, found.values
        self._counts: dict[KeyPath, int] = {}

    def walk(self, root: "Node") -> None:
        """Record everything below the root."""
        work: list[tuple[Node, str, KeyPath]] = [(root, "document", ())]
        while work:
            work += reversed(self._below(*work.pop()))

    def _below(self, node: "Node", kind: str, path: KeyPath) -> "list[tuple[Node, str, KeyPath]]":
        """Record one node and give what is to be walked inside it."""
        if kind == "pair":
            return self._pair(node, path)
        if kind == "array":
            return self._items(node, path)
        if kind in _HEADED:
            path = self._header(node, kind)
        return [
            (child, kind, path) for child in node.named_children if (kind := child.type) in _INNER
        ]

    def _items(self, node: "Node", path: KeyPath) -> "list[tuple[Node, str, KeyPath]]":
        inside = []
        values = (child for child in node.named_children if child.type not in ("comment", "ERROR"))
        for index, item in enumerate(values):
            self._values.setdefault((*path, index), item.start_byte)
            if (kind := item.type) in _NESTING:
                inside.append((item, kind, (*path, index)))
        return inside

    def _pair(self, node: "Node", path: KeyPath) -> "list[tuple[Node, str, KeyPath]]":
        value, kind_of_value = None, ""
        for child in node.named_children:
            kind = child.type
            if kind.endswith("key"):
                for name, at in names_of(child, kind):
                    path = (*path, name)
                    self._keys.setdefault(path, at.start_byte)
            elif kind != "comment":
                value, kind_of_value = child, kind
        if value is None:
            return []
        self._values.setdefault(path, value.start_byte)
        return [(value, kind_of_value, path)] if kind_of_value in _NESTING else []

    def _header(self, node: "Node", kind: str) -> KeyPath:
        """Resolve ``[a.b]`` or ``[[a.b]]``: a name of an array of tables means its last element."""
        keys = ((child, child.type) for child in node.named_children)
        names = [pair for key, is_a in keys if is_a.endswith("key") for pair in names_of(key, is_a)]
        path: KeyPath = ()
        for depth, (name, at) in enumerate(names):
            path = (*path, name)
            self._keys.setdefault(path, at.start_byte)
            if kind == "table_array_element" and depth == len(names) - 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self._values.setdefault(path, node.start_byte)
        return path


def names_of(key: "Node", kind: str) -> "list[tuple[str, Node]]":
    """Give the names of a key from left to right; ``a.b.c`` nests to the left."""
    if kind == "bare_key":
        return [((key.text or b"").decode(errors="replace"), key)]
    if kind == "quoted_key":
        return [(_unquoted((key.text or b"").decode(errors="replace")), key)]
    found: list[tuple[str, Node]] = []
    work = [key]
    while work:
        node = work.pop()
        if node.type == "dotted_key":
            work += reversed([child for child in node.named_children if child.type.endswith("key")])
        else:
            found += names_of(node, node.type)
    return found


def _unquoted(text: str) -> str:
    import tomli  # noqa: PLC0415 - few keys are quoted

    try:
        return next(iter(tomli.loads(f"{text} = 0")))
    except tomli.TOMLDecodeError:
        return text[1:-1]
