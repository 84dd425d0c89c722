"""Forms typed as text: a row on each line, ``<`` merges with the cell to the left, ``^`` with that above.

What stands in square brackets is what a unit fills in: a blank form has nothing there, and no tick.
"""

import re
from typing import NamedTuple

from tests.foreign import picture, word_bytes

_UNTICKED = str.maketrans({"☑": "□", "√": None})
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
        table, above, below = (
            self._text(part, filled) for part in (self.table, self.above, self.below)
        )
        rows = picture(table)
        assert len({len(row) for row in rows}) == 1, f"{self.name}: rows of different length"
        lines = ([line.strip() for line in text.strip().splitlines()] for text in (above, below))
        first, last = lines
        return word_bytes(*first, rows, *last)

    def _text(self, text: str, filled: str) -> str:
        said = _FILLED.sub(filled, text)
        return said if filled else said.translate(_UNTICKED)
