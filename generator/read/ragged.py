"""Rows of a plain text that slipped sideways, as merged cells do there."""

from collections.abc import Mapping, Sequence

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import Choice
from generator.read.evidence_cells import CLASSES, EMPTY, FIGURES, CellLens
from generator.read.indicator_class import ClassPath
from generator.read.label_book import LabelBook
from generator.read.printed_values import number

_CLASSES = ("level1", "level2", "class")
_POINTS = ("weight", "score")


class Ragged:
    """Finds the columns of such a row: classes are known words, the rest comes in the order of the header."""

    def __init__(self, table: ReadTable, lens: CellLens, classes: ClassPath) -> None:
        """Take a table, and the classes of the rows above."""
        self._table, self._lens, self._classes = table, lens, classes

    def realigned(
        self, row: int, columns: Mapping[str, Choice], cells: dict[str, ReadCell]
    ) -> dict[str, ReadCell]:
        """Return the cells of a row; they are moved only where they cannot stand as they do.

        When moved, the score is a number, or blank.
        """
        if self._stands(cells):
            return cells
        filled = [
            c for c in self._table.grid[row] if not self._lens.book.phrases.says_nothing(c.text)
        ]
        named = [c for c in filled[:3] if self._lens.look(c.text).kind in CLASSES - {"joined"}]
        start = max((c.column for c in named), default=-1) + 1
        order = [
            role
            for role in sorted(columns, key=lambda r: columns[r].strip.start)
            if role not in _CLASSES
        ]
        rest = list(self._table.grid[row][start:])
        while rest and self._lens.book.phrases.says_nothing(rest[0].text):
            rest.pop(0)
        blanks = [i for i, c in enumerate(rest) if self._lens.book.phrases.says_nothing(c.text)]
        for dropped in range(len(blanks) + 1):
            values = [c for i, c in enumerate(rest) if i not in blanks[:dropped]]
            moved = dict(zip(order, values, strict=False))
            score = moved.get("score")
            if "name" in moved and (
                "score" not in order or (score and _is_score(score, self._lens.book))
            ):
                return {**moved, **self._named(named)}
        return {**cells, **self._named(named)}

    def _stands(self, cells: Mapping[str, ReadCell]) -> bool:
        """Tell whether every cell of a row is what its column holds: name, classes, points."""
        book = self._lens.book
        looks = {role: self._lens.look(c.text).kind for role, c in cells.items()}
        classes = [k for r in _CLASSES if (k := looks.get(r, "nothing")) not in EMPTY]
        return (
            looks.get("name") == "text"
            and (not classes or (classes[0] in CLASSES and not FIGURES.intersection(classes)))
            and all(_is_score(cells[r], book) for r in _POINTS if r in cells)
        )

    def _named(self, found: Sequence[ReadCell]) -> dict[str, ReadCell]:
        """Give class words their level by what they are, not by where they slipped to."""
        result: dict[str, ReadCell] = {}
        book = self._lens.book
        for cell in found:
            word = book.classes.word(cell.text)
            is_below = "level1" in result or bool(
                self._classes.level1 and book.classes.parent(word.name)
            )
            if word.is_level2 and (is_below or not word.is_level1):
                result["level2"] = cell
            else:
                result["level1"] = cell
        return result


def _is_score(cell: ReadCell, book: LabelBook) -> bool:
    return book.phrases.says_nothing(cell.text) or number(cell.text) is not None
