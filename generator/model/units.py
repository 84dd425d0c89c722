"""Units of measure: converted inside their dimension (元, 万元), never across (件, 个)."""

from collections.abc import Iterable
from fractions import Fraction

from generator.model.entry import Amount, Entry, Text, field


class MeasureUnit(Entry):
    """A unit and how many base units it holds."""

    name: Text = field(title="单位")
    factor: Amount = field(title="折合基本单位")
    also: tuple[Text, ...] = field((), title="其他写法")


class Dimension(Entry):
    """What is measured: money, share, time. Units without a dimension stand for themselves."""

    name: Text = field(title="量纲")
    unit: tuple[MeasureUnit, ...] = field(title="单位")
    source: Text = field(title="来源")


# 3万件 is 30,000 件: the multipliers of Chinese numerals, not a rule of any authority.
# The longest come first.
_MULTIPLIERS = (
    ("百万", 1_000_000),
    ("千万", 10_000_000),
    ("千", 1_000),
    ("万", 10_000),
    ("亿", 100_000_000),
)


class Units:
    """A lookup of units by name."""

    def __init__(self, dimensions: Iterable[Dimension]) -> None:
        self._known: dict[str, tuple[str, Fraction]] = {}
        for dimension in dimensions:
            for unit in dimension.unit:
                for name in (unit.name, *unit.also):
                    self._known[name] = (dimension.name, Fraction(unit.factor))

    def dimension(self, unit: str) -> str:
        """Return the dimension of a unit; an unknown unit (件, 期) is a dimension of its own."""
        return self._resolve(unit)[0]

    def factor(self, unit: str) -> Fraction:
        """Return how many base units one of this unit holds."""
        return self._resolve(unit)[1]

    def are_comparable(self, one: str, other: str) -> bool:
        """Tell whether two numbers can be compared; a number without a unit takes the other's."""
        return not one or not other or self.dimension(one) == self.dimension(other)

    def convert(self, value: Fraction, unit: str, to: str) -> Fraction:
        """Convert a value; both units must be comparable."""
        if not unit or not to or unit == to:
            return value
        return value * self.factor(unit) / self.factor(to)

    def _resolve(self, unit: str) -> tuple[str, Fraction]:
        if unit in self._known:
            return self._known[unit]
        for prefix, times in _MULTIPLIERS:
            rest = unit.removeprefix(prefix)
            if rest and rest != unit:
                dimension, factor = self._known.get(rest, (rest, Fraction(1)))
                return dimension, factor * times
        return unit, Fraction(1)
