"""Targets and actuals that no rule reads, and what a person may have meant: somebody has to say."""

import calendar
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.chinese import NUMERALS, to_number
from generator.base.pattern import Pattern

_SIGNS = "≥≤><"
_TURNED = {"》": "≥", "〉": "≥", "《": "≤", "〈": "≤"}
_BEHIND = Pattern(rf"(?P<body>[0-9][^{_SIGNS}]*?)\s*(?P<sign>[{_SIGNS}])")
_TURNED_SIGN = Pattern(r"(?P<sign>[》〉《〈])\s*(?P<body>[0-9].*)")
_SPACED = Pattern(r"(?P<sign>[≥≤><]?)(?P<number>[0-9]+(?:\s+[0-9]+)+)(?P<unit>[^0-9\s]*)")
_REMARK = Pattern(r"(?P<body>[^（(]*[0-9][^（(]*)[（(][^（）()]*[）)]")
_WORDS = Pattern(r"(?P<words>[一-鿿]{1,8})(?P<body>[0-9][0-9,.]*\S{0,4})")
_RANGE = Pattern(r"(?P<low>[0-9.]+)(?P<link>[-~—至到])(?P<high>[0-9.]+)(?P<unit>[^0-9]*)")
_YEAR, _OWN_YEAR = "[12][0-9]{3}", "(?:(?P<year>[12][0-9]{3})年)?"
_MONTH, _DAY = "(?P<month>[0-9]{1,2})", "[0-9]{1,2}"
_BEFORE = "(?P<before>前)?"
_MONTH_AND_DAY = Pattern(rf"{_MONTH}[./](?P<day>{_DAY})[日号]?{_BEFORE}")
_YEAR_AND_MONTH = Pattern(rf"(?P<year>{_YEAR})[-./]{_MONTH}{_BEFORE}")
_PART = Pattern(rf"{_OWN_YEAR}{_MONTH}月份?(?P<part>[上中下])旬{_BEFORE}")
_SPAN = Pattern(
    rf"(?P<head>(?:{_YEAR}年)?[0-9]{{1,2}}月){_DAY}日?(?:[-~—至到]+)(?P<end>.*?{_DAY})[日号]"
)
_QUARTER = Pattern(rf"{_OWN_YEAR}第?(?P<number>[{NUMERALS}1-4])季度[末底]?{_BEFORE}")
_OPEN_MONTH = Pattern(rf"(?P<head>(?:{_YEAR}年)?){_MONTH}月份?前")
_PART_DAYS = {"上": 10, "中": 20}
_QUARTER_MONTHS, _LAST_QUARTER = 3, 4
_MONTHS = 12


class Guess(NamedTuple):
    """What is wrong with a value, and what may be meant."""

    slip: str
    meant: str


def guesses(text: str) -> Iterator[Guess]:
    """Give what a number may be that is put otherwise."""
    said = text.strip()
    if found := _BEHIND.fullmatch(said):
        yield Guess(f"符号“{found['sign']}”写在了后面", f"{found['sign']}{found['body']}")
    if found := _TURNED_SIGN.fullmatch(said):
        yield Guess(f"符号写成了“{found['sign']}”", f"{_TURNED[found['sign']]}{found['body']}")
    if found := _SPACED.fullmatch(said):
        joined = "".join(found["number"].split())
        yield Guess("数里有空格", f"{found['sign']}{joined}{found['unit']}")
    if found := _REMARK.fullmatch(said):
        yield Guess("数后面带着括号里的说明", found["body"].strip())
    if found := _WORDS.fullmatch(said):
        yield Guess(f"数前面带着“{found['words']}”", found["body"])
    if found := _RANGE.fullmatch(said):
        turned = f"{found['high']}{found['link']}{found['low']}{found['unit']}"
        yield Guess("两个数一大一小写反了", turned)


def guessed_days(text: str, year: int) -> Iterator[Guess]:
    """Give the day that may be meant in a row of days; ``year``: of the dossier."""
    said = text.strip()
    if found := _MONTH_AND_DAY.fullmatch(said):
        day = f"{year}年{found['month']}月{found['day']}日{found['before'] or ''}"
        yield Guess("日期只写了数", day)
    if found := _YEAR_AND_MONTH.fullmatch(said):
        end = "底前" if found["before"] else ""
        yield Guess("年月中间要写“年”“月”", f"{found['year']}年{int(found['month'])}月{end}")
    if (found := _PART.fullmatch(said)) and 1 <= (month := int(found["month"])) <= _MONTHS:
        own = int(found["year"] or year)
        last = _PART_DAYS.get(found["part"]) or calendar.monthrange(own, month)[1]
        before = found["before"] or ""
        yield Guess(f"写到了{found['part']}旬，没有写哪一天", f"{own}年{month}月{last}日{before}")
    if found := _SPAN.fullmatch(said):
        end = found["end"]
        day = f"{end}日" if "月" in end else f"{found['head']}{end}日"
        yield Guess("写了从哪一天到哪一天", day)
    if found := _QUARTER.fullmatch(said):
        number = to_number(found["number"])
        if number is not None and 1 <= number <= _LAST_QUARTER:
            last_month = number * _QUARTER_MONTHS
            yield Guess("写到了季度，没有写月", f"{found['year'] or year}年{last_month}月底前")
    if found := _OPEN_MONTH.fullmatch(said):
        meant = f"{found['head']}{found['month']}月底前"
        yield Guess(f"不知道 {found['month']} 月算不算在内", meant)
