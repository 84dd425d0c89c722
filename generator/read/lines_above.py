"""Lines above a form that hold labels with their values: 填报单位：…（2023年度）　　单位：万元."""

import datetime
import re
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadParagraph
from generator.read.day_line import day_of, is_period
from generator.read.money_unit import USUAL
from generator.read.own_fields import OwnFields
from generator.read.printed_values import labelled_parts, number, one_line
from generator.read.question_line import question_and_answer
from generator.read.reading_order import Desk

PAIR = Pattern(r"\s*([^:：]{2,12}?)\s*[:：](.*)", re.DOTALL)
_LONGEST_LINE = 100
_LONGEST_GRADE = 6  # 自评结论：自评得分96分，等级为优 is a sentence
_DIGITS = "0123456789.,，¥￥ "
_NAMES_UNIT = ("unit-name", "department-name")
_OF_PROJECT = ("authority", "implementer", "code")


class LinesAbove:
    """Reads such lines onto the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.signed: tuple[datetime.date, DocumentPlace] | None = None  # 填报日期：2023年4月10日

    def read(self, text: str, paragraph: ReadParagraph) -> bool:
        """Read a line, also with several labels in it; what of it nobody knows is listed."""
        parts = [piece for part in labelled_parts(text) for piece in self._pieces(part)]
        taken = [self._labelled(part, paragraph) for part in parts]
        if not any(taken):
            return False
        if paragraph.place not in self._desk.tally.furniture or len(parts) > 1:
            self._desk.tally.use(paragraph.place, "line")
        for part, is_taken in zip(parts, taken, strict=True):
            if is_period(part):  # （2022年度）　　单位：元
                self._desk.note_year(part)
            if not is_taken and not self._is_of_the_form(part):
                self._desk.leave(paragraph.place, part.strip(), "这一部分没有认出的栏目名")
        return True

    def _pieces(self, part: str) -> list[str]:
        """Cut the number of the form off that stands behind a gap: 部门：某县中学　公开14表."""
        *_, last = part.split() or [""]
        head = part.rstrip().removesuffix(last).rstrip()
        return [head, last] if head and self._desk.book.phrases.is_form_number(last) else [part]

    def _is_of_the_form(self, part: str) -> bool:
        """Tell a part of a line that says no more: a year, a blank to be filled in, a form's number."""
        phrases = self._desk.book.phrases
        _, colon, said = part.replace("：", ":").partition(":")
        if phrases.says_nothing(part) or (colon and phrases.says_nothing(said)):
            return True
        return is_period(part) or phrases.is_form_number(part)

    def _labelled(self, text: str, paragraph: ReadParagraph) -> bool:
        if asked := question_and_answer(text, self._desk.book.phrases):
            self._value(asked[0], "", asked[1], paragraph)
            return True
        found = PAIR.fullmatch(text) if len(text) <= _LONGEST_LINE else None
        if found is None:
            return False
        desk, said = self._desk, found[2]
        role = desk.book.role(found[1])
        if not role and desk.book.phrases.ticked(said) is None:
            return False
        if role in _NAMES_UNIT:
            desk.note_year(text)
            desk.note_unit(said, paragraph.place)
        elif role in ("score", "total"):
            return desk.note_total(said, paragraph.place)
        elif role == "year":
            desk.note_year(said if "年" in said else f"{said.strip()}年")
        elif role == "measure-unit":
            return self._unit(text, said, paragraph)
        else:
            self._value(found[1], role, said.strip(), paragraph)
        return True

    def _unit(self, text: str, said: str, paragraph: ReadParagraph) -> bool:
        """Take 单位：万元 for the unit of the money, 单位：某市海洋局 for the one that fills in."""
        if self._desk.book.money.unit_in(text):
            return self._desk.note_money_unit(text)
        name = one_line(said)
        if not self._desk.book.phrases.is_body(name):
            return False
        self._desk.note_unit(name, paragraph.place)
        return True

    def _amount(self, label: str, said: str) -> Decimal | None:
        """Read an amount in the unit of the money; the first one that names a unit names it for all."""
        desk, money = self._desk, self._desk.book.money
        own = money.unit_in(label) or money.unit_in(f"（{said.lstrip(_DIGITS)}）")
        if own and not desk.money_unit:
            desk.note_money_unit(f"（{own}）")
        unit = (desk.subject.money_unit if desk.subject is not None else "") or desk.money_unit
        value = money.amount(said, own or unit or USUAL)
        return None if value is None else money.convert(value, own or unit or USUAL, unit or USUAL)

    def _value(self, label: str, role: str, said: str, paragraph: ReadParagraph) -> None:
        desk, place = self._desk, paragraph.place
        if role == "grade" and len(one_line(said)) <= _LONGEST_GRADE:
            desk.wait(("stated", "grade"), one_line(said), place)
        elif role in AMOUNTS and (value := self._amount(label, said)) is not None:
            desk.wait(("funds", role), value, place)
        elif role == "rate" and (value := number(said)) is not None:
            desk.wait(("funds", "stated", "rate"), value, place)
        elif role == "project-name" and said:
            desk.name_project(one_line(said), place)
        elif role in _OF_PROJECT and said:
            desk.wait(("project", role), one_line(said), place)
        elif said:
            if label.strip().endswith(desk.book.phrases.words("date-label")):
                day = day_of(said)
                self.signed = self.signed or ((day, place) if day is not None else None)
            OwnFields(desk).put(
                label, ReadCell(desk.book.phrases.answer(said) or said, place, 0, 0)
            )
        else:
            desk.tally.furnish(place, "栏目名")
