"""A10: what each had on average, against all of it and their number: 36期，2160人次，平均每期80人次."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_EACH = Pattern(
    r"(?:平均每|每)(?P<of>[一-鿿])(?:[一-鿿]{0,4}平均)?[^0-9，,。；;]{0,6}$"
    r"|(?P<short>[户人期场亩班校村次家])均[^0-9，,。；;]{0,6}$"
)
_ON_AVERAGE = Pattern("平均|均")


def averages(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The only number of them in the sentence, and the only one of what they had, give the average."""
    for one in said(form):
        if "均" not in one.text:
            continue
        for fact in one.facts:
            clause = one.before(fact)
            found = _EACH.search(clause)
            if found is None or fact.is_about or fact.sign or not _ON_AVERAGE.search(found[0]):
                continue
            yield from _held(one, fact, found["of"] or found["short"], words)


def _held(one: Said, average: Fact, of: str, words: Vocabulary) -> Iterator[Finding]:
    before = [f for f in one.same_sentence(average) if not f.is_about and not f.sign]
    counts = [f for f in before if f.unit == of]
    wholes = [f for f in before if f.dimension == average.dimension and f.unit != of]
    if len(counts) != 1 or len(wholes) != 1 or words.has("open-list", one.sentence(average)):
        return
    (count,), (whole,) = counts, wholes
    if not isinstance(average.value, Decimal) or not in_base(count) or not average.value:
        return
    due = Fraction(in_base(whole) or 0) / Fraction(in_base(count) or 1) / Fraction(average.size[1])
    places = places_of(average.value)
    least = words.percent("near-product")
    if average.value in (round_half_up(due, places), truncate(due, places)):
        return
    if least <= due / Fraction(average.value) <= 1 / least:
        right = f"{plain(round_half_up(due, max(2, places)))}{average.unit}"
        how = f"{shown(whole)} ÷ {shown(count)}"
        yield Finding("average", average.place, shown(average), right, how)
