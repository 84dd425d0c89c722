"""A labelled value of a form: which key of the inputs it is."""

from collections.abc import Callable

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell
from generator.model.subject import Kind
from generator.read import goal_rows
from generator.read.draft import SubjectDraft
from generator.read.funds_row import put_amount
from generator.read.own_fields import OwnFields
from generator.read.printed_values import (
    number,
    one_line,
    without_code,
    words,
)
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_TEXTS = {
    "overview": ("project", "overview"),
    "adjustment": ("funds", "adjustment"),
    "explanation": ("funds", "explanation"),
    "purpose": ("funds", "purpose"),
    "deviation": ("result", "deviation"),
    "improvement": ("result", "improvement"),
}
_GRADE = ("stated", "grade")
_LONGEST_GRADE = 8
# 良（优：≥90分；良：80（含）—90分……）: the scale stands behind the grade, in the same cell.
_BEFORE_SCALE = Pattern(r"(?P<grade>[^（(；;，,。：:0-9\s]{1,4})[（(；;，,].*[0-9]\s*分")


class FieldTaker:
    """Puts labelled values where they belong."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.own = OwnFields(desk)
        self.names_project = False  # the row that is read now: it begins a form

    def take(self, spot: Spot, value: ReadCell | None) -> None:
        """Put a labelled value where it belongs."""
        role, desk = spot.role, self._desk
        if value is None or self.own.furnish(value):
            return
        text, place = one_line(value.text), value.place
        takers: dict[str, Callable[[], object]] = {
            "project-name": lambda: desk.name_project(text, place),
            "department-name": lambda: self._department(text, value),
            "unit-name": lambda: self._unit(text, value),
            "code": lambda: desk.identify(role).put(("project", "code"), text, place),
            "unit-code": lambda: desk.draft.put_unit("code", text, place),
            "year": lambda: self._year(text, value),
            "authority": lambda: self._about(spot, text, value),
            "implementer": lambda: self._about(spot, text, value),
            "basic": lambda: self._amount(("department", role), spot, value, "department"),
            "projects": lambda: self._amount(("department", role), spot, value, "department"),
            "expected": lambda: self.goal_text("expected", value, spot.text),
            "achieved": lambda: self.goal_text("achieved", value),
            "goals": lambda: self.goal_text("expected", value, spot.text),
            "actual": lambda: self.goal_text("achieved", value),  # outside of any row of indicators
            "fund-total": lambda: self._amount(("funds", "budget"), spot, value),
            "fund-source": lambda: self._source(spot, value),
            "grade": lambda: self._grade(spot, value),
            "problem": lambda: self._finding("text", value),
            "measure": lambda: self._finding("measure", value),
            "measure-unit": lambda: self._money_unit(spot, text, value),
            "conclusion": lambda: self._conclusion(spot, value),
            "ignored": lambda: desk.tally.furnish(place, "序号"),
            "score": lambda: self._score(value),
            "total": lambda: self._score(value),
        }
        if role in AMOUNTS:
            self._amount(("funds", role), spot, value)
        elif role in _TEXTS:
            self._text(_TEXTS[role], value)
        elif role in takers:
            takers[role]()
        elif role == "rate" and (rate := number(text)) is not None:
            desk.need().put(("funds", "stated", "rate"), rate, place)
        else:
            self.own.put(spot.text, value)

    def _grade(self, spot: Spot, value: ReadCell) -> None:
        """Take the grade: below the rows of a form it is that form's, above them the next one's."""
        ticked, subject = self._desk.book.phrases.ticked(value.text), self._desk.subject
        grade = one_line(value.text) if ticked is None else "".join(ticked[:1])
        if found := _BEFORE_SCALE.match(grade):
            grade = found["grade"]
        is_sentence = grade.endswith("。") and grade[:-1] not in self._desk.book.phrases.words(
            "grade-word"
        )
        if len(grade) > _LONGEST_GRADE or is_sentence:  # under 自评结论 stands no grade
            self._conclusion(spot, value)
        elif not grade or (ticked is not None and len(ticked) > 1):
            self.leave(value, "没有勾选等级")
        elif subject is not None and subject.has_indicators and not subject.get(_GRADE):
            subject.put(_GRADE, grade, value.place)
        else:
            self._desk.wait(_GRADE, grade, value.place)

    def _amount(self, keys: KeyPath, spot: Spot, value: ReadCell, kind: Kind | None = None) -> None:
        """Set an amount; its label may name the unit: 预算数（万元）."""
        subject, unit = self._desk.need(kind), self._desk.book.money.unit_in(spot.text)
        subject.money_unit = subject.money_unit or unit
        put_amount(self._desk, subject, keys, value, unit)

    def _year(self, text: str, value: ReadCell) -> None:
        self._desk.note_year(text if "年" in text else f"{text}年")
        self._desk.tally.use(value.place, "year")

    def _money_unit(self, spot: Spot, text: str, value: ReadCell) -> None:
        if self._desk.note_money_unit(f"单位:{text}"):
            self._desk.tally.use(value.place, "funds.unit")
        else:
            self.own.put(spot.text, value)

    def execution(self, role: str, value: ReadCell) -> None:
        """Take weight or score that stand beside the rate: they are those of the execution."""
        if self.own.furnish(value):
            return
        if (points := number(value.text)) is None:
            self.leave(value, "不是数")
        else:
            self._desk.need().put(("funds", "stated", role), points, value.place)

    def _conclusion(self, spot: Spot, value: ReadCell) -> None:
        """Keep a conclusion as it is, and what it claims to be compared."""
        self.own.put(spot.text, value)
        self.claims(value)

    def claims(self, value: ReadCell) -> None:
        """Note the total and the grade that a text claims."""
        if self._desk.subject is None:
            return
        subject = self._desk.subject
        if (total := self._desk.book.claims.total(value.text)) is not None:
            subject.put(("stated", "narrative", "total"), total, value.place)
        if grade := self._desk.book.claims.grade(value.text):
            subject.put(("stated", "narrative", "grade"), grade, value.place)

    def _about(self, spot: Spot, text: str, value: ReadCell) -> None:
        name, code = without_code(text)
        subject = self._repeated(spot.role, value) or self._desk.identify(spot.role)
        label = self.own.name_of(spot.text)
        if subject.kind == "project" and self._is_another(subject, spot.role, label, name):
            self.own.keep(label, text, value.place)
        elif subject.kind == "project":
            subject.labels.setdefault(spot.role, label)
            subject.put(("project", spot.role), name, value.place)
            if code:  # as it is printed, code and all
                name = label if "代码" in label else f"{label}（含代码）"
                self.own.keep(name, text, value.place)
        elif spot.role == "authority":
            self.own.put(spot.text, value)

    def _is_another(self, subject: SubjectDraft, role: str, label: str, name: str) -> bool:
        """Tell a body of another level: 县级主管部门 behind 省级主管部门 is no second version of it."""
        first = subject.get(("project", role))
        return bool(first) and first != name and subject.labels.get(role, label) != label

    def _repeated(self, role: str, value: ReadCell) -> SubjectDraft | None:
        """Return the open subject where a form says once more, below its rows, whose it is."""
        subject = self._desk.subject
        first = subject.places.get(("project", role)) if subject is not None else None
        if subject is None or first is None:
            return None
        is_here = first.table == value.place.table
        return subject if is_here and not self.names_project else None

    def _department(self, text: str, value: ReadCell) -> None:
        subject = self._desk.identify("department-name")
        if subject.kind == "project" and not subject.name and len(subject.values) == 0:
            self._desk.draft.subjects.remove(subject)
            self._desk.subject = None
            subject = self._desk.need("department")
        self._desk.draft.put_unit("name", text, value.place)
        if subject.kind == "department" and self._desk.draft.unit["name"] != text:
            subject.put(("department", "name"), text, value.place)

    def _unit(self, text: str, value: ReadCell) -> None:
        self._desk.note_unit(text, value.place)
        if self._desk.kind_of(self._desk.title) == "department":
            self._desk.identify("unit-name")

    def _text(self, keys: tuple[str, str], value: ReadCell) -> None:
        subject = self._desk.need()
        if keys[0] == "project" and subject.kind == "department":
            keys = ("department", keys[1])
        subject.put(keys, words(value.text), value.place)

    def goal_text(self, key: str, value: ReadCell, label: str = "") -> None:
        """Set expected or achieved of the one goal."""
        goal_rows.put_text(self._desk, key, value, label)

    def _finding(self, key: str, value: ReadCell) -> None:
        subject = self._desk.need()
        if key == "measure" and not subject.get(("problem",)):
            subject.put(("result", "improvement"), words(value.text), value.place)
            return
        subject.put(("problem", 0, key), words(value.text), value.place)

    def _score(self, value: ReadCell) -> None:
        """Take a score beside its label: above the indicators it is the total of the form."""
        if not self._desk.note_total(value.text, value.place):
            self.leave(value, "不是数")

    def _source(self, spot: Spot, value: ReadCell) -> None:
        """Take 其中：财政资金 | 200000: a source of the budget."""
        subject = self._desk.need()
        sources = subject.get(("funds", "sources")) or []
        name = self._desk.book.part_name(spot.text)
        same = next((i for i, s in enumerate(sources) if s["name"] == name), None)
        if same is not None:
            self._second(("funds", "sources", same), value, subject)
            return
        keys = ("funds", "sources", len(sources))
        subject.put((*keys, "name"), name, spot.cell.place)
        put_amount(self._desk, subject, (*keys, "budget"), value)

    def _second(self, keys: KeyPath, value: ReadCell, subject: SubjectDraft) -> None:
        """A source named twice in a row stands below the budget first, then below what was spent."""
        first = subject.places.get((*keys, "budget"))
        at = value.place
        is_beside = first is not None and (first.table, first.row) == (at.table, at.row)
        if is_beside and subject.get((*keys, "spent")) is None:
            put_amount(self._desk, subject, (*keys, "spent"), value)
        else:
            self.leave(value, "资金来源重复")

    def leave(self, cell: ReadCell, reason: str) -> None:
        """List words that have no place."""
        self._desk.leave(cell.place, cell.text, reason)
