"""Paper, margins and the area of the text."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidParagraph, LaidSection, LaidTable
from generator.rules.finding import Finding
from generator.rules.page.page_facts import MILLIMETRE, Pages, in_mm


def paper(pages: Pages) -> Iterator[Finding]:
    """The paper is A4, upright or across."""
    rules = pages.yard.letter.paper
    wanted = sorted((float(rules.width), float(rules.height)))
    for section in _known(pages):
        found = sorted((section.width / MILLIMETRE, section.height / MILLIMETRE))
        if any(abs(a - b) > rules.near for a, b in zip(found, wanted, strict=True)):
            left = f"{in_mm(section.width)}×{in_mm(section.height)}"
            right = f"{rules.width}×{rules.height}"
            basis = pages.basis(rules.clause)
            yield Finding("paper-size", place_of(section.blocks), left, right, basis=basis)


def across(pages: Pages) -> Iterator[Finding]:
    """Only tables need paper that lies across."""
    for section in _known(pages):
        has_table = any(isinstance(block, LaidTable) for block in section.blocks)
        has_words = any(isinstance(b, LaidParagraph) and not b.is_blank for b in section.blocks)
        if section.width > section.height and has_words and not has_table:
            yield Finding("paper-across", place_of(section.blocks))


def margins(pages: Pages) -> Iterator[Finding]:
    """A report stands where the standard puts the text; a form may use more of the paper."""
    rules = pages.yard.letter.margins
    basis = pages.basis(rules.clause)
    for part in pages.reports:
        section = part.section
        if not section.width or section.width > section.height:
            continue
        where = part.lines[0].paragraph.place
        for id, found, wanted in (
            ("margin-top", section.top, rules.top),
            ("margin-left", section.left, rules.left),
        ):
            if abs(found / MILLIMETRE - float(wanted)) > rules.near:
                yield Finding(id, where, in_mm(found), str(wanted), basis=basis)
        sides = (rules.text_width, rules.text_height)
        areas = zip(section.area, sides, strict=True)
        if any(abs(found / MILLIMETRE - float(wanted)) > rules.near for found, wanted in areas):
            left = "×".join(in_mm(found) for found in section.area)
            yield Finding("text-area", where, left, "×".join(map(str, sides)), basis=basis)


def _known(pages: Pages) -> Iterator[LaidSection]:
    return (s for s in pages.document.sections if s.width and s.height and s.blocks)


def place_of(blocks: tuple[LaidBlock, ...]) -> DocumentPlace:
    """Return where the first thing stands that prints anything."""
    found = (b for b in blocks if isinstance(b, LaidTable) or not b.is_blank)
    return next(found, blocks[0]).place if blocks else DocumentPlace()
