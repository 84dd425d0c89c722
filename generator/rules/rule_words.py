"""The words that rules look for, and the numbers that they compare with: data, found by id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from generator.model.rule_text import GradeScale, RuleTexts
from generator.model.units import Units
from generator.model.wording_packs import RateWords, Wording

_RATE = "比率"


@dataclass(frozen=True)
class Vocabulary:
    """Lists of words and numbers by id, and the scales of grades."""

    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, Decimal] = field(default_factory=dict)
    scales: tuple[GradeScale, ...] = ()
    units: Units | None = None
    counted: tuple[RateWords, ...] = ()

    @classmethod
    def of(cls, families: Iterable[RuleTexts], wording: Wording) -> "Vocabulary":
        """Join what several files say: words add up, of a number the last file holds."""
        known = wording.placeholders
        lists: dict[str, tuple[str, ...]] = {}
        if known is not None:
            lists["placeholder-target"], lists["placeholder-actual"] = known.target, known.actual
            lists["placeholder"] = known.anywhere
        numbers: dict[str, Decimal] = {}
        of_rates = [one for one in wording.rate_words if one.dimension == _RATE]
        lists["rates"] = tuple(word for one in of_rates for word in one.endings)
        lists["not-rates"] = tuple(word for one in of_rates for word in one.not_endings)
        scales: dict[str, GradeScale] = {}
        for family in families:
            for one in family.vocabulary:
                lists[one.id] = (*lists.get(one.id, ()), *one.words)
            numbers |= {one.id: one.value for one in family.threshold}
            scales |= {one.id: one for one in family.scale}
        return cls(lists, numbers, tuple(scales.values()), wording.units, wording.rate_words)

    def are_comparable(self, one: str, other: str) -> bool:
        """Tell whether two units measure one thing; where none are known, only the same."""
        if self.units is None:
            return one == other or not one or not other
        return self.units.are_comparable(one, other)

    def counted_otherwise(self, name: str, unit: str) -> str:
        """Say what a thing of this name is counted in, where a unit is of another kind (else empty)."""
        if self.units is None or not unit:
            return ""
        own = self.units.dimension(unit)
        for one in self.counted:
            is_called = name.endswith(one.endings) or name.startswith(one.beginnings)
            if is_called and not name.endswith(one.not_endings):
                is_other = own in one.against if one.against else own != one.dimension
                return one.dimension if is_other else ""
        return ""

    def scales_of(self, year: int | None) -> tuple[tuple[Decimal, ...], ...]:
        """Return the scales that were in use in a year (``None``: in any)."""
        return tuple(one.bounds for one in self.scales if year is None or year <= one.until)

    def number(self, id: str) -> Fraction:
        """Return a number of the data, exactly."""
        return Fraction(self.numbers[id])

    def percent(self, id: str) -> Fraction:
        """Return a number of per cent as a part of one."""
        return Fraction(self.numbers[id]) / 100

    def has(self, id: str, text: str) -> bool:
        """Tell whether a text contains a word of a list."""
        return any(word in text for word in self.lists.get(id, ()))

    def without(self, id: str, text: str) -> str:
        """Return a text without the words of a list, which hold shorter ones that mean something else."""
        for word in self.words(id):
            text = text.replace(word, "")
        return text

    def begins(self, id: str, text: str) -> bool:
        """Tell whether a text begins with a word of a list."""
        return text.startswith(self.lists.get(id, ()))

    def ends(self, id: str, text: str) -> bool:
        """Tell whether a text ends with a word of a list."""
        return text.endswith(self.lists.get(id, ()))

    def is_one(self, id: str, text: str) -> bool:
        """Tell whether a text is a word of a list."""
        return text in self.lists.get(id, ())

    def words(self, id: str) -> tuple[str, ...]:
        """Return a list, longest first."""
        known = self._longest_first
        if id not in known:
            known[id] = tuple(sorted(self.lists.get(id, ()), key=len, reverse=True))
        return known[id]

    @cached_property
    def _longest_first(self) -> dict[str, tuple[str, ...]]:
        return {}
