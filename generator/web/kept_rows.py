"""The rows that were taken out on the page, as they were: so that taking one out can be undone."""

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any, Final, NamedTuple

from generator.roundtrip.fix import Fixed

_MOST: Final = 200


class KeptRow(NamedTuple):
    """A row with all its keys, and its file before and after it was taken out."""

    fixed: Fixed
    row: Mapping[str, Any]


class KeptRows:
    """The last rows that were taken out, by names that the page is given."""

    def __init__(self) -> None:
        self._rows: dict[str, KeptRow] = {}

    def keep(self, row: KeptRow) -> str:
        """Keep a row; returns its name."""
        name = token_urlsafe(9)  # after a new start no name stands for another row
        self._rows[name] = row
        for old in [*self._rows][:-_MOST]:
            del self._rows[old]
        return name

    def get(self, name: str) -> KeptRow | None:
        """Return a row that is kept."""
        return self._rows.get(name)
