"""Fonts, sizes and colours of a report by the level of its lines."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.laid_out import LaidParagraph, LaidRun
from generator.model.page_standard import Element
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Role
from generator.rules.page.page_facts import Pages, han
from generator.rules.page.page_parts import Part

_STOP = "。"
_NO_FONT = "没有写明的字体"
_QUOTE = 30
LOOKED_AT = {
    Role.TITLE: "title",
    Role.ATTACHMENTS: "attachment-note",
    Role.LABEL: "attachment-label",
}


class _Look(NamedTuple):
    """The kind of the font, and the size."""

    family: str
    size: int


def body(pages: Pages) -> Iterator[Finding]:
    """Text is set in the font and size of the standard, and in one of each."""
    element = pages.element("body")
    for part in pages.reports:
        lines = [line.paragraph for line in part.of(Role.BODY)]
        looks: Counter[_Look] = Counter()
        for line in lines:
            looks.update(_weighed(pages, line))
        if not looks or element is None:
            continue
        usual = looks.most_common(1)[0][0]
        for line in lines:
            own = _weighed(pages, line)
            if own and own.most_common(1)[0][0] == usual:
                yield from _against(pages, line, usual, element)
            yield from _odd(pages, line, usual)


def levels(pages: Pages) -> Iterator[Finding]:
    """Title, headings and what belongs to attachments are set in the fonts and sizes of the standard."""
    for part in pages.parts:
        for line, id in _with_elements(part):
            element, looks = pages.element(id), _weighed(pages, line)
            if element is not None and looks:
                yield from _against(pages, line, looks.most_common(1)[0][0], element)


def colours(pages: Pages) -> Iterator[Finding]:
    """Letters are black."""
    basis = pages.basis(pages.yard.letter.colour.clause)
    for part in pages.reports:
        for line in part.lines:
            for run in line.paragraph.runs if line.role is not Role.OTHER else ():
                if run.letters.colour and run.text.strip():
                    where, quote = line.paragraph.place, run.text.strip()[:_QUOTE]
                    yield Finding(
                        "colour", where, f"#{run.letters.colour}", quote=quote, basis=basis
                    )


def _with_elements(part: Part) -> Iterator[tuple[LaidParagraph, str]]:
    for line in part.lines:
        if line.role is Role.LABEL and (part.is_report or part.is_form):
            yield line.paragraph, LOOKED_AT[line.role]
        elif not part.is_report:
            continue
        elif line.role is Role.HEADING:
            yield line.paragraph, f"level-{line.level}"
        elif line.role in LOOKED_AT:
            yield line.paragraph, LOOKED_AT[line.role]


def _against(pages: Pages, line: LaidParagraph, look: _Look, element: Element) -> Iterator[Finding]:
    basis = pages.basis(element.clause)
    if element.font and look.family != element.font:
        left = look.family or _NO_FONT
        yield Finding("font", line.place, left, element.font, name=element.name, basis=basis)
    if element.size is not None and look.size != element.size * 2:
        named = pages.yard.letter.named
        left, right = named(look.size), named(float(element.size) * 2)
        yield Finding("size", line.place, left, right, name=element.name, basis=basis)


def _odd(pages: Pages, line: LaidParagraph, usual: _Look) -> Iterator[Finding]:
    """Find what is set otherwise than the rest; how a paragraph begins may stand out."""
    for run in behind_lead(line):
        look = _look(pages, run)
        if not han(run.text) or look == usual:
            continue
        quote = run.text.strip()[:_QUOTE]
        if look.family != usual.family:
            left = look.family or _NO_FONT
            yield Finding("odd-font", line.place, left, usual.family, quote=quote)
        else:
            left, right = (pages.yard.letter.named(one.size) for one in (look, usual))
            yield Finding("odd-size", line.place, left, right, quote=quote)


def behind_lead(line: LaidParagraph) -> Iterator[LaidRun]:
    """Give the runs of a paragraph behind its first sentence, which may stand out."""
    is_over = len(line.runs) == 1
    for run in line.runs:
        if is_over or _STOP in run.text.rstrip()[:-1]:
            yield run
        is_over = is_over or _STOP in run.text


def _weighed(pages: Pages, line: LaidParagraph) -> Counter[_Look]:
    """Return the looks of the Chinese characters of a paragraph, with how many there are of each."""
    looks: Counter[_Look] = Counter()
    for run in line.runs:
        if count := han(run.text):
            looks[_look(pages, run)] += count
    return looks


def _look(pages: Pages, run: LaidRun) -> _Look:
    return _Look(pages.family(run.letters.chinese), run.letters.size)
