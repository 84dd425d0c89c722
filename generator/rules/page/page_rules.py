"""All rules over pages, in the order in which they run, and what they find in a document."""

from collections.abc import Iterator

from generator.model.laid_out import LaidOut
from generator.rules.finding import Finding
from generator.rules.page import (
    attachment_pages,
    letters,
    page_cells,
    page_lines,
    page_numbering,
    page_numbers,
    page_rows,
    page_tables,
    page_title,
    paper,
    quote_marks,
    signature_lines,
    spaces,
)
from generator.rules.page.gathered import gathered
from generator.rules.page.page_facts import PageRule, Pages, Yard

PAGE_RULES: tuple[PageRule, ...] = (
    paper.paper,
    paper.across,
    paper.margins,
    page_lines.pitch,
    page_lines.characters,
    letters.levels,
    letters.body,
    letters.colours,
    page_lines.indents,
    page_title.sides,
    page_title.breaks,
    page_numbering.twice,
    page_numbering.mixed,
    page_numbering.bullets,
    page_numbering.order,
    quote_marks.marks,
    spaces.spaces,
    spaces.blanks,
    attachment_pages.notes,
    attachment_pages.labels,
    signature_lines.sides,
    signature_lines.dates,
    page_numbers.page_numbers,
    page_tables.heads,
    page_tables.labels,
    page_tables.beside,
    page_tables.double_rules,
    page_tables.wide,
    page_rows.tight,
    page_rows.clipped,
    page_rows.parted,
    page_cells.broken,
    page_cells.lone,
    page_cells.centred,
    page_cells.small,
)


def page_findings(document: LaidOut, yard: Yard) -> Iterator[Finding]:
    """Run every rule; what is wrong in many places is told once."""
    pages = Pages(document, yard)
    for rule in PAGE_RULES:
        yield from gathered(rule(pages), yard.house.limits.first_places)
