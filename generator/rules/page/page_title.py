"""The title: in the middle, its lines ending between words and about as long as each other."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.layout.column_grid import in_em
from generator.layout.filled_lines import ends_of_lines
from generator.model.laid_out import LaidParagraph
from generator.rules.finding import Finding
from generator.rules.page.line_roles import Role
from generator.rules.page.page_facts import Pages, Words
from generator.rules.page.page_parts import Part

_AROUND = 6  # characters to each side of a cut, to name it by
_MOST = 300  # characters: longer ones are no titles


class _Title(NamedTuple):
    paragraph: LaidParagraph
    lines: tuple[str, ...]


def sides(pages: Pages) -> Iterator[Finding]:
    """A title stands in the middle."""
    element = pages.element("title")
    for part in pages.reports:
        for line in part.of(Role.TITLE):
            if element is not None and line.paragraph.setting.side != element.side:
                yield Finding("title-side", line.paragraph.place, basis=pages.basis(element.clause))


def breaks(pages: Pages) -> Iterator[Finding]:
    """Lines of a title end where a word ends, and the last is not much shorter than the rest."""
    element = pages.element("title")
    basis = pages.basis(element.clause) if element is not None else ""
    for part in pages.parts:
        title = _title(pages, part)
        if title is None or len(title.lines) < 2:
            continue
        where = title.paragraph.place
        for cut in _cuts(pages, title.lines):
            yield Finding("title-cut", where, cut, basis=basis)
        wide = [pages.yard.ruler.measured(line).ends[-1] for line in title.lines]
        if wide[-1] < max(wide) * pages.yard.house.limits.title_short:
            yield Finding("title-short", where, title.lines[-1], basis=basis)


def _title(pages: Pages, part: Part) -> _Title | None:
    """Return the title as it is set: over several paragraphs, and broken where the paper ends."""
    found = [line.paragraph for line in part.of(Role.TITLE)]
    room = part.section.area[0]
    if not found or room <= 0 or sum(len(p.text) for p in found) > _MOST:
        return None
    lines: list[str] = []
    for paragraph in found:
        ems = in_em(room, paragraph.size, pages.yard.ruler.em)
        for text in paragraph.text.strip().split("\n"):
            ends = ends_of_lines(pages.yard.ruler.measured(text), ems)
            lines += (text[a:b].strip() for a, b in pairwise([0, *ends]))
    return _Title(found[0], tuple(filter(None, lines)))


def _cuts(pages: Pages, lines: tuple[str, ...]) -> Iterator[str]:
    """Give where a line ends inside a word; one of several words (项目支出) may be parted between them."""
    if pages.yard.words is None:
        return
    whole, words = "".join(lines), pages.yard.words
    edges = [*accumulate(map(len, lines))][:-1]
    for start, end in pairwise([*words(whole), len(whole)]):
        for edge in edges:
            if not start < edge < end:
                continue
            halves = (whole[start:edge], whole[edge:end])
            if not all(_is_of_words(half, words) for half in halves):
                before, after = whole[max(edge - _AROUND, 0) : edge], whole[edge : edge + _AROUND]
                yield f"{before}／{after}"


def _is_of_words(half: str, words: Words) -> bool:
    """Tell whether half of a word is made of words, none of them a single character."""
    starts = [*words(half), len(half)]
    return all(end - start > 1 for start, end in pairwise(starts))
