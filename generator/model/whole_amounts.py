"""Names of amounts that are of all the money, not of a part of it: 全年执行数, 项目实际支出."""

import re
from collections.abc import Iterable
from functools import cached_property

from generator.base.pattern import Pattern

_LONGEST = 24
_DATE = "[0-9]{1,4}[年月日][底末]?"


class WholeAmounts:
    """Tells names of the whole from names of parts: 中央资金预算数 is a part's."""

    def __init__(self, names: Iterable[str] = (), before: Iterable[str] = ()) -> None:
        """Take the names, and what stands before them without making them another's."""
        self._names, self._before = tuple(names), tuple(before)

    def is_one(self, name: str) -> bool:
        """Tell whether a name is one of the whole."""
        plain = "".join(name.split())
        return len(plain) <= _LONGEST and self._pattern.fullmatch(plain) is not None

    @cached_property
    def _pattern(self) -> Pattern:
        names, before = ("|".join(map(re.escape, w)) for w in (self._names, self._before))
        led = "|".join(filter(None, (before, _DATE)))
        return Pattern(f"(?:{led})*(?:{names})[为是共计达:：]*" if names else r"(?!)")
