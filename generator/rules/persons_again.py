"""X02: the same persons or things counted twice behind different verbs: 为3862名对象发放, 为3826名对象建档."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.rules.counted_things import CountedThing, counted_things
from generator.rules.finding import Finding
from generator.rules.form_sentences import shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.swapped import are_swapped

_NOUN = Pattern("[一-鿿]{3,16}")
_SHORTEST = 3  # signs that two nouns have in common
_FEWEST = 100  # of few things two values are near each other by chance


def persons_again(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Two signs that changed places are a slip; values near each other may be of two kinds of help."""
    for things in counted_things(form, _NOUN, _SHORTEST, words):
        counts = [c for c in things if c.fact.role in ("count", "actual")]
        values = {c.fact.value for c in counts}
        if len(values) != 2:
            continue
        first = counts[0]
        other = next(c for c in counts if c.fact.value != first.fact.value)
        if id := _how_sure(first, other, words):
            alike = takewhile(lambda p: p[0] == p[1], zip(first.noun, other.noun, strict=False))
            name = "".join(sign for sign, _ in alike)
            left, right = shown(other.fact), shown(first.fact)
            yield Finding(id, other.fact.place, left, right, "", name)


def _how_sure(first: CountedThing, other: CountedThing, words: Vocabulary) -> str:
    values = [in_base(c.fact) for c in (first, other)]
    if values[0] is None or values[1] is None or min(values[0], values[1]) < _FEWEST:
        return ""
    if are_swapped(values[0], values[1]):
        return "two-said"
    low, high = sorted((values[0], values[1]))
    is_near = Fraction(low) / Fraction(high) >= words.percent("persons-again")
    is_apart = first.fact.place != other.fact.place
    are_objects = is_apart and all(
        words.ends("done-for", c.said.before(c.fact)) for c in (first, other)
    )
    return "two-said-doubtful" if is_near and are_objects else ""
