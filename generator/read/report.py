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
class Report:
    """A report: its title, its sections, and after how many subjects it stands."""

    title: str
    place: DocumentPlace
    kind: Literal["report", "text"]
    after: int
    sections: list[SectionText] = field(default_factory=list)

    @property
    def has_headings(self) -> bool:
        """Tell whether any section has a heading that is numbered 一、 or （一）, or none at all."""
        return any(s.title and s.level <= _BELOW for s in self.sections)

    def open(self, title: str, line: Numbered, rest: str, paragraph: ReadParagraph) -> None:
        """Begin a section; ``rest`` goes on in the paragraph of its heading."""
        text = words(rest)
        section = SectionText(
            title,
            line.style or paragraph.level,
            text,
            paragraph.place,
            _places(text, paragraph.place),
            line.number,
            bool(text),
        )
        self.sections.append(section)

    def append(self, text: str, place: DocumentPlace) -> None:
        """Add a paragraph to the last section; one that no heading is above opens one without."""
        added = words(text).strip("\n")
        if not self.sections:
            self.sections.append(SectionText("", _TOP, added, place, _places(added, place)))
            return
        last = self.sections[-1]
        joined = f"{last.text}\n{added}".strip("\n")
        lines = (*last.lines, *_places(added, place))
        self.sections[-1] = last._replace(text=joined, lines=lines)

    def drop(self, line: str) -> None:
        """Take the signature out of the section that it was read into."""
        if not self.sections or not self.sections[-1].text.endswith(line):
            return
        section = self.sections.pop()
        kept = section.text.removesuffix(line).rstrip("\n")
        places = section.lines[: kept.count("\n") + 1] if kept else ()
        if kept or section.title:
            self.sections.append(section._replace(text=kept, lines=places))


def _places(text: str, place: DocumentPlace) -> tuple[DocumentPlace, ...]:
    return (place,) * (text.count("\n") + 1) if text else ()


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
