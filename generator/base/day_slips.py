"""Days that do not exist, and days written otherwise than a file takes them."""

import calendar
import datetime
from collections.abc import Callable, Iterator
from re import Match
from typing import NamedTuple

from generator.base.chinese import DIGITS_ALONE, NUMERALS, from_digits, half_width, to_number
from generator.base.pattern import Pattern

_DAY = (
    r"(?P<year>[0-9]{4}|[0-9]{2})(?P<mark>\s*年\s*|[-/.])(?P<month>[0-9]{1,2})(?:\s*月\s*|[-/.])"
    r"(?P<day>[0-9]{1,2})(?:\s*[日号])?"
)
_WHOLE = Pattern(rf"(?:{_DAY}|(?P<run>(?:19|20)[0-9]{{6}}))")
_YEAR = r"(?:19|20)[0-9]{2}"
_INSIDE = Pattern(
    rf"(?<![0-9])(?:(?P<year>{_YEAR})\s*年\s*)?"
    r"(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*[日号]"
)
_SPELT = Pattern(
    rf"(?:(?P<year>[{DIGITS_ALONE}]{{4}})年)?(?<![{NUMERALS}])(?P<month>[{NUMERALS}]{{1,2}})月"
    rf"(?P<day>[{NUMERALS}]{{1,3}})[日号]"
)
_MARKED = Pattern(
    rf"(?<![0-9A-Za-z./-])(?P<year>{_YEAR})\s*(?P<mark>[-./])\s*(?P<month>[0-9]{{1,2}})"
    r"\s*(?P=mark)\s*(?P<day>[0-9]{1,2})(?![0-9A-Za-z/-]|\.[0-9])"
)
_MARK = Pattern(r"[-./]")
_RUN = Pattern(rf"(?<![0-9])(?P<year>{_YEAR})(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})(?![0-9])")
_NUMERALS = (
    (Pattern(rf"[{DIGITS_ALONE}]{{4}}(?=年)"), from_digits),
    (Pattern(rf"(?<![{NUMERALS}])[{NUMERALS}]{{1,2}}(?=月)"), to_number),
    (Pattern(rf"(?<=月)[{NUMERALS}]{{1,3}}(?=[日号])"), to_number),
)
_DUE = "之以前完成日 "  # behind a day, where a text says no more
_SHORTEST = 8  # of what is written without 月: 2024-2-3, 20240203
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


class StrangeDay(NamedTuple):
    """A day that no calendar has, as it is written, where it stands in its text, and why it is none."""

    said: str
    fault: str
    start: int
    has_year: bool = True


def impossible_days(text: str, *, is_value: bool = False) -> Iterator[StrangeDay]:
    """Give the days of a text that do not exist, in whatever way they are written.

    In a text that is a value, and no sentence, digits are a day which elsewhere may be the number of
    a file.
    """
    if len(text) < _SHORTEST and "月" not in text:
        return
    plain = half_width(text)
    if "月" in plain:
        for found in _INSIDE.finditer(plain):
            year = int(found["year"]) if found["year"] else None
            yield from _strange(text, found, year, int(found["month"]), int(found["day"]))
        for found in _SPELT.finditer(plain):
            year = from_digits(found["year"]) if found["year"] else None
            month, day = to_number(found["month"]), to_number(found["day"])
            if month is not None and day is not None:
                yield from _strange(text, found, year, month, day)
    for found in _MARKED.finditer(plain) if _MARK.search(plain) else ():
        year, month, day = (int(found[name]) for name in ("year", "month", "day"))
        if 1 <= month <= _MONTHS or (is_value and _is_all(plain, found)):
            yield from _strange(text, found, year, month, day)
    run = _RUN.search(plain) if is_value else None
    if run is not None and _is_all(plain, run) and plain.strip() != run[0]:
        yield from _strange(text, run, *_parts(run))


def run_of_digits(text: str) -> tuple[int, int, int] | None:
    """Read eight digits of which is known that they are a day: 20241131."""
    found = None if len(text) < _SHORTEST else _RUN.fullmatch(half_width(text).strip())
    return None if found is None else _parts(found)


def in_digits(text: str) -> str:
    """Write the years, months and days of a text in digits: 二〇二四年十一月底前."""
    for pattern, read in _NUMERALS:
        text = pattern.sub(lambda found, read=read: _digits(found[0], read), text)
    return text


def _digits(said: str, read: Callable[[str], int | None]) -> str:
    number = read(said)
    return said if number is None else str(number)


def _parts(found: Match[str]) -> tuple[int, int, int]:
    return int(found["year"]), int(found["month"]), int(found["day"])


def _is_all(text: str, found: Match[str]) -> bool:
    return not text[: found.start()].strip() and not text[found.end() :].strip(_DUE)


def _strange(
    text: str, found: Match[str], year: int | None, month: int, day: int
) -> Iterator[StrangeDay]:
    if fault := no_such_day(year, month, day):
        said = text[found.start() : found.end()]
        yield StrangeDay(said, fault, found.start(), year is not None)


def no_such_day(year: int | None, month: int, day: int) -> str:
    """Say why there is no such day (empty: there is); without a year a leap day may be one."""
    shown = f"{year}年" if year else ""
    if not 1 <= month <= _MONTHS:
        return f"没有 {month} 月"
    longest = calendar.monthrange(year or _LEAP_YEAR, month)[1]
    if 1 <= day <= longest:
        return ""
    return f"没有{shown}{month}月{day}日，{shown}{month}月只有 {longest} 天"
