"""Forms typed as text and made into Word files: ``<`` merges with the cell to the left, ``^`` with that above.

What stands in square brackets is what a unit fills in: a blank form has nothing there.
"""

import io
import re
from typing import NamedTuple

from docx import Document

_FILLED = re.compile(r"\[(.*?)\]", re.DOTALL)


class GridForm(NamedTuple):
    """A form: lines above its table, the rows of the table, lines below."""

    name: str
    above: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    below: tuple[str, ...] = ()

    def words(self, text: str, *, is_blank: bool) -> str:
        """Return what a cell or line says."""
        text = text.replace("\\n", "\n")
        return _FILLED.sub("" if is_blank else r"\1", text)

    def docx(self, *, is_blank: bool) -> bytes:
        """Make the Word file."""
        document = Document()
        for line in self.above:
            document.add_paragraph(self.words(line, is_blank=is_blank))
        table = document.add_table(rows=len(self.rows), cols=len(self.rows[0]))
        table.style = "Table Grid"
        for top, left, bottom, right, text in self._cells():
            cell = table.cell(top, left)
            if (bottom, right) != (top, left):
                cell = cell.merge(table.cell(bottom, right))
            cell.text = self.words(text, is_blank=is_blank)
        for line in self.below:
            document.add_paragraph(self.words(line, is_blank=is_blank))
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()

    def _cells(self) -> list[tuple[int, int, int, int, str]]:
        found = []
        for top, row in enumerate(self.rows):
            for left, text in enumerate(row):
                if text in ("<", "^"):
                    continue
                right, bottom = left, top
                while right + 1 < len(row) and row[right + 1] == "<":
                    right += 1
                while bottom + 1 < len(self.rows) and self.rows[bottom + 1][left] == "^":
                    bottom += 1
                found.append((top, left, bottom, right, text))
        return found


def grid_form(name: str, above: str, table: str, below: str = "") -> GridForm:
    """Read a form from text: a row on each line, ``|`` between cells."""
    rows = tuple(
        tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()
    )
    width = {len(row) for row in rows}
    assert len(width) == 1, f"{name}: rows of {width} cells"
    return GridForm(name, _lines(above), rows, _lines(below))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())
