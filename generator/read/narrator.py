"""Paragraphs of a document: titles, lines above a form, reports with their sections, the signature."""

import re
from collections.abc import Collection
from typing import Literal

from generator.base.chinese import NUMERALS
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadParagraph
from generator.read import numbered_goals
from generator.read.cell_kinds import numbered_goal
from generator.read.day_line import day_of, is_period
from generator.read.front_lines import FrontLines
from generator.read.furniture_line import (
    ATTACHMENT,
    PART,
    RULE,
    furniture_of,
    opens_list,
)
from generator.read.headings import Numbered, looks_like_heading, split_number
from generator.read.label_book import normal
from generator.read.lines_above import PAIR, LinesAbove
from generator.read.own_fields import OwnFields
from generator.read.printed_values import one_line, squeezed, title_pieces, words
from generator.read.reading_order import Desk
from generator.read.report_reading import Report

_LONGEST_TITLE, _LONGEST_LINE, _LONGEST_SIGNATURE = 60, 100, 40
_LONGEST_RUN_IN = 24
_CHECKED = Pattern(r"([一-鿿]{3,21})审核")
# What a conversion leaves of a field that marks an entry of the contents.
_FIELD_CODE = Pattern(r"\s+TC\s.*\\[fl]\s.*$")
_PART = Pattern(rf"(第[{NUMERALS}]部分)\s*(.{{0,30}})")
_NUMBERED_TABLE = Pattern(rf"表\s*[0-9{NUMERALS}]")
_SENTENCE = Pattern(r"[，。；！？]")
_NOTE, _DAY = "附注", "日期"
_LOWEST_HEADING = 2


class Narrator:
    """Reads paragraphs onto the desk, in their order, between the tables."""

    def __init__(self, desk: Desk, known_titles: Collection[str]) -> None:
        """Take the headings that outlines know, as they are compared."""
        self._desk, self._known = desk, frozenset(known_titles)
        self.reports: list[Report] = []
        self._report: Report | None = None
        self._goal: KeyPath = ()
        self._is_notes = self._is_list = False
        self._is_behind_table = self._has_table = False
        self._front, self._lines = FrontLines(desk), LinesAbove(desk)
        self._last = ReadParagraph("", DocumentPlace())

    def meet_table(self) -> None:
        """A table ends goals and notes."""
        self._goal, self._is_notes, self._is_list = (), False, False
        self._is_behind_table = self._has_table = True
        self._desk.is_in_report = self._report is not None and self._report.has_begun
        self._front.leave()

    def close(self) -> None:
        """End the document: prose that nothing opened is a report if it is about performance."""
        if not self.reports and not self._has_table and self._front.is_prose:
            self._gather(self._start("", self._front.place, "report"))
        self._front.leave()
        if self._lines.signed is not None:  # a day below the text comes first
            self._desk.draft.put_unit("date", *self._lines.signed)

    def read(self, paragraph: ReadParagraph) -> None:
        """Read one paragraph."""
        text = _FIELD_CODE.sub("", paragraph.shown).strip()
        bare = text.strip("*").lstrip("-").strip()
        if not bare:
            self._furnish(paragraph, RULE)
            return
        line = split_number(bare)
        furniture = furniture_of(
            paragraph, bare, self._desk.book.phrases, is_list_open=self._is_list
        )
        self._is_list = furniture == ATTACHMENT and (
            self._is_list or opens_list(bare, self._desk.book.phrases)
        )
        if furniture:
            self._furnish(paragraph, furniture)
        elif not self._note(line, bare, paragraph):
            self._say(line, text, bare, paragraph)
            self._last = paragraph

    def _say(self, line: Numbered, text: str, bare: str, paragraph: ReadParagraph) -> None:
        """Read a paragraph that says something."""
        if part := _PART.fullmatch(bare):
            self._part(part[1], part[2].strip(), paragraph)
        elif self._is_title(line, bare) and not self._is_table_of_report(bare):
            self._open(line, paragraph)
        elif self._is_title_with_more(bare):
            title, *others = title_pieces(bare)
            self._open(split_number(title), paragraph)
            for other in others:
                self._line_above(other, paragraph)
        elif numbered_goal(bare):
            self._goal = numbered_goals.read_numbered(bare, paragraph.place, self._desk)
        elif self._signature(bare, paragraph) or self._line_above(bare, paragraph):
            pass
        elif self._goal:
            self._go_on_with_goal(bare, paragraph.place)
        else:
            self._body(line, text, paragraph)

    def _furnish(self, paragraph: ReadParagraph, what: str) -> None:
        self._desk.tally.furnish(paragraph.place, what)

    def _note(self, line: Numbered, text: str, paragraph: ReadParagraph) -> bool:
        """Pass over the notes below a form: a line that begins so, and the numbered ones behind it."""
        is_free = self._report is None or self._is_behind_table
        if is_free and self._desk.book.phrases.is_note(text):
            self._is_notes = True
        elif not (self._is_notes and line.style > _LOWEST_HEADING):
            self._is_notes = False
        if self._is_notes:
            cell = ReadCell(text, paragraph.place, 0, 0)
            OwnFields(self._desk).put_note(cell, _NOTE)
        return self._is_notes

    def _is_title(self, line: Numbered, text: str) -> bool:
        if len(text) > _LONGEST_TITLE or _SENTENCE.search(text.replace("、", "")):
            return False
        return bool(self._desk.book.title_kind(line.title)) and line.style in (0, 3)

    def _is_table_of_report(self, text: str) -> bool:
        """Tell what a table of a report is called, 表2　产出指标完成情况表, from the title of a form."""
        is_inside = self._report is not None and self._report.has_begun
        ends = self._desk.book.phrases.words("table-of-report")
        return is_inside and bool(_NUMBERED_TABLE.match(text)) and normal(text).endswith(ends)

    def _is_title_with_more(self, text: str) -> bool:
        """Tell the title of a form whose line says more: 自评表（2023年度）　　单位：万元."""
        title, *others = title_pieces(text)
        is_form = bool(others) and self._desk.book.title_kind(title) == "form"
        return is_form and self._is_title(split_number(title), title)

    def _open(self, line: Numbered, paragraph: ReadParagraph) -> None:
        kind = self._desk.book.title_kind(line.title)
        self._goal, self._report, self._is_behind_table = (), None, False
        title = line.title
        if kind in ("report", "text"):
            if kind == "report":
                title = self._front.title_before() + one_line(title)
            self._desk.open_title(title, paragraph.place)
            self._start(title, paragraph.place, "text" if kind == "text" else "report")
        else:
            self._front.leave()
            self._desk.open_title(title, paragraph.place)
            self._desk.draft.title = self._desk.draft.title or title

    def _part(self, number: str, title: str, paragraph: ReadParagraph) -> None:
        """A new part is a section of a report that has begun; else it ends what was before."""
        report = self._report
        if report is not None and report.kind == "report" and title:
            self._section(title, Numbered(0, title, number), "", paragraph._replace(level=0))
            return
        self._furnish(paragraph, PART)
        if self._report is not None and self._report.has_begun:
            self._report = None
        self._front.expect_title = not title

    def _start(self, title: str, place: DocumentPlace, kind: Literal["report", "text"]) -> Report:
        self._report = Report(one_line(title), place, kind, len(self._desk.draft.subjects))
        self.reports.append(self._report)
        self._desk.draft.title = self._desk.draft.title or self._report.title
        return self._report

    def _gather(self, report: Report) -> None:
        """Take the lines above into a report that has just begun: its title and its opening."""
        if not report.title and not self._desk.draft.subjects and report is self.reports[0]:
            report.title = self._front.title_first()
            self._desk.note_year(report.title)
        for paragraph in self._front.take():
            report.append(paragraph.shown, paragraph.place)

    def _signature(self, text: str, paragraph: ReadParagraph) -> bool:
        """Take a date that stands alone, and the line above it as the signature."""
        day = day_of(text)
        if day is None:
            return False
        draft = self._desk.draft
        draft.put_unit("date", day, paragraph.place)
        draft.tally.use(paragraph.place, "unit.date")
        above = one_line(self._last.text).strip()
        if (
            above
            and len(above) <= _LONGEST_SIGNATURE
            and not _SENTENCE.search(above)
            and not PAIR.fullmatch(above)
            and not self._desk.book.title_kind(above)
            and not split_number(above).style
            and not is_period(above)
        ):
            draft.put_unit("signature", above, self._last.place)
            draft.tally.use(self._last.place, "unit.signature")
            self._front.drop(self._last)
            if self._report is not None:
                self._report.drop(above)
        return True

    def _line_above(self, text: str, paragraph: ReadParagraph) -> bool:
        """Read a line with labels; inside a report that has begun there are none."""
        is_inside = self._report is not None and self._report.has_begun
        return not is_inside and self._lines.read(text, paragraph)

    def _go_on_with_goal(self, text: str, place: DocumentPlace) -> None:
        subject = self._desk.subject
        goal = subject.get(self._goal) if subject is not None else None
        if goal is not None:
            goal["expected"] = words(f"{goal.get('expected', '')}\n{text}")
            self._desk.tally.use(place, ".".join(map(str, (*self._goal, "expected"))))

    def _body(self, line: Numbered, text: str, paragraph: ReadParagraph) -> None:
        title, rest = self._known_heading(line)
        report = self._report
        if title and (report is not None or line.style):
            self._section(title, line, rest, paragraph)
        elif report is not None and report.kind == "text" and report.has_begun:
            report.append(text, paragraph.place)
        elif looks_like_heading(paragraph, line) or self._is_bare_heading(line):
            self._section(line.title, line, "", paragraph)
        elif report is not None and (report.has_begun or self._is_opening(text)):
            self._gather(report)
            report.append(text, paragraph.place)
        else:
            self._loose(text, paragraph)

    def _is_opening(self, text: str) -> bool:
        """Tell the first words of a report from lines that belong to its title or cover."""
        return (
            self._report is not None
            and self._report.kind == "report"
            and (
                ":" in text
                or "：" in text
                or len(text) > _LONGEST_SIGNATURE
                or _SENTENCE.search(text) is not None
            )
        )

    def _is_bare_heading(self, line: Numbered) -> bool:
        """Tell a heading 1. of a report that has none above it."""
        report = self._report
        if report is None or report.kind != "report" or line.style <= _LOWEST_HEADING:
            return False
        first = report.first_style or line.style
        is_short = len(line.title) <= _LONGEST_RUN_IN and not _SENTENCE.search(line.title)
        return not report.has_headings and line.style == first and is_short

    def _known_heading(self, line: Numbered) -> tuple[str, str]:
        """Return a title that is known, and the words that run on behind it."""
        title = line.title.rstrip("。：:.")
        if self._is_known(title, line):
            return title, ""
        head, mark, rest = line.title.partition("。")
        if mark and line.style and self._is_known(head, line):
            return head, rest.strip()
        return "", ""

    def _is_known(self, title: str, line: Numbered) -> bool:
        book = self._desk.book
        if book.section(title) or normal(title) in self._known:
            return True
        is_heading = line.style in (1, 2) and len(title) <= _LONGEST_RUN_IN
        return is_heading and not re.search("[，；。]", title) and bool(book.meaning(title))

    def _section(self, title: str, line: Numbered, rest: str, paragraph: ReadParagraph) -> None:
        report = self._report
        if report is None:
            report = self._start("", paragraph.place, "report")
        if report.kind == "report":
            self._gather(report)
        self._is_behind_table = False
        report.begin(title, line, rest, paragraph)

    def _loose(self, text: str, paragraph: ReadParagraph) -> None:
        """Words outside of sections: a year or a unit of money may be in them, else they wait."""
        is_below = self._desk.subject is not None and self._desk.subject.has_indicators
        if len(text) <= _LONGEST_TITLE and not is_below:
            self._desk.note_year(text)
        if len(text) <= _LONGEST_LINE and self._desk.note_money_unit(text):
            self._desk.tally.use(paragraph.place, "unit of money")
        elif is_period(text):
            self._furnish(paragraph, _DAY)
        elif (found := _CHECKED.fullmatch(squeezed(text))) and found[1].endswith(
            self._desk.book.phrases.words("reviewer")
        ):
            self._desk.draft.put_unit("reviewer", found[1], paragraph.place)
        else:
            self._front.add(paragraph)
