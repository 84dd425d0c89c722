"""Paper and margins as the standard has them, where no table needs more room."""

from collections.abc import Iterator

from generator.model.laid_out import LaidSection, LaidTable
from generator.model.page_mend import Margins, Mend, Paper
from generator.model.value_kinds import Amount
from generator.rules.page import paper
from generator.rules.page.page_facts import MILLIMETRE, Pages
from generator.rules.page.set_table import span_of


class PaperMender:
    """Works out the pages of sections as they should be."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        rules, size = pages.yard.letter.margins, pages.yard.letter.paper
        self._paper = (_twips(size.width), _twips(size.height))
        self._text = (_twips(rules.text_width), _twips(rules.text_height))
        self._edges = (_twips(rules.top), _twips(rules.left))
        self._sections = pages.document.sections
        self._told = [
            (finding.id, number)
            for rule in (paper.paper, paper.margins)
            for finding in rule(pages)
            for number, section in enumerate(self._sections)
            if self._can_be_mended(section)
            and finding.where in {block.place for block in section.blocks}
        ]

    def mends(self) -> Iterator[Mend]:
        """Give the changes of sections; where the paper changes, so do its edges."""
        width, height = self._paper
        top, left = self._edges
        for id, number in self._told:
            where = paper.place_of(self._sections[number].blocks)
            if id == "paper-size":
                yield Mend(id, where, Paper(number, width, height))
            if id != "paper-size" or self._is_report(number):
                right, bottom = width - left - self._text[0], height - top - self._text[1]
                yield Mend(id, where, Margins(number, top, right, bottom, left))

    def area_height(self, section: LaidSection) -> int:
        """Return how high the text of a section will be."""
        own = {n for id, n in self._told if id != "paper-size" or self._is_report(n)}
        is_mended = any(self._sections[number] is section for number in own)
        return self._text[1] if is_mended else section.area[1]

    def _is_report(self, number: int) -> bool:
        return any(part.section is self._sections[number] for part in self._pages.reports)

    def _can_be_mended(self, section: LaidSection) -> bool:
        """Tell whether the text has room enough within the edges of the standard."""
        tables = (block for block in section.blocks if isinstance(block, LaidTable))
        near = self._pages.yard.house.limits.near_width
        return section.width <= section.height and all(
            span_of(table.widths) <= self._text[0] + near for table in tables
        )


def _twips(millimetres: Amount) -> int:
    return round(float(millimetres) * MILLIMETRE)
