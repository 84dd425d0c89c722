"""What the anchors of a file stand for: as its record tells it."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.roundtrip.files_record import FileRecord

_PROSE = ("lead", "paragraph")  # whether text begins with a lead is told by its words
COUNTED = ("heading", *_PROSE, "attachment", "note", "chart")


class Anchored(NamedTuple):
    """What an anchor encloses: a value by its key, or a figure within one."""

    document: str
    key: str
    figure: str
    is_whole: bool
    kind: str

    @property
    def is_counted(self) -> bool:
        """Tell a paragraph, whose key says how many stand before it, from a cell that is named."""
        return self.kind.startswith(COUNTED)

    @property
    def is_prose(self) -> bool:
        """Tell running text, with a lead or without."""
        return self.kind.startswith(_PROSE)


AnchorBook = Mapping[str, Anchored]


def anchor_book(record: FileRecord) -> dict[str, Anchored]:
    """Read the anchors of all documents of a file."""
    found: dict[str, Anchored] = {}
    for document in record.documents:
        kinds = {block.key: block.kind for block in document.blocks}
        for name, key, figure, is_whole in document.anchors:
            found[name] = Anchored(document.id, key, figure, is_whole, kinds.get(key, "cell"))
    return found


def shown_figures(record: FileRecord) -> dict[str, list[str]]:
    """Return what the figures of a file show, in the several ways in which it prints them."""
    found: dict[str, list[str]] = {}
    for document in record.documents:
        for block in document.blocks:
            for text, figure in block.spans:
                if figure and text not in found.setdefault(figure, []):
                    found[figure].append(text)
    return found
