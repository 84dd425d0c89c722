"""Forms typed as text: a row on each line, ``<`` merges with the cell to the left, ``^`` with that above.

What stands in square brackets is what a unit fills in: a blank form has nothing there.
"""

import re
from typing import NamedTuple

from tests.foreign import picture, word_bytes

_FILLED = re.compile(r"\[(.*?)\]", re.DOTALL)


class GridForm(NamedTuple):
    """A form: lines above its table, the table, lines below."""

    name: str
    above: str
    table: str
    below: str = ""

    @property
    def blank(self) -> bytes:
        """Return the Word file as the authority issues it."""
        return self._docx("")

    @property
    def filled(self) -> bytes:
        """Return the Word file as a unit hands it in."""
        return self._docx(r"\1")

    def _docx(self, filled: str) -> bytes:
        rows = picture(_FILLED.sub(filled, self.table))
        assert len({len(row) for row in rows}) == 1, f"{self.name}: rows of different length"
        above, below = (
            [line.strip() for line in _FILLED.sub(filled, text).strip().splitlines()]
            for text in (self.above, self.below)
        )
        return word_bytes(*above, rows, *below)
