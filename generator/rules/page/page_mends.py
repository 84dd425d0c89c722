"""What is certain of the findings about pages, as changes: nobody has to weigh anything, no word changes."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidOut, LaidTable
from generator.model.page_mend import Mend, NumberedPages, RepeatedHeads, WholeRow
from generator.rules.finding import Finding
from generator.rules.page import (
    letters,
    page_lines,
    page_numbers,
    page_rows,
    page_tables,
    page_title,
    quote_marks,
    signature_lines,
    spaces,
)
from generator.rules.page.blank_mends import blank_mends
from generator.rules.page.line_mends import LineMender
from generator.rules.page.page_facts import Pages, Yard
from generator.rules.page.paper_mends import PaperMender

_OF_LINES = (
    *(letters.levels, letters.body, page_lines.pitch, page_lines.indents, page_title.sides),
    *(quote_marks.marks, spaces.spaces, signature_lines.sides),
)


def page_mends(document: LaidOut, yard: Yard) -> Iterator[Mend]:
    """Give the changes in the order in which they are made: paper, lines, tables, then what goes."""
    pages = Pages(document, yard)
    paper = PaperMender(pages)
    yield from paper.mends()
    lines = LineMender(pages, paper)
    for rule in _OF_LINES:
        for finding in rule(pages):
            yield from lines.mends(finding)
    yield from _numbers(pages)
    yield from _tables(pages)
    yield from blank_mends(pages)


def _numbers(pages: Pages) -> Iterator[Mend]:
    """Number the pages anew; one change answers all that is told of their numbers."""
    element = pages.element("page-number")
    told = {finding.id: finding for finding in page_numbers.page_numbers(pages)}
    if element is None or element.size is None:
        return
    change = NumberedPages(element.font, round(element.size * 2), pages.yard.house.words.dashes[:1])
    for finding in told.values():
        yield Mend(finding.id, _place(finding), change)


def _tables(pages: Pages) -> Iterator[Mend]:
    tables = {b.place: b for b in pages.document.blocks if isinstance(b, LaidTable)}
    for finding in page_tables.heads(pages):
        where = _place(finding)
        table = tables[where._replace(row=0, column=0)]
        rows = max(cell.rows for cell in table.cells if cell.row == 0)
        yield Mend(finding.id, where, RepeatedHeads(rows))
    for finding in page_rows.parted(pages):
        yield Mend(finding.id, _place(finding), WholeRow())


def _place(finding: Finding) -> DocumentPlace:
    return finding.where if isinstance(finding.where, DocumentPlace) else DocumentPlace()
