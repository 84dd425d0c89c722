"""What a dot means in text: a key of a table of names, or one of the few public sides of a figure."""

from collections.abc import Mapping
from typing import Any, Final

from generator.figures.figure import Figure

MISSING: Final = object()
_SIDES = ("number", "shown", "unit", "label")


def look_up(owner: Any, name: str) -> Any:
    """Return ``owner.name``, or ``MISSING``; Python's own attributes do not exist here."""
    if isinstance(owner, Mapping):
        return owner.get(name, MISSING)
    if isinstance(owner, Figure) and name in _SIDES:
        return getattr(owner, name)
    return MISSING
