"""What the styles of a template say of words in tables: how large they are, how high their lines, on which side."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

_SINGLE: Final = 240  # the spacing of single lines
_SINGLE_EM: Final = 12  # twips of a single line for a half point: 1.2 em


class ParagraphLook(NamedTuple):
    """How words of a style look: half points, the spacing of lines, the side; and how its paragraphs stand."""

    size: int
    line: int
    rule: str
    side: str
    around: int = 0  # twips above and below together
    keeps: bool = False  # on one page with what is next
    starts: bool = False  # on a page of its own
    between: int = 0  # twips between letters
    first: int = 0  # twips that its first line is indented
    beside: int = 0  # twips left and right of it

    @property
    def height(self) -> int:
        """Return how high a line of it is, in twips."""
        if self.rule == "exact":
            return self.line
        return self.size * _SINGLE_EM * self.line // _SINGLE


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
