"""Tables: heads on every page, labels of merged cells, double rules, tables wider than the paper."""

from collections.abc import Iterator
from itertools import pairwise

from generator.model.laid_out import LaidTable
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Line, Role
from generator.rules.page.page_facts import POINT, Pages
from generator.rules.page.page_parts import Part
from generator.rules.page.page_rows import is_label
from generator.rules.page.set_table import SetTable, cut_by, span_of

_DIGITS = "0123456789"
_MOST_HEADS = 3
_LONGEST_HEAD = 12  # signs


def heads(pages: Pages) -> Iterator[Finding]:
    """The heads of columns are repeated on every page that a table goes on to."""
    few = pages.yard.house.limits.few_cells
    for own, breaks, _ in pages.flowed:
        rows = own.table.rows
        if breaks and not rows[0].is_head and _begins_with_heads(own, few):
            yield Finding("heads-once", own.table.place._replace(row=1, column=1))


def labels(pages: Pages) -> Iterator[Finding]:
    """The name of a class stands on the page where its rows are."""
    limits = pages.yard.house.limits
    for own, breaks, page in pages.flowed:
        for cell in (set_cell.cell for set_cell in own.cells):
            first, last = cell.row, cell.row + cell.rows - 1
            if not is_label(cell, limits.merged_label):
                continue
            height = sum(own.heights[first : last + 1])
            if cut_by(breaks, first, last) and height <= page:
                yield Finding("label-parted", cell.place, name=f"“{''.join(cell.text.split())}”")


def beside(pages: Pages) -> Iterator[Finding]:
    """A label stands beside all its rows, and not above an empty cell beside them."""
    limits = pages.yard.house.limits
    for own in pages.set_tables:
        cells = {(c.cell.row, c.cell.column): c.cell for c in own.cells}
        for cell in cells.values():
            below = cells.get((cell.row + cell.rows, cell.column))
            if below is None or cell.column or not is_label(cell, limits.merged_label):
                continue
            is_empty = not below.text.strip() and below.span == cell.span
            if is_empty and below.rows > 1:
                name = f"“{''.join(cell.text.split())}”"
                yield Finding("label-above", below.place, str(below.rows), name=name)


def double_rules(pages: Pages) -> Iterator[Finding]:
    """Two tables right below each other show one rule between them."""
    limits = pages.yard.house.limits
    for part in pages.parts:
        for above, below, gap in _neighbours(part):
            wide = abs(span_of(above.widths) - span_of(below.widths)) <= limits.near_width
            is_near = float(limits.double_from) <= gap / POINT < float(limits.double)
            if wide and is_near and above.has_foot and below.has_top:
                yield Finding("double-rule", below.place._replace(row=1, column=1))


def wide(pages: Pages) -> Iterator[Finding]:
    """A table is no wider than the paper between its edges."""
    for part in pages.parts:
        for table in part.tables:
            width = span_of(table.widths)
            if 0 < part.section.width < width and not table.is_floating:
                left, right = (f"{n / POINT:.0f}" for n in (width, part.section.width))
                yield Finding("table-wide", table.place._replace(row=1, column=1), left, right)


def _begins_with_heads(own: SetTable, few: int) -> bool:
    """Tell whether the first row names columns: several short cells without a number."""
    first = [c.cell for c in own.cells if c.cell.row == 0]
    texts = ["".join(cell.text.split()) for cell in first]
    named = [text for text in texts if text and not any(d in text for d in _DIGITS)]
    is_short = all(len(text) <= _LONGEST_HEAD for text in texts)
    is_flat = all(cell.rows <= _MOST_HEADS for cell in first)
    return len(texts) >= few and len(named) == len(texts) and is_short and is_flat


def _neighbours(part: Part) -> Iterator[tuple[LaidTable, LaidTable, int]]:
    """Give tables with nothing but empty paragraphs between them, and how far they stand apart."""
    tables = [(at, block) for at, block in enumerate(part.blocks) if isinstance(block, LaidTable)]
    for (one, above), (other, below) in pairwise(tables):
        between = [b for b in part.blocks[one + 1 : other] if isinstance(b, Line)]
        if between and all(line.role is Role.BLANK for line in between):
            yield above, below, sum(line.paragraph.line_height for line in between)
