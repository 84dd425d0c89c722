"""A fact: what a document prints, as a value with its name, its unit, what it is of, and its place."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace

Role = Literal[
    "name", "budget", "initial", "spent", "rate", "amount", "count", "target", "actual", "weight",
    "score", "deduction", "total", "grade", "part", "date", "document-number", "money-unit",
]  # fmt: skip


class Fact(NamedTuple):
    """One printed value. ``start`` and ``end`` are the words at its place; a whole cell has none.

    ``size`` is what one of its unit is worth in the dimension that it is compared in.
    """

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
    size: tuple[str, Decimal] = ("", Decimal(1))

    @property
    def dimension(self) -> str:
        """Return what it measures; 人 and 人次 are two things."""
        return self.size[0] or self.unit


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
        return total / self.whole.size[1]


def in_base(fact: Fact) -> Decimal | None:
    """Return the value in the unit in which it is compared (``None``: it is no number)."""
    return fact.value * fact.size[1] if isinstance(fact.value, Decimal) else None


def exactly(fact: Fact) -> Fraction:
    """Return the value in that unit to divide by and to add up; what is no number counts for nothing."""
    return Fraction(in_base(fact) or 0)
