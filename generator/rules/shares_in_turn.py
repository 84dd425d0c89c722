"""A10: shares listed in the order of their parts: 甲486万元、乙215万元、丙81万元，分别占62.15%、27.49%和10.36%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.read.fact import Fact, exactly, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rates_in_turn import is_in_turn, run_of_rates
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import agrees, share_finding

_FURTHEST_CEILING = 40  # numbers that may stand between a whole and its parts


def shares_in_turn(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The n-th share is of the n-th part; one whole fits them all, or nearly all of them."""
    for one in said(form):
        for first in one.facts:
            if first.unit != "%" or not is_in_turn(one, first):
                continue
            rates = run_of_rates(one, first)
            parts = _parts(one, first, len(rates))
            if len(rates) > 1 and parts:
                yield from _held(one, parts, rates, words)


def _parts(one: Said, first: Fact, count: int) -> list[Fact]:
    """Return as many quantities of one kind right before the shares as there are shares."""
    parts = list(one.same_sentence(first)[-count:])
    is_list = len(parts) == count and len({part.dimension for part in parts}) == 1
    is_exact = not any(part.is_about or part.sign or part.unit in ("%", "") for part in parts)
    return parts if is_list and is_exact and all((in_base(p) or 0) > 0 for p in parts) else []


def _held(one: Said, parts: list[Fact], rates: list[Fact], words: Vocabulary) -> Iterator[Finding]:
    together = sum((exactly(part) for part in parts), Fraction(0))
    whole = parts[0]._replace(
        value=Decimal(together.numerator) / together.denominator / parts[0].size[1],
        name="",
        sign="",
    )
    known = [
        fact
        for fact in one.between(0, parts[0].start)[-_FURTHEST_CEILING:]
        if fact.dimension == whole.dimension and exactly(fact) >= max(map(exactly, parts))
    ]
    wrong = [_wrong(parts, rates, one_of) for one_of in (*reversed(known), whole)]
    least, of = min(zip(wrong, (*reversed(known), whole), strict=True), key=lambda w: len(w[0]))
    # Shares of which none fits are of a whole that stands elsewhere.
    if len(least) * 2 <= len(rates) and not words.has("what-is-left", one.before(rates[0])):
        for part, rate in least:
            yield share_finding(rate, part, of, exactly(part) / exactly(of))


def _wrong(parts: list[Fact], rates: list[Fact], whole: Fact) -> list[tuple[Fact, Fact]]:
    return [
        (part, rate)
        for part, rate in zip(parts, rates, strict=True)
        if isinstance(rate.value, Decimal)
        and not rate.is_about
        and not agrees(rate.value, exactly(part) / exactly(whole), is_loose=True)
    ]
