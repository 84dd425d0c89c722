"""What every line of a part of a document is: by place, words and look."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from generator.base.chinese import NUMBER_SIGNS, NUMERALS
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadParagraph
from generator.model.laid_out import LaidBlock, LaidParagraph, LaidTable
from generator.model.page_standard import PageHouse
from generator.read.headings import is_contents_line, split_number

_LONGEST_HEADING = 36
_INSIDE = Pattern(r"[，,；;。！？]")
_STOP = "。"
_COLONS = ("：", ":")
_NUMBER = Pattern(r"[〔\[［][0-9]{4}[〕\]］]\s*[0-9]+\s*号\s*$")
_LARGE = 36  # half points: the least of a title
_LEAST_SENTENCES = 2
_MANY_TIMES = 4
_NEAR_TABLE = 2  # lines above a table that belong to it
DATE = Pattern(
    rf"\s*[0-9{NUMBER_SIGNS}○Ｏ]{{2,4}}\s*[年.\-/]\s*[0-9{NUMERALS}]{{1,3}}\s*[月.\-/]"
    rf"\s*[0-9{NUMERALS}]{{1,3}}\s*日?\s*"
)


class Role(Enum):
    """What a line is."""

    BLANK = "blank"
    LABEL = "label"
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEADING = "heading"
    BODY = "body"
    ATTACHMENTS = "attachments"
    SIGNATURE = "signature"
    DATE = "date"
    OF_TABLE = "of a table"
    OTHER = "other"


class Line(NamedTuple):
    """A paragraph with its role; ``level`` is that of a heading."""

    paragraph: LaidParagraph
    role: Role
    level: int = 0


class Sorted(NamedTuple):
    """The lines and tables of a part, and whether they make a report."""

    blocks: tuple[Line | LaidTable, ...]
    is_report: bool


class Signs(NamedTuple):
    """The words of the house as patterns, made once for a document."""

    house: PageHouse
    label: Pattern
    note: Pattern
    of_table: Pattern

    @classmethod
    def of(cls, house: PageHouse) -> "Signs":
        """Make the patterns."""
        words = "|".join(map(re.escape, house.words.notes))
        of_table = Pattern(rf"\s*(?:{words})\s*[0-9]*\s*[:：]")
        return cls(house, label_pattern(house), note_pattern(house), of_table)


def sort_lines(blocks: Sequence[LaidBlock], signs: Signs) -> Sorted:
    """Say what the lines of a part are."""
    return _Sorter(blocks, signs).sort()


def label_pattern(house: PageHouse) -> Pattern:
    """Return what the label of an attachment looks like, alone on its line."""
    word = re.escape(house.words.attachment)
    return Pattern(rf"\s*{word}\s*[0-9{NUMERALS}]{{0,3}}\s*[：:]?\s*")


def note_pattern(house: PageHouse) -> Pattern:
    """Return how the list of attachments begins."""
    return Pattern(
        rf"\s*{re.escape(house.words.attachment)}\s*(?P<number>[0-9{NUMERALS}]{{0,3}})\s*(?P<colon>[：:])"
    )


class _Sorter:
    """Finds the roles of the lines of one part."""

    def __init__(self, blocks: Sequence[LaidBlock], signs: Signs) -> None:
        self._blocks, self._house = blocks, signs.house
        self._label, self._note, self._table_note = signs.label, signs.note, signs.of_table
        self._notes = self._find_notes(blocks)

    def sort(self) -> Sorted:
        """Return the lines and tables, and whether they make a report."""
        tables = [b for b in self._blocks if isinstance(b, LaidTable)]
        is_report = self._is_report(self._blocks, tables)
        return Sorted(tuple(self._lines(self._blocks, is_report=is_report)), is_report)

    def _is_report(self, blocks: Sequence[LaidBlock], tables: Sequence[LaidTable]) -> bool:
        """Tell whether sentences make the part; beside tables it takes headings, or many more words."""
        paragraphs = [
            b
            for at, b in enumerate(blocks)
            if isinstance(b, LaidParagraph) and at not in self._notes
        ]
        sentences = sum(map(self._is_sentence, paragraphs))
        if not tables:
            return sentences > 0
        outside = sum(len(p.text.strip()) for p in paragraphs)
        inside = sum(len(cell.text) for table in tables for cell in table.cells)
        headings = sum(heading_level(p) == 1 for p in paragraphs)
        is_parted = headings >= _LEAST_SENTENCES or outside >= _MANY_TIMES * inside
        return sentences >= _LEAST_SENTENCES and is_parted

    def _is_sentence(self, paragraph: LaidParagraph) -> bool:
        text = paragraph.text
        return len(text) >= self._house.limits.sentence and _STOP in text

    def _find_notes(self, blocks: Sequence[LaidBlock]) -> frozenset[int]:
        """Return the lines of notes below tables, with their points."""
        found: set[int] = set()
        is_note = has_table = False
        for at, block in enumerate(blocks):
            if isinstance(block, LaidTable):
                is_note, has_table = False, True
                continue
            begins = has_table and self._table_note.match(block.text) is not None
            is_note = begins or (
                is_note and not block.is_blank and heading_level(block) not in (1, 2)
            )
            found |= {at} if is_note else set()
        return frozenset(found)

    def _lines(self, blocks: Sequence[LaidBlock], *, is_report: bool) -> Iterator[Line | LaidTable]:
        roles = self._roles(blocks, is_report=is_report)
        for at, block in enumerate(blocks):
            if isinstance(block, LaidTable):
                yield block
            else:
                role = roles[at]
                yield Line(block, role, heading_level(block) if role is Role.HEADING else 0)

    def _roles(self, blocks: Sequence[LaidBlock], *, is_report: bool) -> dict[int, Role]:
        roles: dict[int, Role] = {}
        near = _near_tables(blocks)
        is_front, title, is_listing = True, 0, False
        for at, block in enumerate(blocks):
            if isinstance(block, LaidTable):
                is_front, is_listing = False, False
                continue
            role = self._plain_role(block, is_listing=is_listing)
            if role in (Role.BLANK, Role.LABEL, Role.DATE):
                pass
            elif at in self._notes:
                role = Role.OF_TABLE
            elif is_front and _is_of_head(block):
                role = Role.OTHER
            elif is_front and role is not Role.HEADING and self._is_title(block):
                role = Role.TITLE if title in (0, block.size) else Role.SUBTITLE
                title = title or block.size
            elif is_front and title and role is Role.BODY and _is_addressed(block):
                role, is_front = Role.OTHER, False
            elif at in near:
                role = Role.OF_TABLE
            elif not is_report or (role is Role.BODY and block.setting.side == "center"):
                is_front = is_front and role is not Role.BODY
                role = Role.OTHER
            else:
                is_front = False
            is_listing = role is Role.ATTACHMENTS
            roles[at] = role
        self._sign(blocks, roles, is_report=is_report)
        return roles

    def _plain_role(self, paragraph: LaidParagraph, *, is_listing: bool) -> Role:
        """Say what a line is by its words alone."""
        text = paragraph.text
        if paragraph.is_blank:
            return Role.BLANK
        if self._label.fullmatch(text):
            return Role.LABEL
        read = ReadParagraph(text, paragraph.place, style=paragraph.setting.style)
        if is_contents_line(read):
            return Role.OTHER
        if self._note.match(text):
            return Role.ATTACHMENTS
        if is_listing and split_number(paragraph.shown).style == 3 and _STOP not in text:
            return Role.ATTACHMENTS
        if DATE.fullmatch(text):
            return Role.DATE
        return Role.HEADING if heading_level(paragraph) else Role.BODY

    def _is_title(self, paragraph: LaidParagraph) -> bool:
        text = paragraph.text.strip()
        is_set_apart = paragraph.setting.side == "center" or paragraph.size >= _LARGE
        return is_set_apart and len(text) <= self._house.limits.title_longest and _STOP not in text

    def _sign(
        self, blocks: Sequence[LaidBlock], roles: dict[int, Role], *, is_report: bool
    ) -> None:
        """Find the date that ends a report and the name above it; other dates are words."""
        dates = [at for at, role in roles.items() if role is Role.DATE]
        last = dates[-1] if dates and is_report else -1
        body = [at for at, role in roles.items() if role in (Role.BODY, Role.HEADING)]
        for at in dates:
            is_signed = at == last and body and body[0] < at
            if not is_signed:
                roles[at] = Role.OTHER
        if last < 0 or roles[last] is not Role.DATE:
            return
        above = next((n for n in range(last - 1, -1, -1) if roles.get(n) is not Role.BLANK), None)
        found = None if above is None else blocks[above]
        if above is None or not isinstance(found, LaidParagraph):
            return
        text = found.text.strip()
        is_name = len(text) <= self._house.limits.signature_longest and not _INSIDE.search(text)
        if roles[above] in (Role.BODY, Role.OTHER) and is_name and text:
            roles[above] = Role.SIGNATURE


def _is_of_head(paragraph: LaidParagraph) -> bool:
    """Tell whether a line belongs to the head of a letter: the body that issues it in red, its number."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    is_coloured = bool(runs) and all(run.letters.colour for run in runs)
    return is_coloured or _NUMBER.search(paragraph.text) is not None


def _is_addressed(paragraph: LaidParagraph) -> bool:
    """Tell the line that says to whom a letter goes: below its title, from the left edge, with a colon (主送机关)."""
    is_flush = paragraph.indent("first") <= 0 and not paragraph.text[:1].isspace()
    return is_flush and paragraph.text.rstrip().endswith(_COLONS) and _STOP not in paragraph.text


def heading_level(paragraph: LaidParagraph) -> int:
    """Return the level of a numbered heading on a line of its own (0: it is none)."""
    found = split_number(paragraph.shown)
    title = found.title.rstrip("：:")
    is_styled = paragraph.setting.level > 0 and _STOP not in title
    is_short = 0 < len(title) <= _LONGEST_HEADING and not _INSIDE.search(title)
    return found.style if is_short or is_styled else 0


def _near_tables(blocks: Sequence[LaidBlock]) -> frozenset[int]:
    """Return the short lines right above tables: captions, units of money."""
    near: set[int] = set()
    for at, block in enumerate(blocks):
        if not isinstance(block, LaidTable):
            continue
        for above in range(at - 1, max(at - 1 - _NEAR_TABLE, -1), -1):
            line = blocks[above]
            if not isinstance(line, LaidParagraph) or _INSIDE.search(line.text):
                break
            if heading_level(line) in (1, 2):
                break
            near.add(above)
    return frozenset(near)
