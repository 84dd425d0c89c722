"""Where a fact stands: a cell or paragraph of a document, or a value of an input file."""

from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place
from generator.base.toml import KeyPath, TomlFile


class KeyPlace(NamedTuple):
    """A value of an input file; its line is looked up only when a finding is told.

    ``line`` and ``column`` point inside a text. It is no cell: those counts are 0.
    """

    source: TomlFile
    keys: KeyPath = ()
    line: int = 0
    column: int = 1
    on: Literal["key", "value"] = "value"
    offset: int = -1  # of a character, where lines are not enough

    def __hash__(self) -> int:
        """Tell places apart by file and key; what the file holds has no hash."""
        return hash((self.source.shown, self.keys, self.line, self.column))

    @property
    def table(self) -> int:
        """No table."""
        return 0

    @property
    def row(self) -> int:
        """No row of a table."""
        return 0

    @property
    def paragraph(self) -> int:
        """No paragraph."""
        return 0

    @property
    def file(self) -> str:
        """Return the file, as it is shown."""
        return self.source.shown

    @property
    def place(self) -> Place:
        """Look the line up; values read from a document know their cell instead."""
        if self.offset >= 0 and (offsets := self.source.offsets(self.keys)) is not None:
            return self.source.offset_place(self.keys, offsets[self.offset])
        if self.line:
            return self.source.text_place(self.keys, self.line, self.column)
        return self.source.place(self.keys, on=self.on)


Where = DocumentPlace | KeyPlace
NOWHERE = DocumentPlace()


def place_at(where: Where, shown: str = "") -> Place:
    """Return the place for people; ``shown`` names the file of a cell that does not."""
    if isinstance(where, KeyPlace):
        return where.place
    return Place.in_document(where, shown)
