"""A10: parts that each say their share: 道路486万元，占48.6%；渠道215万元，占21.5%；其他299万元，占29.9%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import Fact, exactly
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import agrees, share_finding

_SHARE = Pattern(r"[，,（(]?(?:约|分别)?占(?:比)?[^0-9，,。；;（）()]{0,14}")
_FEWEST = 3
_Part = tuple[Fact, Fact]  # an amount and its share


def shares_by_clause(form: PrintedForm, _: Vocabulary) -> Iterator[Finding]:
    """What all but one are shares of is their whole: their sum, or an amount that the text before names."""
    for one in said(form):
        for run in _runs(one):
            if len(run) < _FEWEST:
                continue
            parts = [part for part, _ in run]
            together = sum(map(exactly, parts), Fraction(0))
            whole = parts[0]._replace(
                value=Decimal(together.numerator) / together.denominator / parts[0].size[1],
                name="",
                sign="",
            )
            before = one.between(0, parts[0].start)
            known = [f for f in before if f.dimension == whole.dimension and f.unit != "%"]
            least = max(map(exactly, parts))
            for of in (whole, *(f for f in reversed(known) if exactly(f) >= least)):
                odd = [own for own in run if not _is_share(own, of)]
                if len(odd) <= 1:
                    for part, rate in odd:
                        yield share_finding(rate, part, of, exactly(part) / exactly(of))
                    break


def _runs(one: Said) -> Iterator[list[_Part]]:
    """Give the amounts that follow each other, each with its share right behind it."""
    run: list[_Part] = []
    at = 0
    while at + 1 < len(one.facts):
        part, rate = one.facts[at], one.facts[at + 1]
        if not _are_pair(one, part, rate):
            if run:
                yield run
            run, at = [], at + 1
            continue
        if run and part.dimension != run[0][0].dimension:
            yield run
            run = []
        run.append((part, rate))
        at += 2
    if run:
        yield run


def _are_pair(one: Said, part: Fact, rate: Fact) -> bool:
    is_exact = not (part.is_about or part.sign or rate.is_about or rate.sign)
    if rate.unit != "%" or part.unit in ("%", "") or not is_exact or not exactly(part) > 0:
        return False
    return _SHARE.fullmatch(one.text[part.end : rate.start]) is not None


def _is_share(own: _Part, whole: Fact) -> bool:
    part, rate = own
    exact = exactly(part) / exactly(whole)
    return isinstance(rate.value, Decimal) and agrees(rate.value, exact, is_loose=True)
