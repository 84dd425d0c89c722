"""The parts of a document, each beginning a page or an attachment."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidBlock, LaidOut, LaidParagraph, LaidSection, LaidTable
from generator.model.page_standard import PageHouse
from generator.rules.page.line_roles import Line, Role, Signs, sort_lines


class Part(NamedTuple):
    """A part: a report, a form or neither, such as a cover."""

    section: LaidSection
    blocks: tuple[Line | LaidTable, ...]
    is_report: bool
    is_form: bool
    begins_page: bool

    @property
    def place(self) -> DocumentPlace:
        """Return where the first thing stands that prints anything."""
        tables = (isinstance(b, LaidTable) or b.role is not Role.BLANK for b in self.blocks)
        first = next((at for at, prints in enumerate(tables) if prints), 0)
        block = self.blocks[first]
        return block.place if isinstance(block, LaidTable) else block.paragraph.place

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return its lines without tables."""
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def tables(self) -> tuple[LaidTable, ...]:
        """Return its tables."""
        return tuple(block for block in self.blocks if isinstance(block, LaidTable))

    def of(self, *roles: Role) -> Iterator[Line]:
        """Give the lines of some roles."""
        return (line for line in self.lines if line.role in roles)


def parts_of(document: LaidOut, house: PageHouse) -> tuple[Part, ...]:
    """Part a document where pages begin, and say what its lines are."""
    signs = Signs.of(house)
    return tuple(_part(cut, signs) for cut in _cut(document, signs))


def _part(cut: "_Cut", signs: Signs) -> Part:
    found = sort_lines(cut.blocks, signs)
    has_table = any(isinstance(block, LaidTable) for block in found.blocks)
    is_form = has_table and not found.is_report
    return Part(cut.section, found.blocks, found.is_report, is_form, cut.begins_page)


class _Cut(NamedTuple):
    section: LaidSection
    blocks: list[LaidBlock]
    begins_page: bool


def _cut(document: LaidOut, signs: Signs) -> Iterator[_Cut]:
    now: _Cut | None = None
    begins = True
    for section in document.sections:
        begins = begins or section.begins_page
        for block in section.blocks:
            is_label = isinstance(block, LaidParagraph) and bool(signs.label.fullmatch(block.text))
            if isinstance(block, LaidParagraph):
                begins = begins or block.setting.begins_page or block.breaks_before
            if now is None or begins or is_label:
                if now is not None and now.blocks:
                    yield now
                now = _Cut(section, [], begins)
            now.blocks.append(block)
            begins = isinstance(block, LaidParagraph) and block.breaks_after
    if now is not None and now.blocks:
        yield now
