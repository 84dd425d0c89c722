"""A10: a reason that gives the two amounts of its row's rate: 90% beside 应支500万元，实支460万元."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.base.document_place import DocumentPlace
from generator.base.measure import MeasureKind
from generator.base.number import places_of, plain, round_half_up
from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.shares import agrees

_PERCENT = 100
_DUE = Pattern(r"(?:应|计划|预算)(?P<act>[一-鿿]{0,6}?)数?(?:为|是)?$")
_DONE = Pattern(r"(?:实际?|已)[一-鿿]{1,6}?数?(?:为|是)?$")


def reason_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold what the row prints against what its own reason says it is of."""
    del words
    texts = {one.place: one for one in said(form)}
    for row in form.rows:
        measure, place = row.actual.measure, row.reason.place
        one = texts.get(place) if isinstance(place, DocumentPlace) else None
        is_rate = measure.kind is MeasureKind.NUMBER and measure.unit == "%"
        if one is None or not is_rate or measure.operator is not None:
            continue
        shares = [*_shares(one)]
        if len(shares) != 1:
            continue
        ((exact, how),) = shares
        if not agrees(measure.value, exact, is_loose=True):
            right = f"{plain(round_half_up(exact * _PERCENT, max(2, places_of(measure.value))))}%"
            left, at = row.actual.text, row.actual.place
            yield Finding("share", at, left, right, how, row.name.text)


def _shares(one: Said) -> Iterator[tuple[Fraction, str]]:
    for first, second in pairwise(one.facts):
        for due, done in ((first, second), (second, first)):
            act = _DUE.search(one.before(due))
            is_alike = due.unit == done.unit not in ("", "%") and not (due.sign or done.sign)
            if act is None or not is_alike or not _is_done(one.before(done), act["act"]):
                continue
            whole, part = (Fraction(in_base(f) or Decimal(0)) for f in (due, done))
            if 0 < part <= whole:
                yield part / whole, f"{shown(done)} ÷ {shown(due)}"


def _is_done(before: str, act: str) -> bool:
    """Tell 实支 and 到位 beside 应支 and 应到位."""
    return _DONE.search(before) is not None or (len(act) > 1 and before.endswith(act))
