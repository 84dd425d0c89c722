"""What the styles of a template say of words in tables: how large they are, how high their lines, on which side."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class ParagraphLook(NamedTuple):
    """How words of a style look: half points, the spacing of lines, the side."""

    size: int
    line: int
    rule: str
    side: str


class Looks(NamedTuple):
    """Styles of paragraphs and the space within cells of styles of tables, by id; ``""`` is the default."""

    paragraphs: Mapping[str, ParagraphLook]
    cells: Mapping[str, tuple[int, ...]]  # twips: above, left, below, right

    def paragraph(self, style: str) -> ParagraphLook:
        """Return the look of a style."""
        return self.paragraphs.get(style) or self.paragraphs[""]

    def cell(self, style: str) -> tuple[int, ...]:
        """Return the space within the cells of a style."""
        return self.cells.get(style) or self.cells[""]

    def plain(self) -> tuple[Any, ...]:
        """Return it in plain tuples."""
        return ([(k, *v) for k, v in self.paragraphs.items()], list(self.cells.items()))

    @classmethod
    def from_plain(cls, kept: Any) -> "Looks":
        """Take it up again."""
        paragraphs, cells = kept
        return cls(
            {k: ParagraphLook(*look) for k, *look in paragraphs}, {k: tuple(v) for k, v in cells}
        )
