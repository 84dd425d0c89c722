"""Numbers of pages: there, in the letters of the standard, between dashes, on the outer side."""

from collections.abc import Iterator

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidSection, PageNumber
from generator.model.page_standard import Element
from generator.rules.finding import Finding
from generator.rules.page.page_facts import Pages
from generator.rules.page.page_parts import Part

_FOOT = DocumentPlace("页脚")
_OUTER = {"default": "right", "even": "left"}
_MIDDLE = "center"


def page_numbers(pages: Pages) -> Iterator[Finding]:
    """Pages are numbered as the standard has it."""
    element = pages.element("page-number")
    if element is None:
        return
    found: dict[Finding, None] = {}
    parts = [part for part in pages.parts if part.is_report or part.is_form]
    bare = [part for part in parts if not part.section.numbers]
    if bare and _is_long(pages, parts):
        yield Finding("page-number", bare[0].place, basis=pages.basis(element.clause))
    for part in parts:
        found |= dict.fromkeys(_looked_at(pages, part.section, element))
    yield from found


def _is_long(pages: Pages, parts: list[Part]) -> bool:
    """Tell whether there is more than one page to number."""
    return len(parts) > 1 or any(pages.flow(part).pages > 1 for part in parts)


def _looked_at(pages: Pages, section: LaidSection, element: Element) -> Iterator[Finding]:
    basis = pages.basis(element.clause)
    numbers = [n for n in section.numbers if n.pages != "first"]
    for number in numbers:
        letters, size = number.letters, element.size
        family = pages.family(letters.latin)
        if element.font and family and family != element.font:
            yield Finding("page-number-font", _FOOT, family, element.font, basis=basis)
        if size is not None and letters.size != size * 2:
            left, right = (pages.yard.letter.named(s) for s in (letters.size, float(size) * 2))
            yield Finding("page-number-size", _FOOT, left, right, basis=basis)
        if not _has_dashes(pages, number):
            yield Finding("page-number-dashes", _FOOT, basis=basis)
    if any(number.side == _MIDDLE for number in numbers):
        yield Finding("page-number-centred", _FOOT, basis=basis)
    elif any(not _is_outer(pages, number) for number in numbers):
        yield Finding("page-number-side", _FOOT, basis=basis)


def _is_outer(pages: Pages, number: PageNumber) -> bool:
    """Tell whether a number stands on the outer side: right on odd pages, left on even ones."""
    if number.side == "outside":
        return True
    return pages.document.has_odd_and_even and number.side == _OUTER.get(number.pages)


def _has_dashes(pages: Pages, number: PageNumber) -> bool:
    dashes = pages.yard.house.words.dashes
    before, after = number.before.rstrip(), number.after.lstrip()
    return before[-1:] in dashes and after[:1] in dashes and bool(before and after)
