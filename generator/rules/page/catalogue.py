"""All rules over pages, in the order in which they run, and what they find in a document."""

from collections.abc import Iterator

from generator.model.laid_out import LaidOut
from generator.rules.finding import Finding
from generator.rules.page import (
    attachments,
    cells,
    letters,
    lines,
    marks,
    numbering,
    page_numbers,
    paper,
    rows,
    signature,
    spaces,
    tables,
    title,
)
from generator.rules.page.gathered import gathered
from generator.rules.page.pages import PageRule, Pages, Yard

PAGE_RULES: tuple[PageRule, ...] = (
    paper.paper,
    paper.across,
    paper.margins,
    lines.pitch,
    lines.characters,
    letters.levels,
    letters.body,
    letters.colours,
    lines.indents,
    title.sides,
    title.breaks,
    numbering.twice,
    numbering.mixed,
    numbering.bullets,
    numbering.order,
    marks.marks,
    spaces.spaces,
    spaces.blanks,
    attachments.notes,
    attachments.labels,
    signature.sides,
    signature.dates,
    page_numbers.page_numbers,
    tables.heads,
    tables.labels,
    tables.beside,
    tables.double_rules,
    tables.wide,
    rows.tight,
    rows.clipped,
    rows.parted,
    cells.broken,
    cells.lone,
    cells.centred,
    cells.small,
)


def page_findings(document: LaidOut, yard: Yard) -> Iterator[Finding]:
    """Run every rule; what is wrong in many places is told once."""
    pages = Pages(document, yard)
    for rule in PAGE_RULES:
        yield from gathered(rule(pages), yard.house.limits.first_places)
