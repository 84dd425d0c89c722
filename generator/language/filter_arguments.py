"""What stands in the brackets of a filter, where it is fixed: told when the tag is read, whatever the data is."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from generator.base.pattern import Pattern
from generator.language.quoting_fault import LanguageError

_NUMBER_FORM = Pattern(
    r"(?P<thousands>#,##)?0(?:\.(?P<places>0{1,8}))?(?P<after>\s*[^\s\d.]{0,8})", re.ASCII
)
DATE_FORM: Final = Pattern(r"YYYY|MM|DD|M|D")
IN_CHINESE: Final = "汉字"
_NUMBERS = '如 |format("0.00")、|format("#,##0.00")、|format("0.00 %")'
_DAYS = '如 |date("YYYY-MM-DD")、|date("YYYY年M月D日")、|date("汉字")'
_FIXED = frozenset(("words", "whole", "truth"))  # others are known when they are printed


def number_form(form: str) -> re.Match[str]:
    """Return how a number is to be written; raises ``LanguageError``."""
    wanted = _NUMBER_FORM.fullmatch(form)
    if wanted is None:
        raise LanguageError(f"没有“{form}”这种数的写法", word=form, hint=_NUMBERS)
    return wanted


def see_date_form(form: str) -> None:
    """Raise ``LanguageError`` where a day cannot be written so."""
    if form != IN_CHINESE and not DATE_FORM.search(form):
        raise LanguageError(f"没有“{form}”这种日期的写法", word=form, hint=_DAYS)


def see_unit(unit: str) -> None:
    """Raise ``LanguageError`` where there is no unit."""
    if not unit:
        raise LanguageError("|to 的引号里要写单位", hint='如 |to("元")')


def see_text(argument: object) -> None:
    """Raise ``LanguageError`` where something else stands than words."""
    if not isinstance(argument, str):
        raise LanguageError("括号里要写引号和文字", hint='如 |join("、")')


def see_whole(argument: object) -> None:
    """Raise ``LanguageError`` where something else stands than a whole number."""
    if isinstance(argument, bool) or not isinstance(argument, int):
        raise LanguageError("括号里要写第几个", hint="如 |goal(2)")


def see_arguments(name: str, arguments: Sequence[Sequence[Any]], at: int) -> None:
    """Look at the fixed arguments of a filter, as they were read; raises ``LanguageError`` at its place."""
    for argument in arguments:
        if argument[0] not in _FIXED:
            continue
        try:
            if name == "goal":
                see_whole(argument[2])
            else:
                see_text(argument[2])
                if own := _SEEN.get(name):
                    own(argument[2])
        except LanguageError as error:
            raise error.placed(at) from None


_SEEN: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"format": number_form, "date": see_date_form, "to": see_unit}
)
