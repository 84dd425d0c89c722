"""What answers mean: a year, yes or no, one of several, names of projects or last year's material."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.chinese import NUMERALS, half_width
from generator.base.pattern import Pattern
from generator.base.suggestion import nearest
from generator.use.foreign_file import has_name_of_document, has_name_of_old_format

_FIRST_YEAR, _LAST_YEAR = 1949, 2999
YES, NO = ("是", "有", "要", "y", "yes"), ("否", "没有", "不要", "无", "不", "n", "no")
_BETWEEN = Pattern(r"[、，,；;\t\n\r\u2028\u2029]+")
_OF_A_LIST = Pattern(r"[\t\n\r\u2028\u2029]+")  # lines, and cells beside each other
_NUMBERED = Pattern(
    rf"(?:^|(?<=[\s、，,；;]))[（(]?(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})[)）、．.]\s*(?![0-9])"
)
_FEWEST_NUMBERED = 2  # a single 1、 may be of a name


class Choice(NamedTuple):
    """One of several answers: what is meant, and how it is called."""

    value: str
    label: str


class Reply(NamedTuple):
    """What an answer means, or why it is none."""

    value: str = ""
    fault: str = ""


def project_names(text: str, *, is_list: bool = False) -> tuple[str, ...]:
    """Take names of projects apart; none is empty.

    Of a list (``is_list``) each line or cell is a name, with the marks in it, if there are several.
    """
    listed = _names(_OF_A_LIST.split(text)) if is_list else ()
    return listed if len(listed) > 1 else _names(_BETWEEN.split(_without_numbers(text)))


def _names(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for own in said if (name := " ".join(own.split())))


def _without_numbers(text: str) -> str:
    """Take the numbers away that somebody has put before each name: 1、甲 2、乙."""
    if _NUMBERED.match(text) is None or len(_NUMBERED.findall(text)) < _FEWEST_NUMBERED:
        return text
    return _NUMBERED.sub("、", text)


def year_said(text: str) -> Reply:
    """Read a year of four digits."""
    digits = half_width(text).strip().rstrip("度").rstrip("年")
    is_year = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_LAST_YEAR))
    if not is_year or not _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return Reply(fault="年度请写成四位数字，如：2024")
    return Reply(digits)


def yes_or_no(text: str) -> Reply:
    """Read yes or no."""
    said = half_width(text).lower()
    if said in YES:
        return Reply(YES[0])
    return Reply(NO[0]) if said in NO else Reply(fault="请回答 是 或 否")


def chosen(choices: Sequence[Choice], text: str) -> Reply:
    """Take a choice by its number, its value or its name."""
    said = half_width(text)
    for number, choice in enumerate(choices, 1):
        if said in (str(number), choice.value) or text == choice.label:
            return Reply(choice.value)
    starts = [c.value for c in choices if said and c.value.startswith(said.lower())]
    near = starts or nearest(said.lower(), [choice.value for choice in choices], 1)
    meant = f"；是不是 {'、'.join(near[:2])}" if near else ""
    return Reply(fault=f"请写前面的序号，1 到 {len(choices)}{meant}")


def projects_said(text: str) -> Reply:
    """A path has to lead somewhere; anything else is names."""
    path = _unquoted(text)
    if has_name_of_old_format(Path(path)):
        ending = Path(path).suffix
        return Reply(
            fault=f"“{path}”是旧格式（{ending}），请用 Word、WPS 另存为 .docx 或 .xlsx，再写它"
        )
    looks_like_one = has_name_of_document(Path(path)) or "/" in path or "\\" in path
    if looks_like_one and material(text) is None:
        return Reply(fault=f"没有找到“{path}”；写项目名称时不用斜线")
    return Reply(text)


def material(text: str) -> Path | None:
    """Take what was said for last year's file or folder, if there is one of that name."""
    path = _unquoted(text)
    try:
        return Path(path) if path and Path(path).exists() else None
    except (OSError, ValueError):  # too long for a path, or with a sign that none has
        return None


def _unquoted(text: str) -> str:
    """A file that is dragged into a terminal comes with quotes around its path."""
    return text.strip().strip("\"'").strip()
