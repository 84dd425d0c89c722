"""Whether a row belongs to the header below it: a heading stands over columns of its own kind."""

from collections.abc import Sequence

from generator.model.foreign_document import ReadCell
from generator.read.cell_kinds import looks_like_label, numbered_goal
from generator.read.column_words import ROLES
from generator.read.evidence_cells import CLASSES, FIGURES, CellLens

_NAMES = frozenset(
    ("number", "class", "level1", "points1", "level2", "points2", "level3", "name", "level4",
     "description", "indicators")
)  # fmt: skip
_COLUMNS = frozenset(ROLES)
BLOCKS = ("indicators", "goals")  # labels beside a block
_SHORT = 8
_GOALS = frozenset(("goals", "expected", "achieved"))  # labels that a text stands beside


class HeaderLevels:
    """Tells a row of wider headings from a row of labels and their values."""

    def __init__(self, lens: CellLens) -> None:
        self._lens = lens

    def belongs(self, upper: Sequence[ReadCell], lower: Sequence[ReadCell]) -> bool:
        """Tell whether a row is a part of the header whose next row is given.

        What speaks of values over columns that name and class the indicators, or the other way round,
        is the label of a field, and the words beside it that nobody knows are its value.
        """
        has_value = any(not self._kind(c) for c in upper)
        apart = [c for c in upper if self._is_apart(c, lower)]
        return not apart or not (has_value or _narrow(apart, lower))

    def spans_over(
        self,
        upper: Sequence[ReadCell],
        lower: Sequence[ReadCell],
        spans: Sequence[tuple[int, int, bool]],
    ) -> bool:
        """Tell whether a row puts several columns of the header below it under one word."""
        wide = [c for c in upper if sum(a >= c.column and b <= c.end for a, b, _ in spans) > 1]
        if len(wide) < 2 or any(len(c.text.strip()) > _SHORT for c in upper):
            return False
        if any(self._lens.look(c.text).kind in FIGURES | CLASSES for c in upper):
            return False
        said = [c for c in upper if not self._lens.book.phrases.says_nothing(c.text)]
        if any(numbered_goal(c.text) for c in said) or not all(
            looks_like_label(c.text, self._lens.book) for c in said
        ):
            return False
        if not self.belongs(upper, lower) or not self.is_wider(upper, lower):
            return False
        labels = {self._lens.role(c.text) for c in upper} - {"", *BLOCKS}
        known = [
            c for c in upper if self._lens.column_role(c.text) or self._lens.role(c.text) in BLOCKS
        ]
        return bool(known) and _COLUMNS.issuperset(labels)

    def is_wider(self, upper: Sequence[ReadCell], lower: Sequence[ReadCell]) -> bool:
        """Tell whether headings stand over several others, or over none: words alone do not tell here."""
        return len(_narrow(upper, lower)) < 2

    def _is_apart(self, cell: ReadCell, lower: Sequence[ReadCell]) -> bool:
        own = self._kind(cell)
        below = {self._kind(c) for c in lower if c.column < cell.end and cell.column < c.end} - {""}
        return bool(own) and bool(below) and own not in below

    def _kind(self, cell: ReadCell) -> str:
        """Return what a heading is about: the names of indicators, or what is said of them."""
        role = self._lens.column_role(cell.text) or self._lens.role(cell.text)
        if role in _NAMES:
            return "name"
        is_known = bool(self._lens.column_role(cell.text)) or role in _GOALS
        return "value" if is_known else ""


def _narrow(upper: Sequence[ReadCell], lower: Sequence[ReadCell]) -> list[ReadCell]:
    """Return the cells that stand over one other, which has their borders."""
    return [c for c in upper if any((c.column, c.end) == (b.column, b.end) for b in lower)]
