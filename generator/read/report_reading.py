"""A report while it is read: its title, its sections with their lines, and whose it is."""

from dataclasses import dataclass, field
from typing import Literal

from generator.base.chinese import to_number
from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadParagraph
from generator.read.draft import SubjectDraft
from generator.read.headings import Numbered, split_number
from generator.read.label_book import normal
from generator.read.placed_values import SectionText
from generator.read.printed_values import words
from generator.read.reading_order import Desk

_TOP, _BELOW, _FEWEST = 1, 2, 2


@dataclass
class _Open:
    """A section with the lines that have come so far."""

    heading: SectionText
    lines: list[str]
    places: list[DocumentPlace]

    def add(self, text: str, place: DocumentPlace) -> None:
        added = [line for line in text.split("\n") if line]
        self.lines += added
        self.places += [place] * len(added)

    def closed(self) -> SectionText:
        return self.heading._replace(text="\n".join(self.lines), lines=tuple(self.places))


@dataclass
class Report:
    """A report: its title, its sections, and after how many subjects it stands."""

    title: str
    place: DocumentPlace
    kind: Literal["report", "text"]
    after: int
    _open: list[_Open] = field(default_factory=list)
    has_headings: bool = False  # any that is numbered 一、 or （一）, or not at all
    first_style: int = 0

    @property
    def has_begun(self) -> bool:
        """Tell whether any section has been opened."""
        return bool(self._open)

    @property
    def sections(self) -> list[SectionText]:
        """Return the sections, all of them finished; numbers alone part a report without any heading."""
        closed = [section.closed() for section in self._open]
        if len(closed) == 1 and not closed[0].title:
            return _parted(closed[0])
        return closed

    def begin(self, title: str, line: Numbered, rest: str, paragraph: ReadParagraph) -> None:
        """Begin a section; ``rest`` goes on in the paragraph of its heading."""
        text, level = words(rest), line.style or paragraph.level
        head = words(paragraph.shown).replace("\n", " ")
        heading = SectionText(title, level, "", paragraph.place, (), line.number, head, bool(text))
        self._open.append(_Open(heading, [], []))
        self._open[-1].add(text, paragraph.place)
        self.has_headings = self.has_headings or level <= _BELOW
        self.first_style = self.first_style or level

    def append(self, text: str, place: DocumentPlace) -> None:
        """Add a paragraph to the last section; one that no heading is above opens one without."""
        if not self._open:
            self._open.append(_Open(SectionText("", _TOP, "", place), [], []))
        self._open[-1].add(words(text), place)

    def drop(self, line: str) -> None:
        """Take the signature out of the section that it was read into."""
        if not self._open or not self._open[-1].lines or self._open[-1].lines[-1] != line:
            return
        last = self._open[-1]
        last.lines.pop()
        last.places.pop()
        if not last.lines and not last.heading.title:
            self._open.pop()


def _parted(section: SectionText) -> list[SectionText]:
    """Part a text whose paragraphs count up from one: each number begins a section without a heading."""
    lines = list(zip(section.text.split("\n"), section.lines, strict=True))
    numbered = [split_number(line) for line, _ in lines]
    style = next((n.style for n in numbered if n.style), 0)
    starts = [n for n, line in enumerate(numbered) if style and line.style == style]
    counted = [_count(numbered[n].number) for n in starts]
    if len(starts) < _FEWEST or counted != list(range(1, len(starts) + 1)):
        return [section]
    starts = [0, *starts] if starts[0] else starts
    parts = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    return [
        section._replace(
            text="\n".join(line for line, _ in part),
            place=part[0][1],
            lines=tuple(place for _, place in part),
        )
        for part in parts
    ]


def _count(number: str) -> int | None:
    plain = number.strip("（）()、.． ")
    return int(plain) if plain.isdecimal() else to_number(plain)


def owner_of(report: Report, subjects: list[SubjectDraft], desk: Desk) -> SubjectDraft | None:
    """Find the subject that a report is about: by its title, or by where it stands."""
    kind = (
        "department"
        if report.kind == "text" or desk.kind_of(report.title) == "department"
        else "project"
    )
    same = [s for s in subjects if s.kind == kind]
    named = [s for s in same if s.name and normal(s.name) in normal(report.title)]
    if len(named) == 1:
        return named[0]
    if len(same) == 1:
        return same[0]
    before = [s for s in subjects[: report.after] if s.kind == kind]
    if before and not before[-1].sections:
        return before[-1]
    behind = [s for s in subjects[report.after :] if s.kind == kind]
    return behind[0] if behind and not behind[0].sections else None
