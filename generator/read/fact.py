"""A fact: what a document prints, as a value with its name, its unit, what it is of, and its place."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace

Role = Literal[
    "name", "budget", "initial", "spent", "rate", "amount", "count", "target", "actual", "weight",
    "score", "deduction", "total", "grade", "part", "date", "document-number", "money-unit",
]  # fmt: skip


# What one of a unit is worth in the unit that it is compared in.
BASE: Mapping[str, tuple[str, Decimal]] = {
    "元": ("元", Decimal(1)),
    "百元": ("元", Decimal(100)),
    "千元": ("元", Decimal(1000)),
    "万元": ("元", Decimal(10**4)),
    "万": ("元", Decimal(10**4)),
    "百万元": ("元", Decimal(10**6)),
    "千万元": ("元", Decimal(10**7)),
    "亿元": ("元", Decimal(10**8)),
    "亿": ("元", Decimal(10**8)),
    "%": ("%", Decimal(1)),
    "‰": ("%", Decimal("0.1")),
}


class Fact(NamedTuple):
    """One printed value. ``start`` and ``end`` are the words at its place; a whole cell has none."""

    name: str
    value: Decimal | str
    unit: str
    role: Role
    place: DocumentPlace
    year: int | None = None
    class_: str = ""
    goal: int = 0
    owner: str = ""
    start: int = 0
    end: int = 0
    is_about: bool = False
    sign: str = ""


class Pair(NamedTuple):
    """A target and what was reached."""

    name: str
    target: Fact
    actual: Fact


class Sum(NamedTuple):
    """A whole and its parts."""

    whole: Fact
    parts: tuple[Fact, ...]

    @property
    def together(self) -> Decimal:
        """Return what the parts come to, in the unit of the whole."""
        total = sum((in_base(part) or Decimal(0) for part in self.parts), Decimal(0))
        one = in_base(self.whole._replace(value=Decimal(1))) or Decimal(1)
        return total / one


def base_unit(unit: str) -> str:
    """Return the unit in which amounts of a kind are compared; 人 and 人次 are two kinds."""
    return BASE[unit][0] if unit in BASE else unit


def in_base(fact: Fact) -> Decimal | None:
    """Return the value in the unit in which it is compared (``None``: it is no number)."""
    if not isinstance(fact.value, Decimal):
        return None
    return fact.value * BASE[fact.unit][1] if fact.unit in BASE else fact.value
