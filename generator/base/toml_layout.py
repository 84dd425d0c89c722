"""Where the parts of a TOML text stand, from their first character to behind their last.

Places are looked up in ``positions``; whoever changes a text also has to know where a value ends,
in which table it was written, and after what a new one may follow.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from generator.base.positions import KeyPath, names_of

if TYPE_CHECKING:
    from tree_sitter import Node

_HEADED = ("table", "table_array_element")


class Part(NamedTuple):
    """A value with its key, or an item of an array.

    ``home`` is the table or array in which it was written: for a dotted key not the nearest one.
    """

    path: KeyPath
    home: KeyPath
    start: int
    value: int
    end: int
    kind: str


class Section(NamedTuple):
    """A table with a header of its own; the first has none and is the top of the file."""

    path: KeyPath
    start: int
    end: int
    parts: list[Part]

    @property
    def last(self) -> int:
        """Return the end of its last key, or of its header."""
        return self.parts[-1].end if self.parts else self.end


class Layout(NamedTuple):
    """The sections in the order of the file, every value by its path, and what lists hold."""

    sections: list[Section]
    values: dict[KeyPath, Part]
    inside: dict[KeyPath, list[Part]]

    def section(self, path: KeyPath) -> Section | None:
        """Return the section of a table that has a header (or is the top of the file)."""
        return next((section for section in self.sections if section.path == path), None)

    def below(self, path: KeyPath) -> list[Section]:
        """Return the sections of a table and of the tables in it."""
        return [own for own in self.sections if own.path[: len(path)] == path]


def find_layout(text: str) -> Layout:
    """Parse a valid TOML text and record where its parts stand."""
    import tree_sitter_toml  # noqa: PLC0415 - only needed when a text is changed
    from tree_sitter import Language, Parser  # noqa: PLC0415 - see above

    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
    walk = _Walk(text)
    walk.document(tree.root_node)
    return walk.found


class _Walk:
    def __init__(self, text: str) -> None:
        self.found = Layout([], {}, {})
        self._counts: dict[KeyPath, int] = {}
        # The tree counts bytes, the text characters: both are known where a line begins.
        lines = text.split("\n")
        self._lines = [f"{line}\n".encode() for line in lines]
        self._bytes = list(accumulate(map(len, self._lines), initial=0))
        self._characters = list(accumulate((len(line) + 1 for line in lines), initial=0))

    def document(self, root: "Node") -> None:
        top = Section((), 0, 0, [])
        self.found.sections.append(top)
        for node in root.named_children:
            if node.type == "pair":
                top.parts.append(self._pair(node, ()))
            elif node.type in _HEADED:
                self._section(node)

    def _at(self, byte: int) -> int:
        line = bisect_right(self._bytes, byte) - 1
        begun = self._lines[line][: byte - self._bytes[line]]
        return self._characters[line] + len(begun.decode())

    def _section(self, node: "Node") -> None:
        closer = next(child for child in node.children if child.type in ("]", "]]"))
        path = self._header(node)
        start, end = self._at(node.start_byte), self._at(closer.end_byte)
        section = Section(path, start, end, [])
        self.found.sections.append(section)
        section.parts.extend(
            self._pair(child, path) for child in node.named_children if child.type == "pair"
        )

    def _header(self, node: "Node") -> KeyPath:
        keys = [child for child in node.named_children if child.type.endswith("key")]
        names = [name for key in keys for name, _ in names_of(key, key.type)]
        path: KeyPath = ()
        for depth, name in enumerate(names, 1):
            path = (*path, name)
            if node.type == "table_array_element" and depth == len(names):
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _pair(self, node: "Node", home: KeyPath) -> Part:
        named = [child for child in node.named_children if child.type != "comment"]
        key, value = named[0], named[-1]
        path = (*home, *(name for name, _ in names_of(key, key.type)))
        return self._value(value, path, home, node.start_byte)

    def _value(self, node: "Node", path: KeyPath, home: KeyPath, start: int) -> Part:
        kind = node.type
        places = self._at(start), self._at(node.start_byte), self._at(node.end_byte)
        part = Part(path, home, *places, kind)
        self.found.values[path] = part
        if kind == "inline_table":
            pairs = [child for child in node.named_children if child.type == "pair"]
            self.found.inside[path] = [self._pair(child, path) for child in pairs]
        elif kind == "array":
            items = [child for child in node.named_children if child.type != "comment"]
            self.found.inside[path] = [
                self._value(item, (*path, number), path, item.start_byte)
                for number, item in enumerate(items)
            ]
        return part
