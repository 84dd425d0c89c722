"""Targets and actuals that are values but for how they are put: =>90%, 百分之九十, 24年11月底前, 2024年11月20."""

import re
from collections.abc import Callable, Iterator

from generator.base.chinese import DIGITS_ALONE, NUMBER_SIGNS, from_digits, to_number
from generator.base.pattern import Pattern

_POINT = "点"


def _numeral(found: re.Match[str]) -> str:
    number = to_number(found["number"])
    return found[0] if number is None else f"{found['before']}{number}{found['after']}"


def _per_cent(found: re.Match[str]) -> str:
    said = found["number"]
    number = said if said[0].isdecimal() else _decimal(said)
    return found[0] if number is None else f"{found['before']}{number}%"


def _decimal(said: str) -> str | None:
    """Read a number in numerals, digit by digit behind its point: 九十九点二."""
    whole, point, digits = said.partition(_POINT)
    number = to_number(whole)
    if number is None or (point and (not digits or set(digits) - set(DIGITS_ALONE))):
        return None
    return f"{number}.{from_digits(digits)}" if point else str(number)


def _behind(found: re.Match[str]) -> str:
    return f"{found['sign']}{found['number']}%"


# What is put otherwise → how it is put, and what the slip is called.
_SLIPS: tuple[tuple[Pattern, str | Callable[[re.Match[str]], str], str], ...] = (
    (Pattern(r"^\s*[=＝][>＞]"), "≥", "大于等于号写反了"),
    (Pattern(r"^\s*[=＝][<＜]"), "≤", "小于等于号写反了"),
    (
        Pattern(
            rf"^(?P<before>[^0-9{NUMBER_SIGNS}]*)百分之(?P<number>[{NUMBER_SIGNS}{_POINT}]+|[0-9.]+)\s*$"
        ),
        _per_cent,
        "百分比写成了汉字",
    ),
    (
        Pattern(
            rf"^(?P<before>[≥≤><＞＜]=?\s*)(?P<number>[{NUMBER_SIGNS}]+)(?P<after>[^{NUMBER_SIGNS}]*)$"
        ),
        _numeral,
        "数写成了汉字",
    ),
    (Pattern("[﹪٪]"), "%", "百分号的写法不对"),
    (Pattern("^\\s*﹥"), ">", "大于号的写法不对"),
    (Pattern("^\\s*﹤"), "<", "小于号的写法不对"),
    (Pattern(r"^\s*([≥≤])\1+"), r"\1", "符号写了两个"),
    (
        Pattern(r"^(?P<sign>[≥≤><]?)[%％](?P<number>[0-9.]+)\s*$"),
        _behind,
        "百分号写在了前面",
    ),
    (Pattern(r"[，,。；;、]\s*$"), "", "末尾多了标点"),
    (Pattern(r"^([0-9]{1,2}月[0-9]{1,2})\s*(前)?$"), r"\1日\2", "少写了“日”"),
    (Pattern(r"^\s*([0-9]{2})年(?=[0-9]{1,2}月)"), r"20\1年", "年份只写了两位"),
    (Pattern(r"^(.*[0-9]年[0-9]{1,2}月[0-9]{1,2})\s*(前)?$"), r"\1日\2", "少写了“日”"),
    (Pattern(r"^([0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})[日号]"), r"\1", "多写了“日”"),
)


def put_right(text: str) -> Iterator[tuple[str, str]]:
    """Give the texts that may be meant, each with the name of its slip."""
    for pattern, instead, slip in _SLIPS:
        meant = pattern.sub(instead, text)
        if meant != text:
            yield meant, slip
