"""Columns that were taken for points though their headings say otherwise and no cell bears it out."""

from collections.abc import Sequence

from generator.read.columns import OTHER, Choice
from generator.read.evidence_cells import CellLens
from generator.read.printed_values import number

_LIKE = 0.45
_POINTS = frozenset(("weight", "score", "review"))


def without_doubtful_points(choices: Sequence[Choice], lens: CellLens) -> list[Choice]:
    """Let such columns be of no known kind."""
    return [c._replace(role=OTHER) if _is_doubtful(c, lens) else c for c in choices]


def _is_doubtful(choice: Choice, lens: CellLens) -> bool:
    """Tell points of another kind than the heading names, or ticks below a heading of no points at all."""
    heading = choice.strip.heading
    if choice.role not in _POINTS:
        return False
    said = [c.text for c in choice.strip.cells if c is not None and c.text.strip()]
    if not heading:
        return not said
    known = lens.column_role(heading)
    if known in _POINTS:
        return known != choice.role
    is_like = lens.book.columns.likeness(heading).get(choice.role, 0) >= _LIKE
    return not known and not is_like and all(number(text) is None for text in said)
