"""Marks that both scripts have (quotes, dashes, dots): set in the Chinese font, all of them."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.rules.finding import Finding
from generator.rules.page.page_facts import Pages
from generator.rules.page.page_parts import Part


class _Met(NamedTuple):
    where: DocumentPlace
    marks: str


def marks(pages: Pages) -> Iterator[Finding]:
    """Marks of one report look alike: none is set in a Latin font, where it is narrow."""
    for part in pages.reports:
        narrow, wide = _sorted(pages, part)
        id = "marks-mixed" if wide else "marks-latin"
        for met in narrow:
            yield Finding(id, met.where, name=met.marks)


def _sorted(pages: Pages, part: Part) -> tuple[list[_Met], list[_Met]]:
    known = pages.yard.house.words.marks
    narrow: list[_Met] = []
    wide: list[_Met] = []
    for line in part.lines:
        for run in line.paragraph.runs:
            found = "".join(dict.fromkeys(letter for letter in run.text if letter in known))
            if found:
                family = pages.family(run.letters.latin)
                is_latin = bool(family) and family.isascii() and not run.letters.is_hinted
                (narrow if is_latin else wide).append(_Met(line.paragraph.place, found))
    return narrow, wide
