"""The desk on which a draft lies while a document is read: which subject is open, what waits for one."""

import math
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.model.subject import Kind
from generator.read.draft import Draft, SubjectDraft
from generator.read.evidence_cells import CellLens
from generator.read.header_band import Band
from generator.read.indicator_class import ClassPath
from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import number, one_line, squeezed, without_days, year_in
from generator.read.tally import Tally

_TOTAL = ("stated", "total")
_FEWEST_FIELDS = 2
_ONLY_YEAR = Pattern(r"(?:19|20)[0-9]{2}年?度?")
_UNIT_LINE = Pattern(r"^\s*([0-9]{3,12})\s*(?!年)([一-鿿].{3,40})$")


@dataclass
class Desk:
    """Holds the draft and the open subject."""

    book: LabelBook
    draft: Draft = field(default_factory=Draft)
    subject: SubjectDraft | None = None
    title: str = ""
    year: int | None = None  # of the last title, or of a line below it
    money_unit: str = ""
    band: Band | None = None  # of indicators, with which the last table ended
    is_continued: bool = False  # what comes now is the rest of the form above
    is_in_report: bool = False  # the text of a report goes on around the table
    class_path: ClassPath | None = None
    class_ahead: ReadCell | None = None  # a class above the header of its indicators
    clock: Callable[[], float] = time.monotonic
    until: float = math.inf  # by the clock; later there is no time to read on
    waiting: list[tuple[KeyPath, Any, DocumentPlace]] = field(default_factory=list)
    answers: set[DocumentPlace] = field(default_factory=set)  # questions that a tick answers

    @cached_property
    def lens(self) -> CellLens:
        """Return what looks at cells, at equal ones once."""
        return CellLens(self.book)

    @property
    def tally(self) -> Tally:
        """Return where readers say what they used and what is furniture."""
        return self.draft.tally

    def is_late(self, place: DocumentPlace) -> bool:
        """Tell whether there is no time to read on, and note the place where reading stopped."""
        if self.draft.stopped_at is None and self.clock() > self.until:
            self.draft.stopped_at = place
        return self.draft.stopped_at is not None

    def open_title(self, title: str, place: DocumentPlace) -> None:
        """A title begins something new; what follows belongs to it."""
        self.tally.use(place, "title")
        self.is_continued = self._goes_on(title)
        if self.is_continued or self._is_next_sheet(title, place):
            self.note_year(title)
            return
        self.year = None
        self.note_year(title, is_title=True)
        if self.draft.subjects:
            self.drop_waiting()
        self.subject, self.title, self.money_unit = None, title, self.book.money.unit_in(title)

    def _goes_on(self, title: str) -> bool:
        """Tell the title of the rest of a form: it says so, or names the classes of a part of one."""
        own = self.subject
        if own is None or own.kind != self.kind_of(title):
            return False
        if any(squeezed(w) in squeezed(title) for w in self.book.phrases.words("continued")):
            return True
        is_part = self.book.classes.is_of_class(title)
        return is_part and (not own.has_indicators or self.book.classes.is_of_class(own.title))

    def _is_next_sheet(self, title: str, place: DocumentPlace) -> bool:
        """Tell the title of a sheet that goes on with what the one before it began: its indicators."""
        own = self.subject
        if not place.sheet or own is None or own.has_indicators or self.draft.subjects != [own]:
            return False
        sheets = {at.sheet for at in own.places.values()}
        return place.sheet not in sheets and own.kind == self.kind_of(title)

    def settle_waiting(self, *, is_about: bool) -> None:
        """End the document: answered questions alone are a form, other fields if it is about performance."""
        fields = {keys for keys, _, _ in self.waiting if keys[0] == "fields"}
        answered = any(at in self.answers for _, _, at in self.waiting)
        if not self.draft.subjects and (answered or (is_about and len(fields) >= _FEWEST_FIELDS)):
            self.need()
        self.drop_waiting()

    def drop_waiting(self) -> None:
        """Give what waits for a form that does not come to the one above; without one it is listed."""
        for keys, value, at in self.waiting:
            if self.subject is not None:
                self.subject.put(keys, value, at)
            else:
                self.draft.leave(at, str(value), "下面没有它所说的表")
        self.waiting = []

    def drop_class_ahead(self) -> None:
        """List a class below which no indicators came."""
        if self.class_ahead is not None:
            self.leave(self.class_ahead.place, self.class_ahead.text, "下面没有这一类的指标")
            self.class_ahead = None

    def note_year(self, text: str, *, is_title: bool = False) -> None:
        """Take the year from a title or a line above a form, the first that names one."""
        if self.draft.year is not None and self.year is not None:
            return
        found = year_in(without_days(text))
        if self.draft.year is None:
            self.draft.year = found
        if self.year is None and (is_title or self.subject is None):
            self.year = found

    def note_unit(self, text: str, place: DocumentPlace) -> None:
        """Take the name of the unit from a line such as 填报单位：……（盖章）."""
        name = one_line(self.book.phrases.without_seal(text)).strip(" :：")
        name = re.split(r"\s{2,}|[（(]\s*(?:19|20)?[0-9]{0,2}\s*年|\s(?:19|20)[0-9]{2}\s?年", name)[
            0
        ].strip()
        if _ONLY_YEAR.fullmatch(name):
            return  # nobody has filled the name in, and the year stands behind it
        if name and self.subject is not None:
            self.subject.unit = self.subject.unit or name
        self.draft.put_unit("name", name, place)

    def note_coded_unit(self, text: str, place: DocumentPlace) -> bool:
        """Take code and name of the unit from a line such as 222001某县文化局."""
        found = _UNIT_LINE.fullmatch(text)
        if not found:
            return False
        self.draft.put_unit("code", found[1], place)
        self.draft.put_unit("name", found[2].strip(), place)
        return True

    def note_money_unit(self, text: str) -> bool:
        """Take the unit of the amounts from a line or label that names one."""
        unit = self.book.money.unit_in(text)
        if unit and self.subject is not None and not self.subject.money_unit:
            self.subject.money_unit = unit
        elif unit:
            self.money_unit = unit
        return bool(unit)

    def leave(self, place: DocumentPlace, quote: str, reason: str) -> None:
        """List words that have no place."""
        holder = self.subject if self.subject is not None else self.draft
        holder.leave(place, quote, reason)

    def wait(self, keys: KeyPath, value: Any, place: DocumentPlace) -> None:
        """Keep a value that stands above the form of its subject."""
        if self.subject is not None and not self.subject.has_indicators:
            self.subject.put(keys, value, place)
        else:
            self.waiting.append((keys, value, place))

    def note_total(self, text: str, place: DocumentPlace) -> bool:
        """Keep a total: below the rows of a form it is that form's, above them the next one's."""
        total, subject = number(text), self.subject
        is_below = subject is not None and subject.has_indicators
        if total is not None and subject is not None and is_below and not subject.get(_TOTAL):
            subject.put(_TOTAL, total, place)
        elif total is not None:
            self.wait(_TOTAL, total, place)
        return total is not None

    def need(self, kind: Kind | None = None) -> SubjectDraft:
        """Return the open subject; without one, open one of the kind that the title announces."""
        if self.subject is None:
            self.subject = self.start(kind or self.kind_of(self.title))
        self.subject.is_in_report = self.subject.is_in_report or self.is_in_report
        return self.subject

    def identify(self, role: str) -> SubjectDraft:
        """Return the subject whose name or authority comes now; after its indicators it is a new one."""
        if self.subject is not None and self.subject.has_indicators and not self.is_continued:
            self.subject = None
        kind: Kind | None = "project" if role in ("project-name", "implementer") else None
        return self.need(kind)

    def name_project(self, name: str, place: DocumentPlace) -> SubjectDraft:
        """Open the project of a name: a cover that names it and the form behind are of one project."""
        if (known := self._named(name)) is not None:
            self.subject = known
            self.tally.use(place, "project.name")
            return known
        subject = self.identify("project-name")
        if subject.kind != "project" or (subject.name and normal(subject.name) != normal(name)):
            self.subject = None
            subject = self.need("project")
        if not subject.name:
            subject.put(("project", "name"), name, place)
        else:  # said once more
            self.tally.use(place, "project.name")
        return subject

    def _named(self, name: str) -> SubjectDraft | None:
        """Return the project that bears a name and has no form yet."""
        projects = (s for s in self.draft.subjects if s.kind == "project" and s.name)
        return next(
            (s for s in projects if not s.has_indicators and normal(s.name) == normal(name)), None
        )

    def start(self, kind: Kind) -> SubjectDraft:
        """Open a new subject, with what waits for it."""
        subject = SubjectDraft(kind, title=self.title, year=self.year, money_unit=self.money_unit)
        for keys, value, place in self.waiting:
            subject.put(keys, value, place)
        self.waiting = []
        self.draft.subjects.append(subject)
        return subject

    def kind_of(self, title: str) -> Kind:
        """Tell from a title whether it is about the department."""
        plain = "".join(title.split())
        is_whole = any(word in plain for word in self.book.phrases.words("whole-department"))
        return "department" if is_whole else "project"
