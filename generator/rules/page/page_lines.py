"""Lines of a report: their pitch, how many a page holds, how many characters a line holds, indents."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from generator.model.laid_out import LaidParagraph, LaidSection
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Line, Role
from generator.rules.page.page_facts import HALF_POINT, POINT, Pages, has_leading_space
from generator.rules.page.page_parts import Part

_SINGLE = 240
_GRIDS = ("lines", "linesAndChars")
_CHARACTERS = "linesAndChars"
_OF_POINT = 4096  # parts of a point, in which a grid keeps its spacing
_FEWEST = 2  # paragraphs: of fewer there is no habit


def pitch(pages: Pages) -> Iterator[Finding]:
    """The pitch of lines is fixed, the same everywhere, and a page holds as many lines as it should."""
    rules = pages.yard.letter.grid
    basis = pages.basis(rules.clause)
    for part in pages.reports:
        lines = [line.paragraph for line in part.of(Role.BODY, Role.HEADING)]
        if not lines:
            continue
        usual = Counter(map(_pitch, lines)).most_common(1)[0][0]
        first = next(line for line in lines if _pitch(line) == usual)
        height = pitch_of(first, part.section)
        if not height:
            yield Finding("pitch-loose", first.place, _said(usual), basis=basis)
        elif part.section.height and height != round(pages.yard.pitch * POINT):
            count = part.section.area[1] // height
            if count != rules.lines:
                how = f"行距 {height / POINT:g} 磅"
                yield Finding(
                    "lines-per-page", first.place, str(count), str(rules.lines), how, basis=basis
                )
        if len(lines) > _FEWEST:
            for line in lines:
                if _pitch(line) != usual:
                    yield Finding("pitch-mixed", line.place, _said(_pitch(line)), _said(usual))


def characters(pages: Pages) -> Iterator[Finding]:
    """A line holds as many characters as it should, give or take what goes unseen."""
    rules = pages.yard.letter.grid
    for part in pages.reports:
        section = part.section
        body = next((line.paragraph for line in part.of(Role.BODY)), None)
        if body is None or not section.width or section.width > section.height:
            continue
        wide = Fraction(body.size * HALF_POINT)
        wide += body.runs[0].letters.spacing if body.runs else 0
        if section.grid == _CHARACTERS:
            wide += Fraction(section.grid_spacing * POINT, _OF_POINT)
        count = section.area[0] // wide if wide > 0 else rules.characters
        if abs(count - rules.characters) > rules.characters_near:
            basis = pages.basis(rules.clause)
            found, wanted = str(count), str(rules.characters)
            yield Finding("characters-per-line", body.place, found, wanted, basis=basis)


def indents(pages: Pages) -> Iterator[Finding]:
    """A paragraph begins two characters in, and its other lines at the edge of the text."""
    for part in pages.reports:
        for line in part.of(Role.BODY, Role.HEADING):
            yield from _indent(pages, part, line)


def _indent(pages: Pages, part: Part, line: Line) -> Iterator[Finding]:
    id = f"level-{line.level}" if line.level else "body"
    paragraph, element = line.paragraph, pages.element(id)
    is_odd = paragraph.setting.side in ("center", "right") or paragraph.setting.is_framed
    if element is None or element.first is None or is_odd or has_leading_space(paragraph):
        return
    near, left = float(pages.yard.house.limits.indent_near), paragraph.indent("left")
    first = left + paragraph.indent("first")
    basis = pages.basis(element.clause)
    if abs(first - float(element.first)) > near:
        right = f"{element.first}"
        yield Finding(
            "first-line", paragraph.place, f"{first:.1f}", right, name=element.name, basis=basis
        )
    elif abs(left) > near and part.section.width:
        yield Finding("other-lines", paragraph.place, f"{left:.1f}", name=element.name, basis=basis)


def pitch_of(paragraph: LaidParagraph, section: LaidSection) -> int:
    """Return how far lines stand apart (0: that depends on the font)."""
    setting = paragraph.setting
    if setting.rule == "exact":
        return setting.line
    if section.grid in _GRIDS and setting.is_on_grid and section.pitch:
        if setting.rule == "atLeast":
            return max(setting.line, section.pitch)
        return section.pitch * setting.line // _SINGLE
    is_high = setting.rule == "atLeast" and setting.line > paragraph.line_height
    return setting.line if is_high else 0


def _pitch(paragraph: LaidParagraph) -> tuple[str, int]:
    return paragraph.setting.rule, paragraph.setting.line


def _said(pitch: tuple[str, int]) -> str:
    rule, line = pitch
    if rule == "auto":
        return (
            "单倍" if line == _SINGLE else f"{line / _SINGLE:.2f}".rstrip("0").rstrip(".") + " 倍"
        )
    said = f"{line / POINT:g} 磅"
    return said if rule == "exact" else f"最小 {said}"
