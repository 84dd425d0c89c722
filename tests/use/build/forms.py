"""Forms of other offices for tests: a template typed as rows of cells, and what is printed from it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx

Rows = Sequence[Sequence[str]]


def write_template(path: Path, rows: Rows) -> None:
    """Write a template with one table: ``^`` goes on with the cell above, ``<`` with the one before.

    A row that has fewer cells ends in one that spans the rest.
    """
    width = max(map(len, rows))
    document = docx.Document()
    table = document.add_table(len(rows), width)
    for at, cells in enumerate(rows):
        padded = [*cells, *["<"] * (width - len(cells))]
        for column, text in enumerate(padded):
            if text == "<":
                table.cell(at, column - 1).merge(table.cell(at, column))
            elif text == "^":
                _merge(table.cell(at, column), "continue")
                above = (n for n in reversed(range(at)) if not rows[n][0].startswith("{%tr"))
                first = next(n for n in above if rows[n][column] != "^")
                _merge(table.cell(first, column), "restart")
            else:
                table.cell(at, column).text = text
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))


def _merge(cell: Any, state: str) -> None:
    cell._tc.get_or_add_tcPr().get_or_add_vMerge().val = state


def loop(over: str, *cells: str) -> list[list[str]]:
    """Make the rows of a loop: its head, the row that is repeated, its end."""
    return [[f"{{%tr for row in {over} %}}"], list(cells), ["{%tr endfor %}"]]


def printed(path: Path) -> list[list[str]]:
    """Read the words of the cells that a file prints, those that continue a merge as blank."""
    table = docx.Document(str(path)).tables[0]
    rows = []
    for row in table.rows:
        seen: list[object] = []
        words = []
        for tc in row._tr.tc_lst:
            if tc in seen:
                continue
            seen.append(tc)
            words.append("\n".join(p.text for p in docx.table._Cell(tc, table).paragraphs))
        rows.append(words)
    return rows
