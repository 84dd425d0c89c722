"""A10: shares that part one whole come to all of it: 设备购置占62.5%，安装占24.1%，运维占15.4%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.fact import Fact
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, places_of, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SHARE = Pattern(r"(?P<of>[一-鿿]{2,20})占(?:比)?(?:为|约|达)?$")
_FEWEST = 3
_ALL = 100


def shares_together(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Three shares and more in a row; a little too much is a slip, a little too little where the rest is named."""
    for one in said(form):
        for run in _runs(one):
            sentence = one.text[one.start_of(run[0]) : one.sentence_end(run[-1])]
            if len(run) < _FEWEST or words.has("shares-overlap", sentence):
                continue
            together = sum((Decimal(f.value) for f in run), Decimal(0))
            slack = sum(
                (Fraction(1, 2 * 10 ** places_of(Decimal(f.value))) for f in run), Fraction(0)
            )
            if abs(Fraction(together) - _ALL) <= slack or not _is_near(one, run, together, words):
                continue
            how = "+".join(map(shown, run))
            yield Finding("shares-together", run[-1].place, f"{plain(together)}%", "100%", how)


def _runs(one: Said) -> Iterator[list[Fact]]:
    """Give the shares that follow each other in a sentence, each with its own 占 right before it."""
    run: list[Fact] = []
    for fact in one.facts:
        is_share = fact.unit == "%" and isinstance(fact.value, Decimal) and not fact.is_about
        is_share = is_share and _SHARE.search(one.before(fact).rstrip()) is not None
        if run and not (is_share and one.start_of(fact) == one.start_of(run[0])):
            yield run
            run = []
        if is_share:
            run.append(fact)
    if run:
        yield run


def _is_near(one: Said, run: list[Fact], together: Decimal, words: Vocabulary) -> bool:
    least = words.percent("shares-nearly-all") * _ALL
    if together > _ALL:
        return together <= 2 * _ALL - least
    names_rest = words.has("rest-of-all", one.before(run[-1]))
    return names_rest and together >= least
