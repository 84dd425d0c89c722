"""A class that stands with its parent in one cell: 产出质量, 效益-社会效益, 产出指标数量指标（20分）."""

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.base.chinese import NUMERALS, half_width
from generator.read.form_words import any_of

_POINTS = r"(?:[（(]([0-9]{1,3}(?:\.[0-9]{1,2})?)(?:分|%)?[）)])?"
_NUMBER = rf"(?:[（(]?(?:[{NUMERALS}]{{1,2}}|[0-9]{{1,2}})[）)、.．])?"
_BETWEEN = r"[-—–~/／\\>·•:：、（(]*"


class Joined(NamedTuple):
    """Parent and child by their names, each with the points that stand behind it."""

    parent: str
    parent_points: Decimal | None
    child: str
    child_points: Decimal | None


class JoinedClasses:
    """Parts such cells by the classes that are known."""

    def __init__(
        self, level1: Collection[str], level2: Collection[str], endings: Collection[str]
    ) -> None:
        """Take the classes, and what may stand behind their names."""
        self._level1, self._level2, self._endings = tuple(level1), tuple(level2), tuple(endings)
        self._seen: dict[str, Joined | None] = {}

    def part(self, text: str) -> Joined | None:
        """Part a cell that names a class of the first level and one of the second, and nothing else."""
        if text not in self._seen:
            found = self._shape.fullmatch("".join(half_width(text).split()))
            self._seen[text] = None if found is None else _joined(*found.groups())
        return self._seen[text]

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        parent, child = any_of(self._level1), any_of(self._level2)
        ending = f"(?:{any_of(self._endings)})?"
        return re.compile(
            rf"{_NUMBER}({parent}){ending}{_POINTS}{_BETWEEN}({child}){ending}{_POINTS}[）)]?"
        )


def _joined(parent: str, points: str | None, child: str, own: str | None) -> Joined:
    return Joined(parent, _number(points), child, _number(own))


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None
