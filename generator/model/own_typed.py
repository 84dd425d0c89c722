"""A value of the form's own, read as its declaration wants it, and written as the form prints it."""

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.base.chinese import date_text, half_width, parse_date
from generator.base.number import fixed, written
from generator.base.pattern import Pattern
from generator.base.suggestion import suggest
from generator.base.toml_literal import bare_key
from generator.model.own_form import OwnItem, OwnKind
from generator.model.value_kinds import LARGEST_AMOUNT

Typed = str | Decimal | bool | datetime.date | tuple[str, ...]
AND, GAP = "、", "　"
_MONTH = Pattern(r"([0-9]{4})(?:\s*年\s*([0-9]{1,2})\s*月|[-./]([0-9]{1,2}))")
_QUOTED = Pattern(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_PHONE = Pattern(r"(?=(?:.*[0-9]){5})[0-9+()（）\-—、,，/;；转 ]+")


class Taken(NamedTuple):
    """A value as it was meant (``None``: blank, or wrong), what is wrong with it, and what to do."""

    value: Typed | None = None
    fault: str = ""
    hint: str = ""


BLANK = Taken()


def read_own(item: OwnItem, raw: Any) -> Taken:
    """Read a value of an input by its declaration; a blank text is no value."""
    if raw is None or raw == () or (isinstance(raw, str) and not raw.strip()):
        return BLANK
    return _READERS[item.kind](item, raw)


def write_own(item: OwnItem, value: Typed) -> str:
    """Write a value as the form prints it, without its unit."""
    if isinstance(value, bool):
        return item.words[0 if value else 1]
    if isinstance(value, Decimal):
        return write_number(item, value)
    if isinstance(value, datetime.date):
        return _STYLES[item.style](value)
    return value if isinstance(value, str) else AND.join(value)


def write_number(item: OwnItem, value: Decimal) -> str:
    """Write a number with the places and the separators that the form wants."""
    text = written(value) if item.places is None else fixed(value, item.places)
    if not item.grouped:
        return text
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.lstrip('-')):,}{point}{rest}"


def chosen(item: OwnItem, value: Typed | None) -> tuple[str, ...]:
    """Return the options that are ticked."""
    if value is None:
        return ()
    if isinstance(value, bool):
        return (item.words[0 if value else 1],)
    return value if isinstance(value, tuple) else (str(value),)


def tick(item: OwnItem, value: Typed | None, option: str) -> str:
    """Return the mark of an option."""
    return item.ticked if option in chosen(item, value) else item.unticked


def boxes(item: OwnItem, value: Typed | None) -> str:
    """Write all options in a line, each behind its mark."""
    return GAP.join(f"{tick(item, value, option)}{option}" for option in item.words)


def _text(item: OwnItem, raw: Any) -> Taken:
    if not isinstance(raw, str):
        return Taken(None, "应为带引号的文字", f'请写成 {bare_key(item.name)} = "……"')
    is_open = _QUOTED.search(raw) is not None
    length = length_of(_QUOTED.sub("", raw))  # what is quoted is counted where it is known
    fault = length_fault(item, length)
    if fault and not (is_open and item.shortest is not None and length < item.shortest):
        return Taken(None, fault, "请改写")
    return Taken(raw)


def length_fault(item: OwnItem, length: int) -> str:
    """Say that a text is too long or too short (empty: it is neither)."""
    if item.longest is not None and length > item.longest:
        return f"有 {length} 字，最多 {item.longest} 字"
    if item.shortest is not None and length < item.shortest:
        return f"只有 {length} 字，最少 {item.shortest} 字"
    return ""


def length_of(text: str) -> int:
    """Count the signs of a text as forms do: blanks are none."""
    return len("".join(text.split()))


def _phone(item: OwnItem, raw: Any) -> Taken:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return Taken(None, "应为带引号的文字", f'请写成 {bare_key(item.name)} = "{raw}"')
    if not isinstance(raw, str) or not _PHONE.fullmatch(half_width(raw).strip()):
        return Taken(None, "不是电话号码", '请写成 "0731-12345678" 这样的号码')
    return Taken(raw)


def _number(item: OwnItem, raw: Any) -> Taken:
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        unit = f"，单位（{item.unit}）不写" if item.unit else ""
        return Taken(None, "应为不带引号的数字", f"请写成 {bare_key(item.name)} = 12{unit}")
    value = Decimal(raw)
    if abs(value) > LARGEST_AMOUNT:
        return Taken(None, f"不能大于 {LARGEST_AMOUNT}", "请核对")
    return Taken(value)


def _date(item: OwnItem, raw: Any) -> Taken:
    if isinstance(raw, datetime.date):
        return Taken(raw)
    day = parse_date(raw) if isinstance(raw, str) else None
    if day is None and isinstance(raw, str) and item.style == "年月":
        day = month_of(raw)
    if day is None:
        hint = "请写成 2023-04-27 或 2023年4月27日（带引号）"
        return Taken(None, "不是存在的日期", hint)
    return Taken(day)


def month_of(text: str) -> datetime.date | None:
    """Read 2024年3月 as its first day."""
    found = _MONTH.fullmatch(half_width(text).strip())
    month = int(found[2] or found[3]) if found else 0
    is_one = found is not None and int(found[1]) >= datetime.MINYEAR and 1 <= month <= 12
    return datetime.date(int(found[1]), month, 1) if found and is_one else None


def _yes_no(item: OwnItem, raw: Any) -> Taken:
    if isinstance(raw, bool):
        return Taken(raw)
    if isinstance(raw, str) and raw.strip() in item.words:
        return Taken(raw.strip() == item.words[0])
    yes, no = item.words[:2]
    return Taken(None, f"只能是其中之一：true（{yes}）、false（{no}）", "不带引号")


def _choice(item: OwnItem, raw: Any) -> Taken:
    picked = raw if isinstance(raw, tuple) else (raw,)
    if len(picked) > 1 and not item.several:
        return Taken(None, "只能选一项", f'请写成 {bare_key(item.name)} = "{item.words[0]}"')
    wrong = next((one for one in picked if one not in item.words), None)
    if wrong is not None:
        listed = f"只能是其中之一：{'、'.join(item.words)}"
        return Taken(None, listed, suggest(str(wrong), item.words))
    if not item.several:
        return Taken(picked[0])
    return Taken(tuple(one for one in item.words if one in picked))


def _serial(item: OwnItem, raw: Any) -> Taken:
    del item, raw
    return Taken(None, "是序号，不必填写", "请删去")


_READERS: Mapping[OwnKind, Callable[[OwnItem, Any], Taken]] = MappingProxyType(
    {
        "text": _text,
        "prose": _text,
        "person": _text,
        "phone": _phone,
        "number": _number,
        "amount": _number,
        "date": _date,
        "yes-no": _yes_no,
        "choice": _choice,
        "serial": _serial,
    }
)
_STYLES: Mapping[str, Callable[[datetime.date], str]] = MappingProxyType(
    {
        "年月日": date_text,
        "年月": lambda day: f"{day.year}年{day.month}月",
        "-": lambda day: f"{day:%Y-%m-%d}",
        ".": lambda day: f"{day.year}.{day.month}.{day.day}",
        "/": lambda day: f"{day.year}/{day.month}/{day.day}",
    }
)
