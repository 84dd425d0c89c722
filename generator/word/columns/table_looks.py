"""What the styles of a template say of words in tables: how large they are, how high their lines, on which side."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

_SINGLE: Final = 240  # the spacing of single lines
_SINGLE_EM: Final = (
    12  # twips of a single line for a half point: 1.2 em, as the lowest fonts have it
)


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


NO_LINES: Final[Mapping[str, int]] = MappingProxyType({})


class Looks(NamedTuple):
    """Styles of paragraphs and the space within cells of styles of tables, by id; ``""`` is the default."""

    paragraphs: Mapping[str, ParagraphLook]
    cells: Mapping[str, tuple[int, ...]]  # twips: above, left, below, right
    lines: Mapping[str, int] = NO_LINES  # of tables that space lines otherwise than paragraphs do
    usual: int = _SINGLE  # the spacing of lines where no style of a paragraph says any

    def paragraph(self, style: str) -> ParagraphLook:
        """Return the look of a style."""
        return self.paragraphs.get(style) or self.paragraphs[""]

    def cell(self, style: str) -> tuple[int, ...]:
        """Return the space within the cells of a style."""
        return self.cells.get(style) or self.cells[""]

    def in_table(self, look: ParagraphLook, style: str) -> ParagraphLook:
        """Return the look of a paragraph in a table: its lines stand as the table has them, if nobody else says."""
        line = self.lines.get(style)
        is_usual = look.rule == "auto" and look.line == self.usual
        return look if line is None or not is_usual else look._replace(line=line)

    def plain(self) -> tuple[Any, ...]:
        """Return it in plain tuples."""
        paragraphs = [(k, *v) for k, v in self.paragraphs.items()]
        return (paragraphs, list(self.cells.items()), list(self.lines.items()), self.usual)

    @classmethod
    def from_plain(cls, kept: Any) -> "Looks":
        """Take it up again."""
        paragraphs, cells, lines, usual = kept
        return cls(
            {k: ParagraphLook(*look) for k, *look in paragraphs},
            {k: tuple(v) for k, v in cells},
            dict(lines),
            usual,
        )
