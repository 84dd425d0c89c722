"""Rows: air above and below their words, words that are cut off, rows that may go on to another page."""

from collections.abc import Iterator

from generator.model.laid_out import LaidCell, LaidParagraph
from generator.rules.finding import Finding
from generator.rules.page.page_facts import HALF_POINT, POINT, Pages, han
from generator.rules.page.set_table import SetCell, SetTable

_LINES = 3  # rows of so many lines are read across, and should not be parted


def tight(pages: Pages) -> Iterator[Finding]:
    """Words do not stand on the rules between rows."""
    least = float(pages.yard.house.limits.air) * POINT
    for own in pages.set_tables:
        rows = [row for row in _with_words(own) if _air(own, row) < least]
        for cell in rows:
            yield Finding("row-tight", cell.cell.place._replace(column=1))


def clipped(pages: Pages) -> Iterator[Finding]:
    """A row of a fixed height holds its words."""
    for own in pages.set_tables:
        for cell in own.cells:
            row = own.table.rows[cell.cell.row]
            if row.is_exact and cell.cell.rows == 1 and cell.words > row.height > 0:
                left, right = (f"{n / POINT:.0f}" for n in (row.height, cell.words))
                yield Finding("cell-clipped", cell.cell.place, left, right)


def parted(pages: Pages) -> Iterator[Finding]:
    """A row stays on one page."""
    for own, breaks, _ in pages.flowed:
        rows = {n for n, row in enumerate(own.table.rows) if row.may_part}
        if not breaks or not rows:
            continue
        for cell in own.cells:
            if cell.cell.row in rows and cell.cell.rows == 1 and cell.lines >= _LINES:
                rows.remove(cell.cell.row)
                yield Finding("row-parted", cell.cell.place._replace(column=1))


def _with_words(own: SetTable) -> Iterator[SetCell]:
    """Give the highest cell of every row."""
    best: dict[int, SetCell] = {}
    for cell in own.cells:
        if cell.cell.rows == 1 and cell.cell.text.strip():
            known = best.get(cell.cell.row)
            if known is None or cell.words > known.words:
                best[cell.cell.row] = cell
    yield from best.values()


def _air(own: SetTable, set_cell: SetCell) -> float:
    """Return how much room words have above or below, in twips: the lesser of both."""
    cell = set_cell.cell
    above, below = float(cell.margins[0]), float(cell.margins[2])
    lines = [p for p in cell.paragraphs if not p.is_blank]
    above += lines[0].setting.before + _lead(lines[0])
    below += lines[-1].setting.after + _lead(lines[-1])
    spare = own.heights[cell.row] - own.needed[cell.row]
    return min(above, below) + (spare / 2 if cell.is_middle else 0)


def _lead(line: LaidParagraph) -> float:
    """Return the room that a line leaves around its letters."""
    return max(line.line_height - _natural(line), 0) / 2


def _natural(line: LaidParagraph) -> int:
    return line.size * HALF_POINT * 6 // 5


def is_label(cell: LaidCell, longest: int) -> bool:
    """Tell whether a cell holds the name of a class."""
    text = "".join(cell.text.split())
    return han(text) > 0 and len(text) <= longest
