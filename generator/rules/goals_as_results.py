"""X02: what was wanted stands among the results as if it were reached: 建成农田0.8万亩, and the row has 0.76."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import Operator
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import (
    Said,
    is_of_other_times,
    is_planned,
    of_sentences,
    said,
    shown,
)
from generator.rules.named_rows import NamedRows, comparable, rows_named
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary
from generator.rules.same_value import is_same
from generator.rules.swapped import are_swapped

_AT_MOST = (Operator.AT_MOST, Operator.BELOW)


@of_sentences
def goals_as_results(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Rounding would hide it, and so would a name that says less than that of the row."""
    results = {aim.achieved.place for aim in form.said_aims if aim.achieved}
    named = rows_named(form, words)
    for one in said(form) if named else ():
        for fact in one.facts if one.place in results else ():
            is_told = fact.role in ("count", "actual") and fact.unit not in ("", "%")
            is_bound = bool(fact.sign) or words.begins("bound-behind", one.text[fact.end :])
            if not is_told or is_bound or is_planned(one, fact, words):
                continue
            if not is_of_other_times(one, fact, words):
                yield from _held(one, fact, named)


def _held(one: Said, fact: Fact, named: NamedRows) -> Iterator[Finding]:
    row, is_shortened = named.exactly(fact.name) or named.turned(fact.name), False
    if row is None:
        row, is_shortened = named.nearly(fact.name)
    if row is None or row.target.measure.operator in _AT_MOST:
        return
    own, wanted, done = in_base(fact), _value(fact, row, is_done=False), _value(fact, row)
    if own is None or own != wanted or done is None or done >= wanted:
        return
    # What the other rules tell: a value that no rounding makes the same, digits changed over.
    is_hidden = is_same(fact, done) or (is_shortened and not are_swapped(own, done))
    if is_hidden and not any(in_base(other) == done for other in one.facts):
        right, name = row.actual.text, row.name.text
        yield Finding("two-values-doubtful", fact.place, shown(fact), right, "", name)


def _value(fact: Fact, row: Row, *, is_done: bool = True) -> Decimal | None:
    """Return what a cell of the row is worth, where it measures what the sentence does."""
    known = comparable(fact, row, (row.actual if is_done else row.target,))
    return known[0][1] if known else None
