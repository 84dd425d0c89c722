"""Units of measure: converted inside their dimension (元, 万元), never across (件, 个)."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Literal

from generator.base.comparison_words import Compared
from generator.base.measure import Measure, Operator
from generator.base.measure_reader import MeasureReader
from generator.base.quantity import MULTIPLIERS, either_unit
from generator.model.entry import Amount, Entry, Text, field

YUAN = "元"
# A number ends where its unit begins.
_NO_NUMBER = r"[^0-9０-９+\-－.,，\s][^\s]{0,11}"


class MeasureUnit(Entry):
    """A unit and how many base units it holds."""

    name: Text = field(title="单位", pattern=_NO_NUMBER)
    factor: Amount = field(title="折合基本单位")
    also: tuple[Text, ...] = field((), title="其他写法", pattern=_NO_NUMBER)


class Dimension(Entry):
    """What is measured: money, share, time. Units without a dimension stand for themselves."""

    name: Text = field(title="量纲")
    unit: tuple[MeasureUnit, ...] = field(title="单位")
    source: Text = field(title="来源")


class CountingUnits(Entry):
    """Units that stand for themselves, and that the grammar of quantities does not know."""

    names: tuple[Text, ...] = field(title="单位", pattern=_NO_NUMBER)
    source: Text = field(title="来源")


class Comparison(Entry):
    """How texts say that a number is a bound."""

    sign: Literal["≥", "≤", ">", "<", "=", ""] = field("", title="符号")
    before: tuple[Text, ...] = field((), title="数前面的说法")
    behind: tuple[Text, ...] = field((), title="数后面的说法")
    behind_time: tuple[Text, ...] = field((), title="时间后面的说法")
    source: Text = field(title="来源")


class NumberWords(Entry):
    """What makes a number something else than a quantity, and what makes it rough."""

    not_quantity: tuple[Text, ...] = field((), title="跟在数后面，说明不是数量的字")
    seldom_quantity: tuple[Text, ...] = field((), title="跟在数后面，多半不是数量的字")
    about_before: tuple[Text, ...] = field((), title="数前面大概的说法")
    about_behind: tuple[Text, ...] = field((), title="数后面大概的说法")
    source: Text = field(title="来源")


class Units:
    """A lookup of units by name. It reads what is measured in them, and never changes."""

    def __init__(
        self,
        dimensions: Iterable[Dimension] = (),
        counting: Iterable[CountingUnits] = (),
        comparisons: Iterable[Comparison] = (),
        words: Iterable[NumberWords] = (),
    ) -> None:
        self._compared = tuple(
            Compared(Operator(c.sign) if c.sign else None, c.before, c.behind, c.behind_time)
            for c in comparisons
        )
        known = tuple(words)
        self.not_quantities = tuple(word for one in known for word in one.not_quantity)
        self.seldom_quantities = tuple(word for one in known for word in one.seldom_quantity)
        self.about_before = tuple(word for one in known for word in one.about_before)
        self.about_behind = tuple(word for one in known for word in one.about_behind)
        self._known: dict[str, tuple[str, Decimal]] = {}
        for dimension in dimensions:
            for unit in dimension.unit:
                for name in (unit.name, *unit.also):
                    self._known[name] = (dimension.name, unit.factor)
        self.names = frozenset(self._known).union(name for one in counting for name in one.names)

    def __getstate__(self) -> dict[str, object]:
        """Leave out what follows from the rest: it is made anew, and what remembers answers is no data."""
        follows = {n for n, own in vars(type(self)).items() if isinstance(own, cached_property)}
        return {name: own for name, own in vars(self).items() if name not in follows}

    @cached_property
    def reader(self) -> MeasureReader:
        """Return what reads measures in these units."""
        return MeasureReader(self.names, self._compared)

    @cached_property
    def measure(self) -> Callable[[str], Measure]:
        """Read a target or an actual; never fails, at worst it is text."""
        return self.reader.read

    def is_unit(self, text: str) -> bool:
        """Tell whether a text can stand behind digits as their unit; no unit at all is fine."""
        return self.reader.quantities.is_unit(text)

    @property
    def plain(self) -> frozenset[str]:
        """Return the units that are listed, by the language or by data, with 万 and 亿 before them."""
        return self.reader.quantities.plain_units

    def dimension(self, unit: str) -> str:
        """Return the dimension of a unit; an unknown unit (件, 期) is a dimension of its own."""
        return self.size(unit)[0]

    def factor(self, unit: str) -> Fraction:
        """Return how many base units one of this unit holds."""
        return Fraction(self.size(unit)[1])

    @cached_property
    def money(self) -> tuple[str, ...]:
        """Return all that amounts of our money are written in, the longest first."""
        dimension = self.dimension(YUAN)
        known = [name for name, (of, _) in self._known.items() if of == dimension]
        sized = (f"{times}{YUAN}" for times, _ in MULTIPLIERS)
        return tuple(sorted({*known, *sized, YUAN}, key=lambda unit: (-len(unit), unit)))

    def are_comparable(self, one: str, other: str) -> bool:
        """Tell whether two numbers can be compared; a number without a unit takes the other's."""
        if not one or not other or self.dimension(one) == self.dimension(other):
            return True
        mine = {self.dimension(each) for each in either_unit(one)}
        return not mine.isdisjoint(self.dimension(each) for each in either_unit(other))

    def convert(self, value: Fraction, unit: str, to: str) -> Fraction:
        """Convert a value; both units must be comparable."""
        if not unit or not to or unit == to:
            return value
        return value * self.factor(unit) / self.factor(to)

    @cached_property
    def size(self) -> Callable[[str], tuple[str, Decimal]]:
        """Return the dimension of a unit, and how many base units one of it holds."""
        return lru_cache(maxsize=1024)(self._size)

    def _size(self, unit: str) -> tuple[str, Decimal]:
        if unit in self._known:
            return self._known[unit]
        for prefix, times in MULTIPLIERS:
            rest = unit.removeprefix(prefix)
            if rest and rest != unit:
                dimension, factor = self._known.get(rest, (rest, Decimal(1)))
                return dimension, factor * times
        return unit, Decimal(1)
