"""A report while it is read: its title, its sections with their lines, and whose it is."""

from dataclasses import dataclass, field
from typing import Literal

from generator.base.document_place import DocumentPlace
from generator.model.reading import ReadParagraph
from generator.read.desk import Desk
from generator.read.draft import SectionText, SubjectDraft
from generator.read.headings import Numbered
from generator.read.label_book import normal
from generator.read.values import words

_TOP, _BELOW = 1, 2


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
        """Return the sections, all of them finished."""
        return [section.closed() for section in self._open]

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
