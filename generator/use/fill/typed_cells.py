"""What a cell of a workbook means, for the key that it is of: a value, a blank, or a reason why not."""

import datetime
from collections.abc import Callable
from typing import Any, NamedTuple

from generator.base.chinese import date_text, half_width
from generator.base.deadline import parse_deadline
from generator.base.number import plain
from generator.base.positions import KeyPath
from generator.excel.form.key_cells import PER_CENT, keys_of, shape_at
from generator.excel.form.plain_words import Meant, meant, value_of
from generator.excel.form.returned_sheet import CellNow
from generator.excel.form.slot import UNIT, Slot, SlotKind
from generator.model.entry import Entry
from generator.model.own_form import Declared, OwnItem
from generator.model.own_typed import read_own
from generator.model.shapes import Fault
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry

_NUMBERS = (SlotKind.NUMBER, SlotKind.WHOLE)
_DAY_0 = datetime.date(1899, 12, 30)  # from which workbooks count days
_DAYS = 36_526, 73_050  # of the years 2000 to 2099
_UNWORKED = "这一格是没有算出来的公式，请在 Excel、WPS 里算好存一次，或直接写上数"
_ERROR = "这一格是出错的公式（{}），没有取；请改好公式，或直接写上数"
_UNKNOWN = "程序不认识这一栏"
# What a workbook may fill in; the rest of a file is how it is scored and printed, and what was accepted.
_OF_UNIT = ("unit", "facts", "fields", "tables", "report")
_NOT_OF_SUBJECT = ("accept", "stated", "documents", "not-asked", "own-outline")


class Checked(NamedTuple):
    """A value that an input may hold, or why it may not."""

    value: Any = None
    fault: str = ""


def words_in(slot: Slot, now: CellNow, beside: str = "") -> Meant:
    """Return the plain words of a cell; ``beside``: the target that an actual is held against."""
    if now.error:
        return Meant(fault=_ERROR.format(now.error))
    if now.is_unworked:
        return Meant(fault=_UNWORKED)
    if fault := _serial_fault(slot, now, beside):
        return Meant(fault=fault)
    text = now.text
    if slot.kind in _NUMBERS:
        is_share = PER_CENT in slot.title
        if now.is_percent and not is_share:
            return Meant(fault=f"这一格是百分数（{text}%），这一栏要的是数，请改成常规格式重写")
        if is_share:
            text = text.strip().removesuffix(PER_CENT).removesuffix("％")
    elif now.number is not None and now.is_percent:
        text = f"{plain(now.number)}{PER_CENT}"
    return meant(slot.kind, text)


def _serial_fault(slot: Slot, now: CellNow, beside: str) -> str:
    """Tell a day that lost its format: a workbook counts days, and shows their number then."""
    number = now.number
    if number is None or number != number.to_integral_value() or not _DAYS[0] <= number <= _DAYS[1]:
        return ""
    held = (slot.base, beside) if slot.kind is SlotKind.QUANTITY else ()
    is_day = any(parse_deadline(half_width(words).replace(" ", "")) for words in held if words)
    if slot.kind is not SlotKind.DAY and not is_day:
        return ""
    meant = date_text(_DAY_0 + datetime.timedelta(days=int(number)))
    return f"{now.text} 是丢了格式的日期（{meant}），请把这一格改成日期格式，或直接写 {meant}"


# The class of the scheme that some words name: 质量指标 is 产出/质量.
ClassOf = Callable[[str], str]


def as_typed(words: str) -> str:
    """Leave a class as it was typed."""
    return words


class Models:
    """What the keys of a dossier's files are."""

    def __init__(
        self, department: str, declared: tuple[Declared, Declared], class_of: ClassOf = as_typed
    ) -> None:
        self._department, self._declared, self.class_of = department, declared, class_of

    def model(self, subject: str) -> type[Entry]:
        """Return the model of a file."""
        if subject == UNIT:
            return UnitEntry
        return DepartmentEntry if subject == self._department else ProjectEntry

    def check(self, subject: str, keys: KeyPath, slot: Slot, words: str) -> Checked:
        """Hold a value against its model, and against what the form declares."""
        shape = shape_at(self.model(subject), keys)
        is_open = keys[0] in _OF_UNIT if subject == UNIT else keys[0] not in _NOT_OF_SUBJECT
        if shape is None or not is_open:
            return Checked(fault=_UNKNOWN)
        try:
            value = value_of(slot.kind, words)
        except (ValueError, ArithmeticError):
            return Checked(fault="读不懂这一格")
        faults: list[Fault] = []
        shape.read(value, keys, faults)
        if faults:
            return Checked(fault=faults[0].message)
        item = self._item(subject, keys)
        taken = None if item is None else read_own(item, _as_input(value))
        if taken is not None and taken.fault:
            return Checked(fault=f"{taken.fault}。{taken.hint}" if taken.hint else taken.fault)
        return Checked(value)

    def is_required(self, subject: str, keys: KeyPath) -> bool:
        """Tell a key that must not go."""
        owner = self._owner(subject, keys[:-1])
        return owner is not None and any(
            known.key == keys[-1] and known.field.is_required for known in keys_of(owner)
        )

    def required(self, subject: str, row: KeyPath) -> tuple[tuple[str, str], ...]:
        """Return the keys that a new row must have, with their titles."""
        owner = self._owner(subject, row)
        known = () if owner is None else keys_of(owner)
        return tuple((one.key, one.field.title) for one in known if one.field.is_required)

    def _owner(self, subject: str, keys: KeyPath) -> type[Entry] | None:
        shape = shape_at(self.model(subject), keys)
        return getattr(shape, "model", None)

    def _item(self, subject: str, keys: KeyPath) -> OwnItem | None:
        declared = self._declared[0 if self.model(subject) is ProjectEntry else 1]
        if len(keys) == 2 and keys[0] == "fields":
            every = self._declared if subject == UNIT else (declared,)
            found = (one.field_of(str(keys[1])) for one in every)
            return next((item for item in found if item is not None), None)
        if len(keys) >= 2 and keys[-2] == "fields":
            return declared.indicator_field_of(str(keys[-1]))
        table = declared.table_of(str(keys[1])) if len(keys) == 4 and keys[0] == "tables" else None
        return None if table is None else table.column_of(str(keys[3]))


def _as_input(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
