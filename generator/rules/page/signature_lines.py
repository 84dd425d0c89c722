"""The name and the date that end a report."""

from collections.abc import Iterator

from generator.base.pattern import Pattern
from generator.model.laid_out import LaidParagraph, LaidSection
from generator.model.page_standard import Element
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Role
from generator.rules.page.page_facts import HALF_POINT, Pages, has_leading_space

_GOOD_DATE = Pattern(r"[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日")
_HALF = 0.5


def sides(pages: Pages) -> Iterator[Finding]:
    """Name and date stand on the right, with room behind them."""
    for part in pages.reports:
        for role, id in ((Role.SIGNATURE, "signature"), (Role.DATE, "date")):
            element = pages.element(id)
            for line in part.of(role):
                if element is not None and not has_leading_space(line.paragraph):
                    yield from _side(pages, line.paragraph, part.section, element)


def dates(pages: Pages) -> Iterator[Finding]:
    """The date is written out in digits, without noughts in front."""
    element = pages.element("date-form")
    basis = pages.basis(element.clause) if element is not None else ""
    for part in pages.reports:
        for line in part.of(Role.DATE):
            text = line.paragraph.text.strip()
            if not _GOOD_DATE.fullmatch(text):
                yield Finding("date-form", line.paragraph.place, text, basis=basis)


def _side(
    pages: Pages, paragraph: LaidParagraph, section: LaidSection, element: Element
) -> Iterator[Finding]:
    basis, name = pages.basis(element.clause), element.name
    wide = pages.yard.ruler.measured(paragraph.text.strip()).ends[-1] / pages.yard.ruler.em
    room = section.area[0] / (paragraph.size * HALF_POINT)
    left = max(paragraph.indent("left") + paragraph.indent("first"), 0)
    side = paragraph.setting.side
    if side == "center":
        return
    if side == "right":
        if element.right is not None and paragraph.indent("right") < _HALF:
            right = str(element.right)
            yield Finding("signature-edge", paragraph.place, right=right, name=name, basis=basis)
        return
    if room > 0 and left + wide / 2 < room / 2:
        yield Finding("signature-side", paragraph.place, name=name, basis=basis)
