"""A09: kinds of places that a sentence counts, and all of them: 在4个景区、3个旅游点……，共涉及7个点位."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, takewhile

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said
from generator.rules.part_list import PartList
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_IN_ALL = Pattern(r"[，,][^0-9，,。；;]{0,6}(?:共|合计)(?:计|有)?[一-鿿]{0,4}$")
_NEXT = Pattern("[一-鿿]{2,10}[、和及]")
_PLACE = Pattern("[一-鿿]{0,4}")
_FEWEST = 2


def places_in_all(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A place may have two points: that the sum is off by a little is worth a look, and no more."""
    for one in said(form):
        for whole in one.facts:
            noun = _PLACE.match(one.text, whole.end)
            is_all = _IN_ALL.search(one.before(whole)) is not None and noun is not None
            if not is_all or noun is None or not words.begins("any-place", noun[0]):
                continue
            parts = _parts(one, whole)
            listed = PartList(parts, is_closed=False, end=whole.end)
            run = one.text[parts[0].start : whole.start] if parts else ""
            if len(parts) < _FEWEST or whole.is_about or words.has("open-list", run):
                continue
            pair = sorted((Fraction(listed.together), Fraction(in_base(whole) or 0)))
            if words.percent("near-value") <= pair[0] / (pair[1] or 1) < 1:
                yield listed.told("count-parts", whole)


def _parts(one: Said, whole: Fact) -> list[Fact]:
    """Return the counts in the same measure that are joined by 、, the last ones before the whole."""
    before = one.same_sentence(whole)[::-1]
    run = [*takewhile(lambda fact: fact.unit == whole.unit and not fact.is_about, before)][::-1]
    joined = [_NEXT.fullmatch(one.text[a.end : b.start]) for a, b in pairwise(run)]
    return run if all(joined) and not any(fact.sign for fact in run) else []
