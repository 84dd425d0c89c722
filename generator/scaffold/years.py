"""The year in a text moved on: 2023年11月底前 becomes 2024年11月底前."""

import calendar
import re

from generator.base.chinese import half_width
from generator.base.pattern import Pattern

_FEBRUARY, _LEAP_DAY, _LAST_DAY = 2, 29, 28
_AROUND, _BOTH = 8, 2
# A year that begins or ends a span (2022—2026年) is a plan of several years; one in the title of a
# document (《2023年预算批复》) belongs to the title.
_SPAN = "-—–―~～至到"
_AFTER = rf"(?=年(?!度?[{_SPAN}])|[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}(?![0-9]))"
_TITLE = Pattern("《[^《》]*》")
_DAY = Pattern(
    r"年\s*(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*日|"
    r"[-./](?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})(?![0-9])"
)


def move_year(text: str, old: int, new: int) -> str:
    """Replace mentions of the old year, not those in spans of years and titles of documents."""
    plain = half_width(text)
    titles = [found.span() for found in _TITLE.finditer(text)]
    parts, end = [], 0
    for found in re.finditer(rf"(?<![0-9{_SPAN}]){old:04d}{_AFTER}", plain):
        if any(start < found.start() < stop for start, stop in titles):
            continue
        parts += [text[end : found.start()], f"{new:04d}"]
        end = found.end()
        if day := _leap_day(plain, end, new):
            parts += [text[end : day[0]], str(_LAST_DAY)]
            end = day[1]
    return "".join(parts) + text[end:]


def move_term(text: str, old: int, new: int) -> str | None:
    """Move a term that begins and ends in the old year (``None``: it is no such term)."""
    years = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", half_width(text))
    if len(years) < _BOTH or set(years) != {f"{old:04d}"}:
        return None
    return half_width(text).replace(f"{old:04d}", f"{new:04d}")


def mentions(text: str, years: tuple[int, ...]) -> tuple[str, ...]:
    """Return the words around each mention of one of the years."""
    pattern = "|".join(f"{year:04d}" for year in years)
    found = re.finditer(rf"(?<![0-9])(?:{pattern})(?![0-9])", half_width(text))
    return tuple(_around(text, *match.span()) for match in found)


def _leap_day(plain: str, end: int, year: int) -> tuple[int, int] | None:
    """Return where a 29 February stands that the new year does not have."""
    found = _DAY.match(plain, end)
    if found is None or calendar.isleap(year):
        return None
    month, day = ("month", "day") if found["month"] else ("m", "d")
    is_leap_day = int(found[month]) == _FEBRUARY and int(found[day]) == _LEAP_DAY
    return found.span(day) if is_leap_day else None


def _around(text: str, start: int, end: int) -> str:
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    inside = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{inside}{'…' if last < len(text) else ''}"
