"""Values of inputs in plain words, one way for each value, and words back into values.

Three versions of a cell are held against one another: what it held when it was written, what it
holds, what the file says. They agree when their plain words do: 3 and 3.0, a day however written.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, NamedTuple

from generator.base.chinese import half_width, parse_date
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.excel.form.slot import NO, YES, SlotKind
from generator.model.own_typed import month_of

_GROUPED = Pattern(r"[+-]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_NUMBER = Pattern(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_TRUE, _FALSE = (YES, "true"), (NO, "false")


class Meant(NamedTuple):
    """The plain words of a cell, or why there are none."""

    words: str = ""
    fault: str = ""


def plain_words(kind: SlotKind, value: Any) -> str | None:
    """Write a value of an input in plain words; nothing for one that a cell cannot hold."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, int | Decimal):
        number = Decimal(value)
        return format(number, "f") if kind is SlotKind.QUANTITY else plain(number)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, str):
        return _words_of(kind, value)
    if isinstance(value, Sequence) and kind in (SlotKind.LINES, SlotKind.CHOICES):
        is_plain = all(isinstance(one, str) and one.strip() and "\n" not in one for one in value)
        return "\n".join(value) if is_plain else None
    return None


def _words_of(kind: SlotKind, text: str) -> str | None:
    if kind is SlotKind.DAY:
        day = parse_date(text) or month_of(text)  # a form may ask for the month alone
        return text if day is None else day.isoformat()
    return text


def meant(kind: SlotKind, text: str) -> Meant:
    """Read what a person typed into a cell as the plain words of a kind; a blank is blank."""
    if not text.strip():
        return Meant()
    if kind in (SlotKind.NUMBER, SlotKind.WHOLE):
        return _number(kind, text)
    if kind is SlotKind.DAY:
        day = parse_date(half_width(text).strip())
        fault = "不是存在的日期，或者不是这样写的，请写成 2023-04-27 或 2023年4月27日"
        return Meant(fault=fault) if day is None else Meant(day.isoformat())
    if kind is SlotKind.FLAG:
        said = text.strip().lower()
        if said in (*_TRUE, *_FALSE):
            return Meant(YES if said in _TRUE else NO)
        return Meant(fault=f"只能填“{YES}”或“{NO}”")
    if kind in (SlotKind.LINES, SlotKind.CHOICES):
        return Meant("\n".join(line.strip() for line in text.split("\n") if line.strip()))
    return Meant(text.strip() if kind is SlotKind.CHOICE else text)


def _number(kind: SlotKind, text: str) -> Meant:
    said = half_width(text).strip()
    if _GROUPED.fullmatch(said):
        said = said.replace(",", "").replace("，", "")
    if not _NUMBER.fullmatch(said):
        return Meant(fault=f"“{text.strip()[:20]}”不是数：{_number_meant(said)}")
    try:
        number = Decimal(said)
    except InvalidOperation:
        return Meant(fault="数太长")
    if kind is SlotKind.WHOLE and number != number.to_integral_value():
        return Meant(fault="应为整数")
    return Meant(plain(number))


def _number_meant(said: str) -> str:
    """Say how to write the number that was meant; its unit stands elsewhere on the sheet."""
    found = _GROUPED.search(said) or _NUMBER.search(said)
    if found is not None:
        bare = found[0].replace(",", "").replace("，", "")
        return f"请只写数字 {bare}，单位不写在这一格（金额按“金额单位”那一格）"
    return "请只写数字；没有的留空"


def value_of(kind: SlotKind, words: str) -> Any:
    """Return the value that plain words stand for, as it is written into an input."""
    if kind is SlotKind.NUMBER:
        return Decimal(words)
    if kind is SlotKind.WHOLE:
        return int(words)
    if kind is SlotKind.DAY:
        return datetime.date.fromisoformat(words)
    if kind is SlotKind.FLAG:
        return words == YES
    if kind in (SlotKind.LINES, SlotKind.CHOICES):
        return words.split("\n")
    return words


def same_words(one: str, other: str) -> bool:
    """Tell whether two plain words agree: Office programs drop blanks at the end of a text."""
    return one == other or _trimmed(one) == _trimmed(other)


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").strip().split("\n"))
