"""A deadline: by which day, month or year something is due (2021年11月底前), or was done."""

import calendar
import datetime
from typing import NamedTuple

from generator.base.pattern import Pattern

_LEAP_YEAR = 2000  # stands for “the same year” when neither side names one: it has every day
_LAST_MONTH = 12

_YEAR = r"(?P<year>[12][0-9]{3})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_BEFORE = r"(?P<before>之前|以前|前)"
_END = r"(?P<end>底|末)"
# 2021年前 and 11月前 are left out: nobody can tell whether the year or month itself is allowed.
_MARKED = (Pattern(rf"{_YEAR}(?P<mark>[-./]){_MONTH}(?P=mark){_DAY}{_BEFORE}?(?:完成)?"),)
_SPELT = tuple(  # with 年 or 月
    Pattern(f"{form}(?:完成)?")
    for form in (
        rf"(?:{_YEAR}年)?{_MONTH}月{_DAY}[日号]{_BEFORE}?",
        rf"(?:{_YEAR}年)?{_MONTH}月份?(?:{_END}{_BEFORE}?)?",
        rf"(?:{_YEAR}年|年){_END}{_BEFORE}?",
        rf"{_YEAR}年度?",
    )
)


class Deadline(NamedTuple):
    """A day, a whole month or a whole year; ``before`` when it was written with 前."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    before: bool = False

    @property
    def last_day(self) -> datetime.date | None:
        """Return the last day it allows; ``None`` while its year is not known."""
        if self.year is None:
            return None
        month = self.month or _LAST_MONTH
        longest = calendar.monthrange(self.year, month)[1]
        return datetime.date(self.year, month, min(self.day or longest, longest))

    @property
    def first_day(self) -> datetime.date | None:
        """Return the first day it can mean; ``None`` without a year, or with 前 (any day)."""
        if self.year is None or self.before:
            return None
        last = self.last_day
        if last is None or self.day is not None:
            return last
        return datetime.date(self.year, self.month or 1, 1)

    def in_year(self, year: int) -> "Deadline":
        """Give a deadline without one a year: 12月底前 means that of the dossier's year."""
        return self if self.year is not None else self._replace(year=year)

    def is_within(self, limit: "Deadline") -> bool | None:
        """Tell whether something done then kept a limit; ``None`` when that cannot be known."""
        if (self.year is None) != (limit.year is None):
            return None
        done, allowed = self.in_year(_LEAP_YEAR), limit.in_year(_LEAP_YEAR)
        first, last, bound = done.first_day, done.last_day, allowed.last_day
        if bound is None or last is None:
            return None
        if last <= bound:
            return True
        return False if first is not None and first > bound else None


def parse_deadline(text: str) -> Deadline | None:
    """Read a date or deadline written without spaces; ``None`` for anything else."""
    forms = _SPELT if "年" in text or "月" in text else _MARKED
    found = next((match for form in forms if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, month, day = (
        int(parts[name]) if parts.get(name) else None for name in ("year", "month", "day")
    )
    is_before = bool(parts.get("before"))
    if month is None and parts.get("end") and not (year and is_before):
        month = _LAST_MONTH  # 年底 is December; 2021年底前 is all of the year
    return Deadline(year, month, day, is_before) if _exists(year, month, day) else None


def write_deadline(deadline: Deadline) -> str:
    """Write a deadline so that it is read again as the same one."""
    year = f"{deadline.year}年" if deadline.year is not None else ""
    month = f"{deadline.month}月" if deadline.month is not None else ""
    if deadline.day is not None:
        return f"{year}{month}{deadline.day}日{'前' if deadline.before else ''}"
    return f"{year}{month}{'底前' if deadline.before else ''}"


def _exists(year: int | None, month: int | None, day: int | None) -> bool:
    try:
        datetime.date(
            _LEAP_YEAR if year is None else year,
            1 if month is None else month,
            1 if day is None else day,
        )
    except ValueError:
        return False
    return True
