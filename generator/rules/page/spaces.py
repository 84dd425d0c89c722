"""Spaces and empty paragraphs where an indent, a side or a distance is meant."""

import re
from collections.abc import Iterator, Sequence

from generator.model.laid_out import LaidParagraph, LaidTable
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Role
from generator.rules.page.page_facts import POINT, Pages, has_leading_space
from generator.rules.page.page_parts import Part

_PLACED = (Role.TITLE, Role.SUBTITLE, Role.SIGNATURE, Role.DATE)
_INDENTED = (Role.BODY, Role.HEADING, Role.ATTACHMENTS)
_GAP = re.compile(r"[ \u3000\t\xa0]+")
_WIDE, _WORTH = "\u3000", 2
_SPACED_WORD = 4  # letters: 目　录 is spaced for its looks


def spaces(pages: Pages) -> Iterator[Finding]:
    """Nobody typed spaces in front of a paragraph, or to push words across the page."""
    few = pages.yard.house.limits.spaces
    for part in pages.parts:
        for line in part.lines:
            paragraph = line.paragraph
            if part.is_report and has_leading_space(paragraph):
                if line.role in _PLACED:
                    yield Finding("spaces-side", paragraph.place)
                elif line.role in _INDENTED:
                    yield Finding("spaces-indent", paragraph.place)
            letters = "".join(paragraph.text.split())
            if len(letters) > _SPACED_WORD and _pushes(paragraph.text, few):
                yield Finding("spaces-inside", paragraph.place)


def _pushes(text: str, few: int) -> bool:
    """Tell whether spaces between words are more than a gap: one of Chinese width counts for two."""
    runs = (found[0] for found in _GAP.finditer(text.strip()))
    return any(
        run.count(" ") + run.count(_WIDE) * _WORTH >= few or run.count("\t") >= _WORTH
        for run in runs
    )


def blanks(pages: Pages) -> Iterator[Finding]:
    """Empty paragraphs are no distance: one line is the most that the standard asks for."""
    few = pages.yard.house.limits.blank_lines
    for part in pages.parts:
        for run in blank_runs(part, float(pages.yard.house.limits.double) * POINT):
            height = height_of(run)
            area = part.section.area[1]
            if area > 0 and height >= area:
                yield Finding("blank-page", run[0].place, str(len(run)))
            elif len(run) >= few:
                yield Finding("blank-lines", run[0].place, str(len(run)))


def height_of(run: Sequence[LaidParagraph]) -> int:
    """Return how high paragraphs are that hold a line each."""
    return sum(p.line_height + p.setting.before + p.setting.after for p in run)


def blank_runs(part: Part, least: float) -> Iterator[list[LaidParagraph]]:
    """Give empty paragraphs that follow each other; one that is hardly seen is no distance."""
    run: list[LaidParagraph] = []
    for block in part.blocks:
        if not isinstance(block, LaidTable) and block.role is Role.BLANK:
            if block.paragraph.line_height >= least:
                run.append(block.paragraph)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run
