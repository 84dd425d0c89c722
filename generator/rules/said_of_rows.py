"""X02, C08: what sentences say of rows in words: 全部结案 beside 97.3%, 3600人 beside 3600人次."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.read.fact import in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import (
    goal_places,
    is_of_other_times,
    of_sentences,
    said,
)
from generator.rules.named_rows import rows_named, worth
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_SENTENCE = Pattern("[。；;\n]")
_RATE = "率"
_VERB = 2  # signs of what was done to them: 结案, 整改
_AVERAGE = Pattern("[年月人户平亩]均")
_COUNTED = Pattern(r"[一-鿿]{2}[0-9]")  # 抽检42批次全部合格: the clause says itself of what
_CLAUSE = Pattern("[，,、]")
_PERCENT = "%"
_WHOLE = Decimal(100)
_PERSONS, _VISITS = "人", "人次"


def all_of_them(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence says that something was done to all of them, and the rate of that is below 100 %."""
    rates = [row for row in form.rows or form.rows_beside if _is_below_whole(row)]
    goals = goal_places(form)
    for entry in form.everything if rates else ():
        if "全" not in entry.text and "均" not in entry.text:
            continue
        for sentence in _SENTENCE.split(half_width(entry.text)):
            for row in rates:
                claim = _claims_all(sentence, row, words)
                own = (row.reason.place, row.target.place)
                if claim and entry.place not in own and entry.place not in goals:
                    right, name = row.actual.text, row.name.text
                    yield Finding("all-said", entry.place, claim, right, "", name)


@of_sentences
def persons_and_visits(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence counts in persons what the row of just this name counts in visits, or the reverse."""
    rows = rows_named(form, words)
    goals = {text.place for aim in form.said_aims for text in aim if text}
    for one in said(form) if rows else ():
        for fact in one.facts:
            if fact.dimension not in (_PERSONS, _VISITS) or is_of_other_times(one, fact, words):
                continue
            row = rows.exactly(fact.name)
            known = [] if row is None else [worth(row, t) for t in (row.target, row.actual)]
            if one.place in goals and any(own and own[1] == in_base(fact) for own in known[:1]):
                continue  # told of the row
            units = {own[0] for own in known if own is not None}
            if row is not None and units == {_PERSONS, _VISITS} - {fact.dimension}:
                left, right = fact.dimension, units.pop()
                yield Finding("persons-and-visits", fact.place, left, right, "", row.name.text)


def _is_below_whole(row: Row) -> bool:
    measure = row.actual.measure
    is_rate = normal(row.name.text).endswith(_RATE) and measure.kind is MeasureKind.NUMBER
    return is_rate and measure.unit == _PERCENT and 0 < measure.value < _WHOLE


def _claims_all(sentence: str, row: Row, words: Vocabulary) -> str:
    """Return the words that claim it of the things that the row is of (empty: none do)."""
    core = normal(row.name.text).removesuffix(_RATE)
    sentence = _AVERAGE.sub("", sentence.replace(normal(row.name.text), ""))
    verb, things = core[-_VERB:], core[:-_VERB]
    claim = next((c for w in words.words("of-all") if (c := f"{w}{verb}") in sentence), "")
    # 全部完成 says nothing of whether they were done in time: 任务按期完成率.
    how = next((word for word in words.words("done-how") if things.endswith(word)), "")
    if not claim or how not in sentence or words.has("but-some", sentence):
        return ""
    before = sentence[: sentence.index(claim)]
    own = _CLAUSE.split(before)[-1]
    before = own if _COUNTED.search(own) else before
    pieces = {things[at : at + _VERB] for at in range(len(things) - 1)}
    is_of_them = any(piece in before for piece in pieces) if things else True
    return claim if is_of_them and not words.has("some-of-them", before) else ""
