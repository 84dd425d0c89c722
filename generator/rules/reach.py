"""X02: how many are reached, counted twice: 惠及28个行政村, and 项目实施后，26个行政村的供水……."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.rules.counted_things import CountedThing, counted_things
from generator.rules.finding import Finding
from generator.rules.form_sentences import shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_CLAUSE = Pattern("[，,。；;：:\n]")
_NOUN = Pattern("[一-鿿]{2,12}")
_KEY = 2  # signs of a noun by which counts are gathered


def reach(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of several counts of one kind some are parts; of two that are near each other hardly one is."""
    for things in counted_things(form, _NOUN, _KEY, words):
        counts = [c for c in things if _is_said_of_all(c, words) or _stands_alone(c, words)]
        # 全镇辖21个行政村 are those that the place has, be they reached or not.
        own = [c for c in counts if not words.has("place-has", _clause(_before(c)))]
        counts = own if any(_is_said_of_all(c, words) for c in own) else counts
        first = next((c for c in counts if _is_said_of_all(c, words)), None)
        if first is None or len({in_base(c.fact) for c in counts}) != 2:
            continue
        for other in counts:
            if other.fact.place != first.fact.place and _are_one(first, other, words):
                left, right = shown(other.fact), shown(first.fact)
                name = f"{other.fact.unit}{min(first.noun, other.noun, key=len)}"
                yield Finding("two-said-doubtful", other.fact.place, left, right, "", name)
                break


def _is_said_of_all(counted: CountedThing, words: Vocabulary) -> bool:
    """Tell whether a word of the clause says that these are all who are reached."""
    before = _before(counted)
    return words.has("reaches", _clause(before)) and not words.has("reaches-some", before)


def _stands_alone(counted: CountedThing, words: Vocabulary) -> bool:
    before = _before(counted)
    return not _clause(before) and not words.has("reaches-some", before)


def _before(counted: CountedThing) -> str:
    one, fact = counted.said, counted.fact
    return one.text[one.start_of(fact) : fact.start]


def _clause(text: str) -> str:
    last: str = _CLAUSE.split(text)[-1]
    return last


def _are_one(first: CountedThing, other: CountedThing, words: Vocabulary) -> bool:
    """Tell one noun, however the sentences go on, and two values that a slip may part."""
    short, long = sorted((first.noun, other.noun), key=len)
    pair = sorted(Fraction(in_base(c.fact) or 0) for c in (first, other))
    is_near = 0 < pair[1] != pair[0] and words.percent("near-value") <= pair[0] / pair[1]
    return long.startswith(short) and is_near
