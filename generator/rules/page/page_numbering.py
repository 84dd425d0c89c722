"""Numbers of headings: typed ones beside those that Word counts, bullets, levels that are left out."""

from collections.abc import Iterator

from generator.model.laid_out import LaidParagraph
from generator.read.headings import split_number
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Role
from generator.rules.page.page_facts import Pages

_BULLET = "bullet"
_SECOND = 2  # level: what counts 1. or （1） may be a list below plain words


def twice(pages: Pages) -> Iterator[Finding]:
    """What Word numbers has no typed number as well."""
    for part in pages.reports:
        for line in part.of(Role.BODY, Role.HEADING, Role.ATTACHMENTS):
            paragraph = line.paragraph
            typed = split_number(paragraph.text)
            counted = split_number(paragraph.number + "x")
            if counted.style and typed.style == counted.style:
                yield Finding("number-twice", paragraph.place, f"{paragraph.number}{typed.number}")


def mixed(pages: Pages) -> Iterator[Finding]:
    """The headings of a level are all numbered by Word, or all by hand."""
    for part in pages.reports:
        for level in sorted({line.level for line in part.of(Role.HEADING)}):
            lines = [line.paragraph for line in part.of(Role.HEADING) if line.level == level]
            counted = [line for line in lines if line.number]
            typed = [line for line in lines if not line.number]
            if counted and typed:
                element = pages.element(f"level-{level}")
                name = element.name if element is not None else ""
                is_typed = len(typed) < len(counted)
                id = "number-typed" if is_typed else "number-counted"
                for line in typed if is_typed else counted:
                    yield Finding(id, line.place, name=name)


def bullets(pages: Pages) -> Iterator[Finding]:
    """A report counts with numbers, and not with dots."""
    element = pages.element("body")
    basis = pages.basis(element.clause) if element is not None else ""
    for part in pages.reports:
        for line in part.of(Role.BODY, Role.HEADING):
            if line.paragraph.counted == _BULLET:
                yield Finding("bullet", line.paragraph.place, basis=basis)


def order(pages: Pages) -> Iterator[Finding]:
    """Headings begin with the first level, and leave none out on the way down.

    A part without a title goes on with what the one before it says: somebody wanted a new page there.
    """
    known: set[int] = set()
    for part in pages.reports:
        if any(part.of(Role.TITLE)):
            known = set()
        for line in part.of(Role.HEADING):
            missing = next((level for level in range(1, line.level) if level not in known), 0)
            if missing and line.level == _SECOND:
                yield _left_out(pages, line.paragraph, line.level, missing)
            known.add(line.level)


def _left_out(pages: Pages, paragraph: LaidParagraph, level: int, missing: int) -> Finding:
    own, other = (pages.element(f"level-{number}") for number in (level, missing))
    left, right = (element.name if element is not None else "" for element in (own, other))
    basis = pages.basis(own.clause) if own is not None else ""
    return Finding("level-missing", paragraph.place, left, right, basis=basis)
