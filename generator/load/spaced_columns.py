"""Columns of a plain text that are parted by blanks: lines below each other with as many cells."""

from collections.abc import Sequence

from generator.base.pattern import Pattern

_CELL = Pattern(r"\S+(?:[ ](?=\S)\S+)*")  # one blank alone stands inside a cell
_GAP = Pattern(r"\S(?: {2,}|[ \t]*\u3000[ \u3000]*)\S")
_FEWEST_CELLS, _FEWEST_LINES = 3, 2
_LABELLED = Pattern("[:：]")

Cells = list[tuple[str, int]]


def spaced_cells(line: str) -> Cells:
    """Return the cells of a line with where each begins (from 0); a line without wide gaps has none."""
    if "\t" in line or not _GAP.search(line):
        return []
    return [(found[0], found.start()) for found in _CELL.finditer(line)]


def spaced_rows(lines: Sequence[str], start: int) -> list[Cells]:
    """Return the lines from one on that are rows of one table (none if they are too few to be sure)."""
    rows: list[Cells] = []
    for at in range(start, len(lines)):
        cells = spaced_cells(lines[at])
        if len(cells) < _FEWEST_CELLS or (rows and len(cells) != len(rows[0])):
            break
        if any(_LABELLED.search(text) for text, _ in cells):
            break  # labels with their values in a line are no columns
        rows.append(cells)
    return rows if len(rows) >= _FEWEST_LINES else []
