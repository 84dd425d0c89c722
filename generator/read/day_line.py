"""Lines that hold nothing but a day or a month: 2024年3月1日, 二〇二四年三月, （2023年度）."""

import datetime

from generator.base.chinese import DIGITS_ALONE, NUMERALS, from_digits, parse_date, to_number
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed

_SPELT = Pattern(f"([{DIGITS_ALONE}]{{4}})年([{NUMERALS}]{{1,3}})月(?:([{NUMERALS}]{{1,3}})日)?")
_MONTH = Pattern(r"[（(]?(?:19|20)[0-9]{2}年(?:度|[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[）)]?|年月日?")


def day_of(text: str) -> datetime.date | None:
    """Return the day that a line names and nothing else."""
    plain = squeezed(text).strip("（）()")
    if day := parse_date(plain):
        return day
    found = _SPELT.fullmatch(plain)
    if found is None or not found[3]:
        return None
    month, day_ = to_number(found[2]), to_number(found[3])
    try:
        return datetime.date(from_digits(found[1]), month or 0, day_ or 0)
    except ValueError:
        return None


def is_period(text: str) -> bool:
    """Tell a line with a year or month alone, or with a date to be filled in."""
    plain = squeezed(text)
    return _MONTH.fullmatch(plain) is not None or _SPELT.fullmatch(plain) is not None
