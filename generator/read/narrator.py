"""Paragraphs of a document: titles, lines above a form, reports with their sections, the signature."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from generator.base.chinese import NUMERALS, parse_date
from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.reading import ReadCell, ReadParagraph
from generator.read import goal_rows
from generator.read.desk import Desk
from generator.read.draft import SectionText, SubjectDraft, Unplaced
from generator.read.headings import (
    Numbered,
    is_contents_line,
    looks_like_heading,
    split_number,
)
from generator.read.label_book import normal
from generator.read.own_fields import OwnFields
from generator.read.values import labelled_parts, one_line, squeezed, words

_ATTACHED = re.compile(rf"附\s*(?:件|表)\s*[0-9{NUMERALS}]*\s*(?:[:：].*)?")
_PAIR = re.compile(r"\s*([^:：]{2,12}?)\s*[:：](.*)", re.DOTALL)
_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_SIGNATURE, _SHORTEST_LISTED = 60, 100, 40, 4
_NOTES = ("备注", "注:", "注：", "填表说明", "说明:", "说明：")
_CHECKED = re.compile(r"([一-鿿]{2,20}(?:局|厅|部|办|委))审核")
# What a conversion leaves of a field that marks an entry of the contents.
_FIELD_CODE = re.compile(r"\s+TC\s.*\\[fl]\s.*$")
_PART = re.compile(rf"第[{NUMERALS}]部分.{{0,30}}")
_FURNITURE = re.compile(r"目\s*录|[-—]?\s*[0-9]+\s*[-—]?")
_SENTENCE = re.compile(r"[，。；！？]")


@dataclass
class Report:
    """A report: its title, its sections, and after how many subjects it stands."""

    title: str
    place: DocumentPlace
    kind: Literal["report", "text"]
    after: int
    sections: list[SectionText] = field(default_factory=list)


class Narrator:
    """Reads paragraphs onto the desk, in their order, between the tables."""

    def __init__(self, desk: Desk, known_titles: Collection[str]) -> None:
        """Take the headings that outlines know, as they are compared."""
        self._desk, self._known = desk, frozenset(known_titles)
        self.reports: list[Report] = []
        self._report: Report | None = None
        self._goal: KeyPath = ()
        self._is_notes = False
        self._last = ReadParagraph("", DocumentPlace())

    def meet_table(self) -> None:
        """A table ends goals and notes."""
        self._goal, self._is_notes = (), False

    def read(self, paragraph: ReadParagraph) -> None:
        """Read one paragraph."""
        text = _FIELD_CODE.sub("", paragraph.shown).strip().strip("*").lstrip("-").strip()
        if not text:
            return
        line = split_number(text)
        self._is_notes = self._is_notes and line.style > 2
        if is_contents_line(paragraph) or (
            _ATTACHED.fullmatch(text) and len(text) <= _LONGEST_LINE
        ):
            return
        if _PART.fullmatch(text):
            self._close()
        elif self._is_title(line, text):
            self._open(line, paragraph)
        elif goal_rows.is_numbered(text):
            self._goal = goal_rows.read_numbered(text, paragraph.place, self._desk)
        elif squeezed(text).startswith(_NOTES) and self._report is None:
            self._is_notes = True
        elif self._signature(text, paragraph) or self._line_above(text, paragraph):
            pass
        elif self._goal:
            self._go_on_with_goal(text)
        elif not self._is_notes:
            self._body(line, text, paragraph)
        self._last = paragraph

    def _is_title(self, line: Numbered, text: str) -> bool:
        if len(text) > _LONGEST_TITLE or _SENTENCE.search(text.replace("、", "")):
            return False
        return bool(self._desk.book.title_kind(line.title)) and line.style in (0, 3)

    def _open(self, line: Numbered, paragraph: ReadParagraph) -> None:
        kind = self._desk.book.title_kind(line.title)
        self._goal, self._is_notes, self._report = (), False, None
        if kind in ("report", "text"):
            self._desk.open_title(line.title, paragraph.place)
            self._start(line.title, paragraph.place, "text" if kind == "text" else "report")
        else:
            self._desk.open_title(line.title, paragraph.place)
            self._desk.draft.title = self._desk.draft.title or line.title

    def _close(self) -> None:
        """A new part of the document ends a report that has begun."""
        if self._report is not None and self._report.sections:
            self._report = None

    def _start(self, title: str, place: DocumentPlace, kind: Literal["report", "text"]) -> Report:
        self._report = Report(one_line(title), place, kind, len(self._desk.draft.subjects))
        self.reports.append(self._report)
        self._desk.draft.title = self._desk.draft.title or self._report.title
        return self._report

    def _signature(self, text: str, paragraph: ReadParagraph) -> bool:
        """Take a date that stands alone, and the line above it as the signature."""
        day = parse_date(squeezed(text))
        if day is None:
            return False
        draft = self._desk.draft
        draft.put_unit("date", day, paragraph.place)
        above = one_line(self._last.text).strip()
        if (
            above
            and len(above) <= _LONGEST_SIGNATURE
            and not _SENTENCE.search(above)
            and not _PAIR.fullmatch(above)
        ):
            draft.put_unit("signature", above, self._last.place)
            if self._report is not None and self._report.sections:
                self._drop_line(above)
        return True

    def _drop_line(self, line: str) -> None:
        """Take the signature out of the section that it was read into."""
        assert self._report is not None  # noqa: S101 - asked by the caller
        section = self._report.sections[-1]
        if section.text.endswith(line):
            kept = section.text.removesuffix(line).rstrip("\n")
            places = section.lines[: kept.count("\n") + 1] if kept else ()
            self._report.sections[-1] = section._replace(text=kept, lines=places)

    def _line_above(self, text: str, paragraph: ReadParagraph) -> bool:
        """Read a line such as 填报单位：…（2023年度）, also with several labels in it."""
        taken = [self._labelled(part, paragraph) for part in labelled_parts(text)]
        return any(taken)

    def _labelled(self, text: str, paragraph: ReadParagraph) -> bool:
        found = _PAIR.fullmatch(text) if len(text) <= _LONGEST_LINE else None
        role = self._desk.book.role(found[1]) if found else ""
        if found is None or (self._report is not None and self._report.sections):
            return False
        if not role and self._desk.book.phrases.ticked(found[2]) is None:
            return False
        if role in ("unit-name", "department-name"):
            self._desk.note_year(text)
            self._desk.note_unit(found[2], paragraph.place)
        elif role in ("score", "total"):
            return self._desk.note_total(found[2], paragraph.place)
        elif role == "measure-unit":
            return self._desk.note_money_unit(text)
        elif role == "grade":
            self._desk.wait(("stated", "grade"), one_line(found[2]), paragraph.place)
        elif role == "project-name" and found[2].strip():
            self._desk.name_project(one_line(found[2]), paragraph.place)
        elif role in ("authority", "implementer", "code") and found[2].strip():
            self._desk.wait(("project", role), one_line(found[2]), paragraph.place)
        elif found[2].strip():
            cell = ReadCell(found[2].strip(), paragraph.place, 0, 0)
            OwnFields(self._desk).put(found[1], cell)
        else:
            self._desk.tally.furnish(paragraph.place, "栏目名")
        return True

    def _go_on_with_goal(self, text: str) -> None:
        subject = self._desk.subject
        goal = subject.get(self._goal) if subject is not None else None
        if goal is not None:
            goal["expected"] = words(f"{goal.get('expected', '')}\n{text}")

    def _body(self, line: Numbered, text: str, paragraph: ReadParagraph) -> None:
        title, rest = self._known_heading(line)
        if title and (self._report is not None or line.style):
            self._section(title, line, rest, paragraph)
        elif self._report is not None and self._report.kind == "text" and self._report.sections:
            self._append(text, paragraph)
        elif looks_like_heading(paragraph, line):
            self._section(line.title, line, "", paragraph)
        elif self._report is not None and self._report.sections:
            self._append(text, paragraph)
        else:
            self._loose(text, paragraph)

    def _known_heading(self, line: Numbered) -> tuple[str, str]:
        """Return a title that is known, and the words that run on behind it."""
        title = line.title.rstrip("。：:.")
        if self._is_known(title):
            return title, ""
        head, mark, rest = line.title.partition("。")
        if mark and line.style and self._is_known(head):
            return head, rest.strip()
        return "", ""

    def _is_known(self, title: str) -> bool:
        return bool(self._desk.book.section(title)) or normal(title) in self._known

    def _section(self, title: str, line: Numbered, rest: str, paragraph: ReadParagraph) -> None:
        report = self._report or self._start("", paragraph.place, "report")
        level = line.style or paragraph.level
        text = words(rest)
        lines = (paragraph.place,) * (text.count("\n") + 1) if text else ()
        report.sections.append(SectionText(title, level, text, paragraph.place, lines))

    def _append(self, text: str, paragraph: ReadParagraph) -> None:
        assert self._report is not None  # noqa: S101 - asked by the caller
        last = self._report.sections[-1]
        added = words(text).strip("\n")
        lines = (paragraph.place,) * (added.count("\n") + 1) if added else ()
        joined = f"{last.text}\n{added}".strip("\n")
        self._report.sections[-1] = last._replace(text=joined, lines=(*last.lines, *lines))

    def _loose(self, text: str, paragraph: ReadParagraph) -> None:
        """Words outside of sections: a year or a unit of money may be in them, else they are listed."""
        is_below = self._desk.subject is not None and self._desk.subject.has_indicators
        if len(text) <= _LONGEST_TITLE and not is_below:
            self._desk.note_year(text)
        if len(text) <= _LONGEST_LINE and self._desk.note_money_unit(text):
            return
        if found := _CHECKED.fullmatch(squeezed(text)):
            self._desk.draft.put_unit("reviewer", found[1], paragraph.place)
        elif len(squeezed(text)) > _SHORTEST_LISTED and not _FURNITURE.fullmatch(text):
            self._desk.draft.unplaced.append(
                Unplaced(paragraph.place, text, "不在任何表格和章节里")
            )


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
