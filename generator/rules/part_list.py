"""Parts that a sentence lists for a whole: what they come to, and how near that is to the whole."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from generator.base.number import places_of, plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, shown
from generator.rules.rule_words import Vocabulary

# What is counted may stand behind its number: 15个项目，其中…….
BEHIND_NUMBER = r"(?:[（(][一-鿿]{1,2}[)）])?"  # 台（套）
_NEXT = Pattern(BEHIND_NUMBER + "[，,、；;]")
_CLAUSE = Pattern("[，,、；;。（(]")
_PAIR = 2


class PartList(NamedTuple):
    """Parts that are listed for a whole, and whether a bracket or a colon says that these are all."""

    parts: list[Fact]
    is_closed: bool
    end: int

    @property
    def together(self) -> Decimal:
        """Return what the parts come to, in the unit in which they are compared."""
        return sum((in_base(part) or Decimal(0) for part in self.parts), Decimal(0))

    def is_near(self, whole: Fact, words: Vocabulary, *, surely: int = _PAIR) -> bool:
        """Tell a slip: neither equal, nor by rounding, nor so far off that much is not listed."""
        together, value = Fraction(self.together), Fraction(in_base(whole) or 1)
        is_sure = self.is_closed and len(self.parts) > surely
        least = words.percent("parts-of-closed" if is_sure else "parts-nearly-whole")
        slack = sum(map(_last_place, (whole, *self.parts)), Fraction(0)) / 2
        return abs(together - value) > slack and least <= together / value <= 2 - least

    def told(self, id: str, whole: Fact) -> Finding:
        """Say what the whole ought to be."""
        how = "+".join(shown(part) for part in self.parts)
        right = f"{plain(self.together / whole.size[1])}{whole.unit}"
        return Finding(id, whole.place, shown(whole), right, how, whole.name)


def are_alone(one: Said, parts: list[Fact]) -> bool:
    """Tell whether each part has its own clause, by its name: no amounts in between."""
    between = [one.text[a.end : b.start] for a, b in pairwise(parts)]
    names = {part.name for part in parts}
    return len(names) == len(parts) and all(_NEXT.match(text) for text in between)


def is_compared(one: Said, fact: Fact, words: Vocabulary) -> bool:
    """Tell what the whole is more or less by from a part of it: 比目标少4场, 较上年增加3场."""
    return words.begins("compares", _CLAUSE.split(one.before(fact))[-1])


def _last_place(fact: Fact) -> Fraction:
    """Return what one in the last printed place is worth; whole numbers of things are exact."""
    places = places_of(fact.value) if isinstance(fact.value, Decimal) else 0
    return Fraction(fact.size[1]) / 10**places if places else Fraction(0)
