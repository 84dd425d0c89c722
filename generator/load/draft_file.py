"""Values read from somebody's document, in the shape of an input file: places are paragraphs and cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place
from generator.base.toml import KeyPath, TomlFile

_NOWHERE = DocumentPlace()


@dataclass(frozen=True)
class DraftFile(TomlFile):
    """What a document says of one subject; checks ask it for places as they ask an input file."""

    places: Mapping[KeyPath, DocumentPlace] = field(default_factory=dict)
    lines: Mapping[KeyPath, Sequence[DocumentPlace]] = field(default_factory=dict)

    def place(self, keys: KeyPath, on: Literal["key", "value"] = "value") -> Place:
        """Return the place of a value; of its row or table where it is missing."""
        del on
        return self._in_document(self._nearest(keys), keys)

    def text_place(self, keys: KeyPath, line: int, column: int = 1) -> Place:
        """Return the paragraph that a line of a text came from."""
        del column
        lines = self.lines.get(keys, ())
        if 0 < line <= len(lines):
            return self._in_document(lines[line - 1], keys)
        return self.place(keys)

    def offsets(self, keys: KeyPath) -> Sequence[int] | None:
        """There is no text to point into."""
        del keys
        return None

    def number_span(self, keys: KeyPath) -> tuple[int, int] | None:
        """There is no text to point into."""
        del keys
        return None

    def _nearest(self, keys: KeyPath) -> DocumentPlace:
        for size in range(len(keys), -1, -1):
            head = keys[:size]
            if head in self.places:
                return self.places[head]
            if (*head, "name") in self.places and head:
                return self.places[*head, "name"]
            if head:
                inside = (p for k, p in self.places.items() if k[:size] == head)
                if (first := next(inside, None)) is not None:
                    return first
        return self.places.get(("stated", "total")) or next(iter(self.places.values()), _NOWHERE)

    def _in_document(self, at: DocumentPlace, keys: KeyPath) -> Place:
        return Place.in_document(at, self.shown, self.key_text(keys))
