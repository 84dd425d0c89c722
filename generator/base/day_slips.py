"""Days that do not exist, and days written otherwise than a file takes them."""

import calendar
import datetime
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern

_DAY = (
    r"(?P<year>[0-9]{4}|[0-9]{2})(?P<mark>\s*年\s*|[-/.])(?P<month>[0-9]{1,2})(?:\s*月\s*|[-/.])"
    r"(?P<day>[0-9]{1,2})(?:\s*[日号])?"
)
_WHOLE = Pattern(rf"(?:{_DAY}|(?P<run>(?:19|20)[0-9]{{6}}))")
_INSIDE = Pattern(
    r"(?<![0-9])(?:(?P<year>(?:19|20)[0-9]{2})\s*年\s*)?"
    r"(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*[日号]"
)
_MONTHS, _LEAP_YEAR, _LONGEST_MONTH = 12, 2000, 31


class DaySlip(NamedTuple):
    """What is wrong with a day, and the day that is meant (``None``: nobody can tell)."""

    message: str
    day: datetime.date | None = None


def day_slip(text: str) -> DaySlip | None:
    """Look at a text that is a day and nothing else (``None``: it is none)."""
    found = _WHOLE.fullmatch(half_width(text).strip())
    if found is None:
        return None
    if found["run"]:
        parts = int(found["run"][:4]), int(found["run"][4:6]), int(found["run"][6:])
    else:
        parts = int(found["year"]), int(found["month"]), int(found["day"])
        if len(found["year"]) == 2:
            year = 2000 + parts[0]
            fault = no_such_day(year, *parts[1:])
            return DaySlip(
                f"日期不存在：{fault}"
                if fault
                else f"年份只写了两位，是不是 {year}-{parts[1]:02d}-{parts[2]:02d}"
            )
    if fault := no_such_day(*parts):
        return DaySlip(f"日期不存在：{fault}")
    return DaySlip("日期要写成年-月-日", datetime.date(*parts))


def impossible_days(text: str) -> Iterator[tuple[str, str]]:
    """Give the days of a text that do not exist, each with the reason."""
    if "月" not in text:
        return
    for found in _INSIDE.finditer(half_width(text)):
        year = int(found["year"]) if found["year"] else None
        if fault := no_such_day(year, int(found["month"]), int(found["day"])):
            yield text[found.start() : found.end()], fault


def no_such_day(year: int | None, month: int, day: int) -> str:
    """Say why there is no such day (empty: there is); without a year a leap day may be one."""
    shown = f"{year}年" if year else ""
    if not 1 <= month <= _MONTHS:
        return f"没有 {month} 月"
    longest = calendar.monthrange(year or _LEAP_YEAR, month)[1]
    if 1 <= day <= longest:
        return ""
    return f"没有{shown}{month}月{day}日，{shown}{month}月只有 {longest} 天"
