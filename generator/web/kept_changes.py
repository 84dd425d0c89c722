"""What was changed on the page, file by file: so that taking it back gives the very letters of before."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from secrets import token_urlsafe
from typing import Any, Final, NamedTuple

from generator.roundtrip.fix import Fixed

_MOST: Final = 200


class KeptChange(NamedTuple):
    """The files of a change before and after it; of a row that was taken out, the row as well."""

    files: tuple[Fixed, ...]
    row: Mapping[str, Any] | None = None
    is_row: bool = False  # that was taken out, be it that it has no keys

    def is_of(self, path: Path) -> bool:
        """Tell whether a file is one of those that were changed."""
        return any(own.path == path for own in self.files)

    def back(self) -> tuple[Fixed, ...]:
        """Return the change that gives back what stood there."""
        return tuple(replace(own, before=own.after, after=own.before) for own in self.files)


class KeptChanges:
    """The last changes, by names that the page is given."""

    def __init__(self) -> None:
        self._changes: dict[str, KeptChange] = {}

    def keep(self, change: KeptChange) -> str:
        """Keep a change; returns its name (empty: nothing was changed)."""
        if not change.files:
            return ""
        name = token_urlsafe(9)  # after a new start no name stands for another change
        self._changes[name] = change
        for old in [*self._changes][:-_MOST]:
            del self._changes[old]
        return name

    def get(self, name: str) -> KeptChange | None:
        """Return a change that is kept."""
        return self._changes.get(name)
