"""Two counts that make one whole together: “合格1228批次，不合格32批次”, “参加288人，未参加32人”."""

from fractions import Fraction
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.fact import Fact, exactly
from generator.rules.form_sentences import Said
from generator.rules.rule_words import Vocabulary

_NO_WORD = Pattern("[^一-鿿]")
_END = 2  # of what one is called


class Complements(NamedTuple):
    """The two of them, and the whole that they are of, printed or not."""

    one: Fact
    other: Fact
    whole: Fraction

    def shares(self) -> tuple[Fraction, Fraction]:
        """Return what each of the two is of the whole."""
        return exactly(self.one) / self.whole, exactly(self.other) / self.whole


def complements(one: Said, first: Fact, second: Fact, words: Vocabulary) -> Complements | None:
    """Tell two neighbours that the count before them is parted into, or of which one is what the other is not."""
    if not first.unit or first.unit != second.unit:
        return None
    together = exactly(first) + exactly(second)
    before = [f for f in one.same_sentence(first) if f.unit == first.unit and not f.sign]
    if any(exactly(f) == together for f in before) and together:
        return Complements(first, second, together)
    if not together or not are_opposites(one.before(first), one.before(second), words):
        return None
    # A whole that the two do not come to is told by itself; the rate may be of it.
    greater = [exactly(f) for f in before[-1:] if exactly(f) > together]
    return Complements(first, second, greater[0] if greater else together)


def are_opposites(one: str, other: str, words: Vocabulary) -> bool:
    """Tell words of which one denies the other, or that are known as a pair: 达标 and 超标."""
    first, second = _NO_WORD.sub("", one), _NO_WORD.sub("", other)
    if any(_is_pair(pair, first, second) for pair in words.words("opposite-results")):
        return True
    return _denies(second, first, words) or _denies(first, second, words)


def _is_pair(pair: str, first: str, second: str) -> bool:
    good, _, bad = pair.partition("/")
    return (good in first and bad in second) or (bad in first and good in second)


def _denies(denied: str, said: str, words: Vocabulary) -> bool:
    for sign in words.words("denies"):
        head, found, tail = denied.rpartition(sign)
        if found and len(tail) >= _END and said.endswith((tail, tail[-_END:])) and sign not in said:
            return True
        if found and not tail and head and said.endswith(head[-_END:]):
            return True
    return False
