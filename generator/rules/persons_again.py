"""X02: the same persons or things counted twice behind different verbs: 为3862名对象发放, 为3826名对象建档."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.counted_things import CountedThing, counted_things
from generator.rules.finding import Finding
from generator.rules.form_sentences import goal_places, is_of_other_times, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.swapped import are_swapped

_LONGEST = 16
_NOUN = Pattern(f"[一-鿿]{{3,{_LONGEST}}}")
_SHORTEST = 3  # signs that two nouns have in common
_LEADS = "共约为达有计"  # between a noun and its number
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


def persons_behind(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """受益农户4860户 and 4680户受益农户: the noun stands before one number and behind the other."""
    named = _named_before(form, words)
    for things in counted_things(form, _NOUN, _SHORTEST, words) if named else ():
        first, value = things[0], in_base(things[0].fact)
        if first.fact.role not in ("count", "actual") or value is None or value < _FEWEST:
            continue
        nouns = (first.noun[:size] for size in range(len(first.noun), _SHORTEST, -1))
        noun = next((noun for noun in nouns if (first.fact.unit, noun) in named), "")
        for other in named.get((first.fact.unit, noun), ()):
            if are_swapped(value, in_base(other) or value):
                left, right = shown(first.fact), shown(other)
                yield Finding("two-said", first.fact.place, left, right, "", noun)
                break


def _named_before(form: PrintedForm, words: Vocabulary) -> Mapping[tuple[str, str], list[Fact]]:
    """Gather numbers by what the words right before them end with, as long as a noun may be."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    goals = goal_places(form)
    for one in said(form):
        for fact in one.facts if one.place not in goals else ():
            if len(fact.unit) != 1 or fact.sign or fact.is_about:
                continue
            lead = one.before(fact).rstrip(_LEADS)[-_LONGEST:]
            if len(lead) > _SHORTEST and not is_of_other_times(one, fact, words):
                for size in range(_SHORTEST + 1, len(lead) + 1):
                    found[fact.unit, lead[-size:]].append(fact)
    return found


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
